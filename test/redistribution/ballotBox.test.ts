import { readFileSync } from 'node:fs'
import { Secp256k1HdWallet } from '@cosmjs/amino'
import { base64 } from '@scure/base'
import { beforeAll, describe, expect, test } from 'vitest'
import { parseRound, type Round } from '../../src/mechanisms/regen-value-redistribution/round/round.ts'
import { canonicalJson } from '../../src/primitives/canonical.ts'
import { adr36Bytes } from '../../src/redistribution/adr36.ts'
import { type BallotText, ballotText, roundTerms } from '../../src/redistribution/ballot.ts'
import { openBallotBox, type SignedBallot } from '../../src/redistribution/ballotBox.ts'

const json = JSON.parse(
  readFileSync(new URL('../../examples/fund/retro-median.json', import.meta.url), 'utf8'),
) as object
const round: Round = parseRound({ ...json, ballots: [], opens: '2026-01-01', closes: '2026-01-31' })

/** Two accounts that only this test has. */
const MNEMONICS = [
  'abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about',
  'legal winner thank year wave sausage worth useful legal winner thank yellow',
]
type Voter = { address: string; sign: (ballot: BallotText) => Promise<SignedBallot> }
let voters: readonly Voter[] = []

beforeAll(async () => {
  voters = await Promise.all(
    MNEMONICS.map(async mnemonic => {
      const wallet = await Secp256k1HdWallet.fromMnemonic(mnemonic, { prefix: 'regen' })
      const [account] = await wallet.getAccounts()
      const address = account?.address ?? ''
      return {
        address,
        // What signArbitrary of a wallet does: an amino document of one MsgSignData.
        sign: async (ballot: BallotText) => {
          const data = base64.encode(new TextEncoder().encode(ballotText(ballot)))
          const { signature } = await wallet.signAmino(address, {
            chain_id: '',
            account_number: '0',
            sequence: '0',
            fee: { gas: '0', amount: [] },
            msgs: [{ type: 'sign/MsgSignData', value: { signer: address, data } }],
            memo: '',
          })
          return { ballot, ...signature } as unknown as SignedBallot
        },
      }
    }),
  )
})

const ballotOf = (voter: Voter, changes: Partial<BallotText> = {}): BallotText => ({
  version: 1,
  round: round.id,
  terms: roundTerms(round),
  voter: voter.address,
  votes: { soil: 5n },
  time: '2026-01-10T00:00:00Z',
  ...changes,
})

const plain = (signed: SignedBallot): unknown => JSON.parse(canonicalJson(signed))

const verdict = async (
  changes: Partial<BallotText>,
  tamper: (signed: SignedBallot) => SignedBallot = signed => signed,
) => {
  const [voter] = voters
  const signed = tamper(await (voter as Voter).sign(ballotOf(voter as Voter, changes)))
  const { accepted, refused } = openBallotBox(round, [plain(signed)])
  return accepted.length === 1 ? 'accepted' : refused[0]?.rule
}

describe('a ballot box', () => {
  test('a ballot that its voter signed is counted, from the moment the round opens until the one it closes', async () => {
    expect(await verdict({})).toBe('accepted')
    expect(await verdict({ time: '2026-01-01T00:00:00Z' })).toBe('accepted')
    expect(await verdict({ time: '2026-01-31T00:00:00Z' })).toBe('accepted')
    expect(await verdict({ time: '2026-01-31T00:00:01Z' })).toBe('late')
    const received = (receivedAt: string) => (signed: SignedBallot) => ({ ...signed, receivedAt })
    expect(await verdict({}, received('2025-12-31T23:59:59Z'))).toBe('early')
  })

  test.each([
    ['other-round', { round: 'another' }],
    ['other-terms', { terms: '0'.repeat(64) }],
    ['late', { time: '2026-02-01T00:00:00Z' }],
    ['early', { time: '2025-12-31T23:59:59Z' }],
    ['malformed', { votes: { nowhere: 1n } }],
    ['malformed', { votes: { soil: -1n } }],
  ])('%s is refused by name: %o', async (rule, changes) => {
    expect(await verdict(changes)).toBe(rule)
  })

  test('a late receipt, a changed vote, another voter and a broken signature are refused', async () => {
    const late = (signed: SignedBallot) => ({ ...signed, receivedAt: '2026-03-01T00:00:00Z' })
    const changed = (signed: SignedBallot) => ({
      ...signed,
      ballot: { ...signed.ballot, votes: { soil: 6n } },
    })
    const other = (signed: SignedBallot) => ({
      ...signed,
      ballot: { ...signed.ballot, voter: voters[1]?.address ?? '' },
    })
    const broken = (signed: SignedBallot) => ({ ...signed, signature: 'AAAA' })
    expect(await verdict({}, late)).toBe('late')
    for (const tamper of [changed, other, broken]) expect(await verdict({}, tamper)).toBe('signature')
  })

  test('one ballot an account: a replay and a second ballot are refused, the first one received counts', async () => {
    const [voter, second] = voters as [Voter, Voter]
    const first = await voter.sign(ballotOf(voter))
    const again = await voter.sign(ballotOf(voter, { votes: { soil: 9n }, time: '2026-01-11T00:00:00Z' }))
    const others = await second.sign(ballotOf(second))
    const { accepted, refused } = openBallotBox(round, [again, first, first, others].map(plain))
    expect(accepted).toEqual(
      [
        { voter: voter.address, votes: { soil: 5n } },
        { voter: second.address, votes: { soil: 5n } },
      ].sort(
        (a, b) => accepted.findIndex(x => x.voter === a.voter) - accepted.findIndex(x => x.voter === b.voter),
      ),
    )
    expect(refused.map(({ rule }) => rule).sort()).toEqual(['one-ballot', 'replay'])
  })

  test('a round that lists its voters counts no other', async () => {
    const [voter, second] = voters as [Voter, Voter]
    const listed = { ...round, voters: [second.address] }
    const signed = await voter.sign(ballotOf(voter, { terms: roundTerms(listed) }))
    expect(openBallotBox(listed, [plain(signed)]).refused[0]?.rule).toBe('not-a-voter')
  })

  test('what is not a ballot is refused, and nothing else with it', async () => {
    const [voter] = voters as [Voter]
    const { accepted, refused } = openBallotBox(round, [
      null,
      'x',
      { ballot: { voter: 'y' } },
      plain(await voter.sign(ballotOf(voter))),
    ])
    expect([accepted.length, refused.map(({ rule }) => rule)]).toEqual([
      1,
      ['malformed', 'malformed', 'malformed'],
    ])
  })

  test('the three signs that Go escapes are escaped', () => {
    expect(new TextDecoder().decode(adr36Bytes('<a>&', ''))).toContain('"signer":"\\u003ca\\u003e\\u0026"')
  })
})
