import type { Member } from '../../mechanisms/m014-authority-validator-governance/validatorSet/composition.ts'
import {
  type SeatTally,
  type SeatVote,
  tallySeat,
} from '../../mechanisms/m014-authority-validator-governance/validatorSet/seatVote.ts'
import { isServing } from '../../mechanisms/m014-authority-validator-governance/validatorSet/validator.ts'
import { votingTokens } from '../../mechanisms/m015-contribution-weighted-rewards/stabilityTier/commitment.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import type { Tally } from '../../policy/votes/meetsLayer.ts'
import { passesDecision } from '../../policy/votes/passesDecision.ts'
import type { Uregen } from '../../primitives/uregen.ts'

/** What a vote on a seat is counted against. */
export type Electorate = {
  readonly members: readonly Member[]
  readonly supply: Uregen
  readonly staked: Uregen
  /** What a holder has committed to the stability tier. */
  readonly lockedOf: (holder: string) => Uregen
  readonly bothTracks: boolean
  readonly policy: Pick<PolicyConfig, 'governance' | 'm015'>
}

/**
 * Whether the votes on a seat approve it: Layer 3, without the candidate’s own vote. A validator has one vote while it serves,
 * a holder those tokens that may vote (`lockedTokens`); of several votes of one voter on a track the last counts.
 *
 * @see SPEC M014, invariant 3, No Self-Approval
 */
export function seatDecision(
  candidate: string,
  votes: readonly SeatVote[],
  { members, supply, staked, lockedOf, bothTracks, policy }: Electorate,
): { readonly approved: boolean; readonly tally: SeatTally } {
  const serving = new Set<string>()
  for (const { address, status } of members) if (isServing({ status })) serving.add(address)
  const last = { validators: new Map<string, SeatVote>(), holders: new Map<string, SeatVote>() }
  for (const vote of votes) last[vote.track].set(vote.voter, vote)
  const counted: SeatVote[] = []
  for (const vote of last.validators.values()) if (serving.has(vote.voter)) counted.push(weighing(vote, 1n))
  for (const vote of last.holders.values()) counted.push(weighing(vote, tokensOf(vote)))
  const tallyOf = (track: SeatVote['track'], eligible: bigint): Tally => {
    const sums = { yes: 0n, no: 0n, veto: 0n, abstain: 0n }
    for (const vote of counted)
      if (vote.track === track && vote.voter !== candidate) sums[vote.option] += vote.weight
    return { ...sums, eligible }
  }
  const decided =
    serving.size > 0
      ? {
          validators: tallyOf('validators', BigInt(serving.has(candidate) ? serving.size - 1 : serving.size)),
          holders: tallyOf('holders', supply),
        }
      : { tally: tallyOf('holders', staked > 0n ? staked : supply) }
  const { governance } = policy
  return {
    approved: passesDecision(decided, 'L3', { governance, bothTracks: bothTracks && serving.size > 0 }).met,
    tally: tallySeat(candidate, counted),
  }

  function tokensOf({ voter, weight }: SeatVote): bigint {
    const locked = lockedOf(voter)
    const tokens = (weight < locked ? locked : weight) as Uregen
    return votingTokens({ tokens, locked }, policy.m015)
  }
}

const weighing = (vote: SeatVote, weight: bigint): SeatVote =>
  vote.weight === weight ? vote : { ...vote, weight }
