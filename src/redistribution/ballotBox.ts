import * as z from 'zod/mini'
import type { Ballot } from '../mechanisms/regen-value-redistribution/retroactive/ballots.ts'
import type { Round } from '../mechanisms/regen-value-redistribution/round/round.ts'
import { canonicalHash } from '../primitives/canonicalHash.ts'
import { parseInput, TimeText } from '../primitives/schemas.ts'
import { nanosecondsOf } from '../primitives/time.ts'
import {
  type BallotProblem,
  type BallotRule,
  BallotTextJson,
  ballotText,
  castProblem,
  roundTerms,
} from './ballot.ts'
import { signatureProblem } from './signatureProblem.ts'

/** A ballot with its signature, and when the box got it. */
export const SignedBallotJson = z.strictObject({
  ballot: BallotTextJson,
  pub_key: z.strictObject({ type: z.literal('tendermint/PubKeySecp256k1'), value: z.string() }),
  signature: z.string(),
  receivedAt: z.optional(TimeText),
})

/** A ballot with its signature, as a wallet gives it. */
export type SignedBallot = z.output<typeof SignedBallotJson>

/** The ballots that count, and those that do not with the rule that refused each. */
export type BallotBox = {
  readonly accepted: readonly Ballot[]
  readonly refused: readonly { readonly voter: string; readonly rule: BallotRule; readonly reason: string }[]
}

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

function problemOf(
  { ballot, pub_key, signature, receivedAt }: SignedBallot,
  round: Round,
  terms: string,
  before: string | undefined,
  hash: string,
): BallotProblem | null {
  const times = [ballot.time, ...(receivedAt === undefined ? [] : [receivedAt])]
  const problem = castProblem(ballot, round, terms, times, () =>
    signatureProblem(ballot.voter, ballotText(ballot), { pub_key, signature }),
  )
  if (problem !== null) return problem
  if (before === hash) return { rule: 'replay', reason: 'the same ballot is in the box already' }
  return before === undefined ? null : { rule: 'one-ballot', reason: 'the voter has one in the box already' }
}

const inOrder = (a: SignedBallot, b: SignedBallot): number => {
  const [x, y] = [a, b].map(({ receivedAt, ballot }) => [
    nanosecondsOf(receivedAt ?? ballot.time),
    nanosecondsOf(ballot.time),
  ])
  const [first = 0n, second = 0n] = x ?? []
  const [third = 0n, fourth = 0n] = y ?? []
  if (first !== third) return first < third ? -1 : 1
  if (second !== fourth) return second < fourth ? -1 : 1
  return canonicalHash(a) < canonicalHash(b) ? -1 : 1
}

/** Who a ballot that cannot be read says it is of. */
function voterOf(json: unknown): string {
  const { ballot } = Object(json) as { ballot?: unknown }
  const { voter } = Object(ballot) as { voter?: unknown }
  return typeof voter === 'string' ? voter.slice(0, 80) : 'unknown'
}
