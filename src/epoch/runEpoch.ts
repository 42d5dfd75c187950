import type { Pool } from '../mechanisms/m013-value-based-fee-routing/params.ts'
import { type PolicyConfig, policyHash } from '../policy/policy.ts'
import { type Coin, sumCoins } from '../primitives/coin.ts'
import { movePools } from './books/movePools.ts'
import { epochParams } from './epochParams.ts'
import { feePeriod } from './fees/feePeriod.ts'
import type { EpochInputs } from './inputs/epochInputs.ts'
import { feeDaysOf, requireInside, spanOf } from './period.ts'
import { nextPhases } from './phases/nextPhases.ts'
import { changedPolicy } from './policyChange.ts'
import type { EpochReport } from './report/epochReport.ts'
import { reportEpoch } from './report/reportEpoch.ts'
import { requirePossible } from './requirePossible.ts'
import { runRewards } from './rewards/runRewards.ts'
import type { EpochState } from './state/epochState.ts'
import { releaseReserves } from './supply/releaseReserves.ts'
import { runSupply, stakedAt } from './supply/runSupply.ts'
import { startM012 } from './supply/startM012.ts'
import { startUnbonding } from './supply/startUnbonding.ts'
import { runValidators } from './validators/runValidators.ts'

/**
 * Runs one period of the whole economy: fees → burn → supply; validator fund → pay; community pool → rewards.
 *
 *     0  a policy other than that of the period before needs a decision of its layer
 *     1  what governance releases, deposits, conversions and spends; on what the pools held before
 *     2  M013: fees, split over the four pools
 *     3  M012: the burn pool is burned, and the supply regrows
 *     4  M014: the validators are paid from their fund
 *     5  M015: the community inflow pays the stability tier and activity; claims
 *     6  each mechanism’s phase of the next period
 *
 * Pure: the same state, inputs and policy give the same bytes as JSON. Nothing is lost: what nobody earns is carried over, and
 * a period in which one uregen appears or disappears is an error.
 *
 * @example
 * const { state: after, report } = runEpoch(state, inputs, DEFAULT_POLICY)
 * report.supply.minted
 * after.period
 */
export function runEpoch(
  opening: EpochState,
  inputs: EpochInputs,
  policy: PolicyConfig,
): { readonly state: EpochState; readonly report: EpochReport } {
  const changed = changedPolicy(opening, inputs, policy)
  const isNewCap = changed.changes.some(({ knob }) => knob === 'm012.hardCap')
  const state = isNewCap ? { ...opening, supply: { ...opening.supply, hardCap: null } } : opening
  const params = epochParams(policy, state)
  requirePossible(state.phases, params.fees, inputs.inflation)
  const span = spanOf(state.time, params.supply.periodLength)
  requireInside(inputs.transactions, span)

  const released = releaseReserves(state, inputs.decisions.releases, policy)
  const moved = movePools(released.state.pools, inputs, policy.m013)
  const collected = feePeriod({ ...released.state, pools: moved.pools }, inputs, params.fees, policy)
  const supply = runSupply(
    { ...released.state, pools: collected.pools },
    { inputs, params, span, revenue: collected.fees.revenue },
  )
  const validators = runValidators(
    { ...released.state, pools: supply.pools },
    {
      inputs,
      policy,
      params,
      span,
      inflow: sumCoins([...collected.fees.pools.validator, ...convertedOf(inputs, 'validator')]),
    },
  )
  const rewards = runRewards(
    { ...released.state, pools: validators.pools },
    {
      inputs,
      policy,
      params,
      span,
      inflow: sumCoins([
        ...collected.inflow,
        ...convertedOf(inputs, 'community'),
        { denom: 'uregen', amount: supply.inflow },
      ]),
      fees: collected.fees.ofTransactions,
    },
  )

  const feeDays = feeDaysOf(state.phases.m013.feeDays, inputs, collected.fees)
  const steps = nextPhases(state.phases, {
    decisions: inputs.decisions,
    governance: policy.governance,
    today: span.end.slice(0, 10),
    feeDays,
    revenue: collected.fees.revenue,
    record: supply.period.record,
    validatorsPaid: validators.paid,
    validators: validators.validators,
    composition: validators.composition,
    delegated: inputs.staked ?? stakedAt(supply.period.ledger, span.end, params),
    tracked: rewards.ledger.tracked,
    supplyParams: params.supply,
    validatorParams: params.validators,
    rewardParams: params.rewards,
  })
  const { phases } = steps
  const started = startM012(
    {
      before: state.phases,
      phases,
      ledger: supply.period.ledger,
      pools: rewards.pools,
      period: state.period,
    },
    params.supply,
  )
  const next: EpochState = {
    version: state.version,
    period: state.period + 1,
    time: span.end,
    policyHash: policyHash(policy),
    phases,
    supply: startUnbonding(started.ledger, state.phases, phases, span.end),
    pools: started.pools,
    revenue: collected.fees.revenue,
    validators: validators.validators,
    escrow: validators.escrow,
    stability: rewards.stability,
    rewards: rewards.ledger,
  }
  const report = reportEpoch({
    before: state,
    after: next,
    inputs,
    policy,
    params,
    span,
    parts: { changed, released, moved, collected, supply, validators, rewards, started, phases: steps },
  })
  return { state: next, report }
}

/** What a pool received for coins of another denom: inflow that was deferred until it was changed (OQ-M013-3). */
const convertedOf = ({ conversions }: EpochInputs, of: Pool): readonly Coin[] =>
  sumCoins(
    conversions.flatMap(({ pool, received }) => (pool === of ? [{ denom: 'uregen', amount: received }] : [])),
  )
