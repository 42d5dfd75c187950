import * as z from 'zod/mini'
import type { Ballot } from '../mechanisms/regen-value-redistribution/retroactive/ballots.ts'
import type { Round } from '../mechanisms/regen-value-redistribution/round/round.ts'
import { addressProblem, normalizeAddress } from '../primitives/address.ts'
import { canonicalJson } from '../primitives/canonical.ts'
import { canonicalHash } from '../primitives/canonicalHash.ts'
import { RegenError } from '../primitives/errors.ts'
import { BALLOT_REFUSED } from '../primitives/errorTable.ts'
import { parseInput, TimeText, WholeAmount } from '../primitives/schemas.ts'
import { parseTime, toNanoseconds } from '../primitives/time.ts'
import { signatureProblem } from './adr36.ts'

/** What a voter signs: the round, its terms, the amounts, and when. */
export const BallotTextJson = z.strictObject({
  version: z.literal(1),
  round: z.string(),
  /** The hash of the round's terms, so that a ballot says which rule it was cast under. */
  terms: z.string().check(z.regex(/^[0-9a-f]{64}$/, 'expected 64 hexadecimal digits')),
  voter: z.pipe(z.string(), z.transform(normalizeAddress)),
  votes: z.record(z.string(), WholeAmount),
  time: TimeText,
})

/** A ballot with its signature, and when the box got it. */
export const SignedBallotJson = z.strictObject({
  ballot: BallotTextJson,
  pub_key: z.strictObject({ type: z.literal('tendermint/PubKeySecp256k1'), value: z.string() }),
  signature: z.string(),
  receivedAt: z.optional(TimeText),
})

/** What a voter of a round signs: the round, the voter and the choices. */
export type BallotText = z.output<typeof BallotTextJson>

/** A ballot with its signature, as a wallet gives it. */
export type SignedBallot = z.output<typeof SignedBallotJson>

/** Why a ballot is not counted, by name. */
export type BallotRule =
  | 'malformed'
  | 'other-round'
  | 'other-terms'
  | 'signature'
  | 'not-a-voter'
  | 'early'
  | 'late'
  | 'replay'
  | 'one-ballot'

/** The ballots that count, and those that do not with the rule that refused each. */
export type BallotBox = {
  readonly accepted: readonly Ballot[]
  readonly refused: readonly { readonly voter: string; readonly rule: BallotRule; readonly reason: string }[]
}

/**
 * The hash of what a round is about, without what was given and voted: projects, budget, dates, voters and policy.
 *
 * @example
 * roundTerms(round).length // 64
 */
export function roundTerms(round: Round): string {
  const { contributions: _, ballots: __, metricBallots: ___, ...terms } = round
  return canonicalHash(terms)
}

/**
 * Refuses a ballot that the box would not count, before it is signed; by the same names as the box.
 *
 * @example
 * requireBallot(ballot, round)
 */
export function requireBallot(ballot: BallotText, round: Round): void {
  const address = addressProblem(ballot.voter)
  const problem =
    address === null
      ? castProblem(ballot, round, roundTerms(round), [ballot.time])
      : { rule: 'malformed', reason: `its voter: ${address}` }
  if (problem !== null) throw new RegenError(BALLOT_REFUSED, { voter: ballot.voter, ...problem })
}

/**
 * The text that a voter signs with signArbitrary (ADR-36): canonical JSON.
 *
 * @example
 * JSON.parse(ballotText(ballot)).votes // { soil: '5' }
 */
export const ballotText = (ballot: BallotText): string => canonicalJson(ballot)

/**
 * Opens a ballot box: each ballot is verified on its own, locally, and the first valid one of an account counts.
 *
 *     other-round, other-terms  it was signed for another round, or under other terms
 *     signature                 it is not signed by its voter
 *     not-a-voter               the round lists its voters, and this is none
 *     early, late               its time, or when it was received, lies outside of the round
 *     replay                    the same ballot is in the box already
 *     one-ballot                another ballot of the voter is in the box already
 *     malformed                 it cannot be read, or it names a project that the round does not have
 *
 * The order in which ballots are given decides only which of a voter's two ballots is the first; they are sorted by the
 * time of receipt, then by the time signed, then by hash.
 *
 * @example
 * const { accepted, refused } = openBallotBox(round, [{ ballot: 'none' }])
 * refused.map(({ rule }) => rule) // [ 'malformed' ]
 */
export function openBallotBox(round: Round, ballots: readonly unknown[]): BallotBox {
  const terms = roundTerms(round)
  const seen = new Map<string, string>()
  const accepted: Ballot[] = []
  const refused: BallotBox['refused'][number][] = []
  const read = ballots.map(json => {
    try {
      return parseInput(SignedBallotJson, 'ballot', json)
    } catch (error) {
      refused.push({
        voter: voterOf(json),
        rule: 'malformed',
        reason: String((error as Error).message).slice(0, 400),
      })
      return null
    }
  })
  for (const signed of read.filter(each => each !== null).sort(inOrder)) {
    const { voter, votes } = signed.ballot
    const hash = canonicalHash(signed.ballot)
    const problem = problemOf(signed, round, terms, seen.get(voter), hash)
    if (problem !== null) {
      refused.push({ voter, ...problem })
      continue
    }
    seen.set(voter, hash)
    accepted.push({ voter, votes })
  }
  return { accepted, refused }
}

type Problem = { readonly rule: BallotRule; readonly reason: string }

function problemOf(
  { ballot, pub_key, signature, receivedAt }: SignedBallot,
  round: Round,
  terms: string,
  before: string | undefined,
  hash: string,
): Problem | null {
  const times = [ballot.time, ...(receivedAt === undefined ? [] : [receivedAt])]
  const problem = castProblem(ballot, round, terms, times, () =>
    signatureProblem(ballot.voter, ballotText(ballot), { pub_key, signature }),
  )
  if (problem !== null) return problem
  if (before === hash) return { rule: 'replay', reason: 'the same ballot is in the box already' }
  return before === undefined ? null : { rule: 'one-ballot', reason: 'the voter has one in the box already' }
}

/** Why a ballot does not belong into a round, whatever else is in the box; null where it does. */
function castProblem(
  ballot: BallotText,
  { id, opens, closes, voters, projects }: Round,
  terms: string,
  times: readonly string[],
  unsigned: () => string | null = () => null,
): Problem | null {
  const problem = (rule: BallotRule, reason: string): Problem => ({ rule, reason })
  if (ballot.round !== id) return problem('other-round', `it is of the round "${ballot.round.slice(0, 80)}"`)
  if (ballot.terms !== terms) return problem('other-terms', 'it was signed under other terms of the round')
  const wrong = unsigned()
  if (wrong !== null) return problem('signature', wrong)
  if (voters !== undefined && !voters.includes(ballot.voter))
    return problem('not-a-voter', 'the round does not list it')
  const stray = Object.keys(ballot.votes).find(project => !projects.some(known => known.id === project))
  if (stray !== undefined) return problem('malformed', `"${stray.slice(0, 80)}" is no project of the round`)
  if (opens !== undefined && times.some(time => at(time) < at(opens)))
    return problem('early', `the round opens ${opens}`)
  if (closes !== undefined && times.some(time => at(time) > at(closes)))
    return problem('late', `the round closed ${closes}`)
  return null
}

const inOrder = (a: SignedBallot, b: SignedBallot): number => {
  const [x, y] = [a, b].map(({ receivedAt, ballot }) => [at(receivedAt ?? ballot.time), at(ballot.time)])
  const [first = 0n, second = 0n] = x ?? []
  const [third = 0n, fourth = 0n] = y ?? []
  if (first !== third) return first < third ? -1 : 1
  if (second !== fourth) return second < fourth ? -1 : 1
  return canonicalHash(a) < canonicalHash(b) ? -1 : 1
}

const at = (time: string): bigint => toNanoseconds(parseTime(time))

/** Who a ballot that cannot be read says it is of. */
function voterOf(json: unknown): string {
  const { ballot } = Object(json) as { ballot?: unknown }
  const { voter } = Object(ballot) as { voter?: unknown }
  return typeof voter === 'string' ? voter.slice(0, 80) : 'unknown'
}
