import { parseRound, type Round } from '../../mechanisms/regen-value-redistribution/round/round.ts'
import { type CommandInput, type CommandOption, type Io, textOption } from '../command.ts'
import { readJson } from '../input/readInput.ts'
import { optionError } from '../io/inputError.ts'
import { readBallots } from './readBallots.ts'

export const ROUND_OPTIONS: readonly CommandOption[] = [
  {
    flags: '--round <file>',
    summary: 'the round (JSON): budget, projects, policy, and what was given or voted',
  },
  {
    flags: '--ballots <path>',
    summary:
      'contributions or ballots instead of those of the round: a CSV file (contributor,project,amount or voter,project,amount or voter,metric,weight), or a folder of signed ballots (JSON)',
  },
]

/** The round that the command line names, with its ballots read. */
export async function readRound(input: CommandInput, io: Io): Promise<Round> {
  const file = textOption(input, 'round')
  if (file === undefined) throw optionError('command line', 'name a file with --round')
  const round = parseRound(await readJson(file, io))
  const ballots = textOption(input, 'ballots')
  return ballots === undefined ? round : { ...round, ...(await readBallots(ballots, round, io)) }
}

/** Refuses a round of another method than the command's own. */
export function requireMethod(round: Round, command: string, methods: readonly Round['method'][]): void {
  if (!methods.includes(round.method))
    throw optionError(
      'round',
      `its method is ${round.method}, and fund ${command} computes ${methods.join(' and ')} at method`,
    )
}
