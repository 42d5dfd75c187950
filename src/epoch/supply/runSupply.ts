import { isStakeOff } from '../../mechanisms/m012-fixed-cap-dynamic-supply/backing.ts'
import { mintInflow } from '../../mechanisms/m012-fixed-cap-dynamic-supply/flows.ts'
import type { PoolBalances } from '../../mechanisms/m013-value-based-fee-routing/pools.ts'
import { delegatedAt } from '../../mechanisms/m014-authority-validator-governance/delegations.ts'
import { amountOf } from '../../primitives/coin.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { depositTo, payFrom } from '../books/movePools.ts'
import type { EpochStep } from '../clocks.ts'
import type { EpochParams } from '../epochParams.ts'
import type { EpochInputs } from '../inputs/epochInputs.ts'
import { m014StateOf } from '../phases/m014StateOf.ts'
import type { SupplyClock } from '../state/epochClocks.ts'
import type { EpochPhases, EpochState, SupplyLedger } from '../state/epochState.ts'
import { type SupplyPeriod, supplyPeriod } from './supplyPeriod.ts'

export type SupplyRun = {
  readonly period: SupplyPeriod
  /** M012’s period with what this step adds to it; null while it does not run. */
  readonly clock: SupplyClock | null
  readonly pools: PoolBalances
  /** What was minted and counts as inflow of the community pool: nothing, unless governance says so. */
  readonly inflow: Uregen
}

/**
 * M012 on the pools: when its period ends, burns what the burn pool holds in uregen, and mints to whom the policy names. What stands behind the
 * multiplier is read as the period began.
 */
export function runSupply(
  { period, phases, supply: ledger, pools }: EpochState,
  {
    inputs,
    params,
    step: { start, m012 },
    clock: opening,
    revenue,
  }: {
    inputs: EpochInputs
    params: EpochParams
    step: EpochStep
    clock: SupplyClock | null
    revenue: Uregen
  },
): SupplyRun {
  const burnPool = amountOf(pools.burn.coins, 'uregen') as Uregen
  const clock = opening && {
    ...opening,
    revenue: (opening.revenue + revenue) as Uregen,
    otherBurns: (opening.otherBurns + inputs.otherBurns) as Uregen,
  }
  const done = supplyPeriod(
    {
      period,
      phases,
      ledger,
      staked: isStakeOff(m014StateOf(phases))
        ? (0n as Uregen)
        : (inputs.staked ?? stakedAt(ledger, clock?.start ?? start, params)),
      stabilityCommitted: clock?.committed ?? (0n as Uregen),
      validators: { active: clock?.serving ?? 0, max: params.validators.maxValidators },
      burnPool,
      fees: clock?.revenue ?? revenue,
      ends: m012?.ends ?? false,
    },
    { ...inputs, otherBurns: clock?.otherBurns ?? inputs.otherBurns },
    params.supply,
  )
  const burned = payFrom(pools, 'burn', done.burnedFromPool)
  const toPool = params.supply.mintRecipient.kind === 'community-pool' ? done.minted : 0n
  return {
    period: done,
    clock,
    pools: depositTo(burned, 'community', [{ denom: 'uregen', amount: toPool }]),
    inflow: mintInflow(done.minted, params.supply),
  }
}

/** S_staked when nobody says: as it was, or what unbonding has left of it at a time (OQ-M014-5). */
export const stakedAt = (
  { staked, unbonding }: EpochState['supply'],
  at: string,
  { validators: { unbondingDays } }: EpochParams,
): Uregen => (unbonding === null ? staked : delegatedAt(at, { ...unbonding, unbondingDays }))

/** Delegations begin to fall with M014’s TRANSITION: when its migration leaves phase 0 (OQ-M014-5). */
export const startUnbonding = (
  ledger: SupplyLedger,
  before: EpochPhases,
  after: EpochPhases,
  at: string,
): SupplyLedger =>
  before.m014 === 0 && after.m014 > 0
    ? { ...ledger, unbonding: { delegated: ledger.staked, from: at } }
    : ledger
