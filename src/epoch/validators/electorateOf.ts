import type { PolicyConfig } from '../../policy/policy.ts'
import { sumUregen } from '../../primitives/uregen.ts'
import { m014StateOf } from '../phases/m014StateOf.ts'
import type { EpochState } from '../state/epochState.ts'
import type { Electorate } from './seatDecision.ts'

/** What a vote on a seat is counted against, apart from who is in the set when it is counted. */
export function electorateOf(
  { phases, supply, stability }: Pick<EpochState, 'phases' | 'supply' | 'stability'>,
  policy: PolicyConfig,
): Omit<Electorate, 'members'> {
  const m014 = m014StateOf(phases)
  return {
    supply: supply.supply,
    staked: supply.staked,
    lockedOf: holder =>
      sumUregen(
        ...stability.commitments
          .filter(commitment => commitment.holder === holder && commitment.state === 'COMMITTED')
          .map(({ amount }) => amount),
      ),
    bothTracks: m014 === 'ACTIVE' || m014 === 'EQUILIBRIUM',
    policy,
  }
}
