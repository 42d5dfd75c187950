import { JSON_OPTION, type NamedCommand, textOption } from '../command.ts'
import { answerOf } from '../io/answerOf.ts'
import { optionError } from '../io/inputError.ts'
import { readRound } from './readRound.ts'

export const ballot: NamedCommand = {
  name: 'ballot',
  summary: 'the text that a voter signs for a round, for a wallet’s signArbitrary (ADR-36)',
  description:
    'Prints the ballot of one voter as the text that is signed. The signed ballot, { ballot, pub_key, signature }, is put into the folder that ' +
    'fund retro --ballots reads: there each is verified, one counts for an account, and late or repeated ones are refused by name.',
  arguments: [],
  options: [
    { flags: '--round <file>', summary: 'the round (JSON)' },
    { flags: '--voter <address>', summary: 'who votes' },
    { flags: '--vote <project=amount>', summary: 'an amount in smallest units', repeatable: true },
    { flags: '--time <time>', summary: 'when the ballot is cast, RFC 3339; default: now' },
    JSON_OPTION,
  ],
  examples: [
    'regen-fees fund ballot --round examples/fund/retro-median.json --voter regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x --vote soil=2000000000',
  ],
  async run(input, io) {
    const round = await readRound(input, io)
    const voter = textOption(input, 'voter')
    if (voter === undefined) throw optionError('command line', '--voter is required')
    const { parsePairs } = await import('../input/readInput.ts')
    const { listOption } = await import('../command.ts')
    const { BallotTextJson, ballotText, requireBallot, roundTerms } = await import(
      '../../redistribution/ballot.ts'
    )
    const { parseInput } = await import('../../primitives/schemas.ts')
    const cast = parseInput(BallotTextJson, 'ballot', {
      version: 1,
      round: round.id,
      terms: roundTerms(round),
      voter,
      votes: parsePairs(listOption(input, 'vote'), '--vote'),
      time: textOption(input, 'time') ?? new Date(io.clock.now()).toISOString(),
    })
    requireBallot(cast, round)
    if (Object.keys(cast.votes).length === 0)
      throw optionError(
        'command line',
        'a ballot without a vote says nothing: name one with --vote project=amount',
      )
    return answerOf('ballot', { ballot: cast, text: ballotText(cast) }, { text: ({ text }) => [text] })
  },
}
