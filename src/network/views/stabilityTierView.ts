import type { ContributionRewards } from '../../node/contracts/contributionRewards.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { mulFloor, type Ratio } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'

/** M015's stability tier: what is committed to it, and the bounds of what it may get of one period. Amounts in uregen. */
export type StabilityTier = {
  /** Principal of all commitments. Before M015 is on chain nobody can commit: 0. A contract counts it and does not tell: unknown. */
  readonly committed: Uregen | 'unknown'
  readonly annualReturn: Ratio
  /** At most that part of the period's inflow (invariant 2, Stability Cap). */
  readonly maxShare: Ratio
  /** floor( inflow × maxShare ), of the period that is looked at. */
  readonly cap: Uregen
}

/** The stability tier as the chain says, else as the policy does. @see SPEC M015, Reward Calculation, 1. Stability Tier Allocation */
export function stabilityTier({
  inflow,
  inForce,
  policy: { m015 },
}: {
  inflow: Uregen
  inForce: ContributionRewards | null
  policy: Pick<PolicyConfig, 'm015'>
}): StabilityTier {
  const annualReturn = inForce?.stability.annualReturn ?? m015.stabilityRate
  const maxShare = inForce?.stability.maxShare ?? m015.maxStabilityShare
  return {
    committed: inForce === null ? (0n as Uregen) : inForce.committed,
    annualReturn,
    maxShare,
    cap: mulFloor(inflow, maxShare),
  }
}
