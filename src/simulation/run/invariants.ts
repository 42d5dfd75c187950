import type { EpochState } from '../../epoch/state/epochState.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { mulFloor } from '../../primitives/ratio.ts'
import type { AggregatedPeriod } from '../advance/aggregatedPeriod.ts'
import type { EpochNumbers } from '../advance/epochNumbers.ts'

/** What every period must keep, by the name the specification has for it. */
export const INVARIANTS = [
  'M012 Cap Inviolability',
  'M012 Non-Negative Supply',
  'M012 Supply Algorithm',
  'M013 Fee Conservation',
  'M014 Compensation Cap',
  'M015 Revenue Constraint',
  'M015 Stability Cap',
] as const
export type Invariant = (typeof INVARIANTS)[number]

/**
 * The first invariant that a period broke, or null.
 *
 *     S' ≤ max(S, C)   S' ≥ 0   S' = S + M − B   burn + validator + community + agent = fees
 *     pay ≤ fund, with what early exits forfeit to it   stability + rewards ≤ inflow + carried   stability ≤ cap
 *
 * That no uregen appears or disappears is not among them: `advanceEpoch` refuses such a period.
 */
export function brokenInvariant(
  before: EpochState,
  { validators: { exits } }: AggregatedPeriod,
  numbers: EpochNumbers,
  policy: PolicyConfig,
): Invariant | null {
  const {
    supply,
    minted,
    burned,
    pools,
    revenue,
    validatorPay,
    inflow,
    stability,
    activityPool,
    distributed,
  } = numbers
  const { m012, m015 } = policy
  const was = before.supply.supply
  const cap = before.supply.hardCap ?? m012.hardCap
  if (supply > (was > cap ? was : cap)) return 'M012 Cap Inviolability'
  if (supply < 0n) return 'M012 Non-Negative Supply'
  if (
    m012.burnKind === 'permanent' &&
    m012.overCapPolicy.kind === 'pure-burn' &&
    supply !== was + minted - burned
  )
    return 'M012 Supply Algorithm'
  if (pools.burn + pools.validator + pools.community + pools.agent !== revenue) return 'M013 Fee Conservation'
  const fund =
    before.pools.validator.coins.reduce((sum, { amount }) => sum + amount, 0n) +
    pools.validator +
    (exits.length === 0 ? 0n : forfeitable(before, exits))
  if (validatorPay > fund) return 'M014 Compensation Cap'
  const carried = before.rewards.carried.reduce((sum, { amount }) => sum + amount, 0n)
  if (stability + activityPool > inflow + carried || distributed > activityPool)
    return 'M015 Revenue Constraint'
  if (stability > mulFloor(inflow, m015.maxStabilityShare)) return 'M015 Stability Cap'
  return null
}

/** The most that early exits give back to the fund: the bonuses that wait for those who leave. */
function forfeitable({ escrow }: EpochState, exits: AggregatedPeriod['validators']['exits']): bigint {
  const leaving = new Set(exits.map(({ address }) => address))
  let sum = 0n
  for (const { address, amount } of escrow['uregen'] ?? []) if (leaving.has(address)) sum += amount
  return sum
}
