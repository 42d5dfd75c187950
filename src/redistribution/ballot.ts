import * as z from 'zod/mini'
import type { Round } from '../mechanisms/regen-value-redistribution/round/round.ts'
import { addressProblem, normalizeAddress } from '../primitives/address.ts'
import { canonicalJson } from '../primitives/canonical.ts'
import { canonicalHash } from '../primitives/canonicalHash.ts'
import { RegenError } from '../primitives/errors.ts'
import { BALLOT_REFUSED } from '../primitives/errorTable.ts'
import { TimeText, WholeAmount } from '../primitives/schemas.ts'
import { nanosecondsOf } from '../primitives/time.ts'

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

/** What a voter of a round signs: the round, the voter and the choices. */
export type BallotText = z.output<typeof BallotTextJson>

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

/** Why one is not counted. */
export type BallotProblem = { readonly rule: BallotRule; readonly reason: string }

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

/** Why a ballot does not belong into a round, whatever else is in the box; null where it does. */
export function castProblem(
  ballot: BallotText,
  { id, opens, closes, voters, projects }: Round,
  terms: string,
  times: readonly string[],
  unsigned: () => string | null = () => null,
): BallotProblem | null {
  const problem = (rule: BallotRule, reason: string): BallotProblem => ({ rule, reason })
  if (ballot.round !== id) return problem('other-round', `it is of the round "${ballot.round.slice(0, 80)}"`)
  if (ballot.terms !== terms) return problem('other-terms', 'it was signed under other terms of the round')
  const wrong = unsigned()
  if (wrong !== null) return problem('signature', wrong)
  if (voters !== undefined && !voters.includes(ballot.voter))
    return problem('not-a-voter', 'the round does not list it')
  const stray = Object.keys(ballot.votes).find(project => !projects.some(known => known.id === project))
  if (stray !== undefined) return problem('malformed', `"${stray.slice(0, 80)}" is no project of the round`)
  if (opens !== undefined && times.some(time => nanosecondsOf(time) < nanosecondsOf(opens)))
    return problem('early', `the round opens ${opens}`)
  if (closes !== undefined && times.some(time => nanosecondsOf(time) > nanosecondsOf(closes)))
    return problem('late', `the round closed ${closes}`)
  return null
}
