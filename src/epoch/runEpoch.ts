import type { Pool } from '../mechanisms/m013-value-based-fee-routing/params.ts'
import type { PolicyConfig } from '../policy/policy.ts'
import { policyHash } from '../policy/policyHash.ts'
import { type Coin, sumCoins } from '../primitives/coin.ts'
import type { Uregen } from '../primitives/uregen.ts'
import { besideWaiting, movePools, type Waiting } from './books/movePools.ts'
import { epochStep, nextClocks, openClocks } from './clocks.ts'
import { epochParams } from './epochParams.ts'
import { feePeriod } from './fees/feePeriod.ts'
import type { EpochInputs } from './inputs/epochInputs.ts'
import { feeDaysOf, requireInside } from './periodBounds.ts'
import { nextPhases } from './phases/nextPhases.ts'
import { changedPolicy } from './policyChange.ts'
import type { EpochReport } from './report/epochReport.ts'
import { reportEpoch } from './report/reportEpoch.ts'
import { requirePossible } from './requirePossible.ts'
import { runRewards } from './rewards/runRewards.ts'
import type { EpochState } from './state/epochState.ts'
import { releaseReserves } from './supply/releaseReserves.ts'
import { runSupply, stakedAt, startUnbonding } from './supply/runSupply.ts'
import { startM012 } from './supply/startM012.ts'
import { runValidators } from './validators/runValidators.ts'

/**
 * Runs one step of the whole economy: fees → burn → supply; validator fund → pay; community pool → rewards. Where M012’s period and
 * the distribution period are equally long, which is the default, a step is a period; else it ends with the one that ends first, and what belongs to the
 * other waits in the state (`epochStep`).
 *
 *     0  a policy other than that of the period before needs a decision of its layer
 *     1  what governance releases, deposits, conversions and spends; on what the pools held before
 *     2  M013: fees, split over the four pools
 *     3  M012, when its period ends: the burn pool is burned, and the supply regrows
 *     4  M014, when the distribution period ends: the validators are paid from their fund
 *     5  M015, when the distribution period ends: the community inflow pays the stability tier and activity; claims
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
  const step = epochStep(state, policy)
  const clocks = openClocks(state, step)
  const params = epochParams(policy, state, step.m012)
  requirePossible(state.phases, params.fees, inputs.inflation)
  requireInside(inputs.transactions, step)

  const released = releaseReserves(state, inputs.decisions.releases, policy)
  const moved = besideWaiting(released.state.pools, clocks.m015.inflow, free =>
    movePools(free, inputs, policy.m013),
  )
  const collected = feePeriod({ ...released.state, pools: moved.pools }, inputs, params.fees, policy)
  const { revenue } = collected.fees
  const supply = runSupply(
    { ...released.state, pools: collected.pools },
    { inputs, params, step, clock: clocks.m012, revenue },
  )
  const validators = runValidators(
    { ...released.state, pools: supply.pools },
    {
      inputs,
      policy,
      params,
      step,
      clock: clocks.m015,
      inflow: sumCoins([...collected.fees.pools.validator, ...convertedOf(inputs, 'validator')]),
    },
  )
  const rewards = runRewards(
    { ...released.state, pools: validators.pools },
    {
      inputs,
      policy,
      params,
      step,
      clock: validators.clock,
      inflow: sumCoins([
        ...collected.inflow,
        ...convertedOf(inputs, 'community'),
        { denom: 'uregen', amount: supply.inflow },
      ]),
      fees: collected.fees.ofTransactions,
    },
  )

  const distribution = { ...rewards.clock, revenue: (rewards.clock.revenue + revenue) as Uregen }
  const paid = step.m015.ends ? validators.paid : (state.clocks?.paid ?? (0n as Uregen))
  const feeDays = feeDaysOf(state.phases.m013.feeDays, inputs, collected.fees)
  const steps = nextPhases(state.phases, {
    decisions: step.m015.ends
      ? { ...inputs.decisions, m015Approved: distribution.approved }
      : inputs.decisions,
    governance: policy.governance,
    today: step.end.slice(0, 10),
    feeDays,
    distributionEnds: step.m015.ends,
    revenue: supply.clock?.revenue ?? revenue,
    record: supply.period.record,
    validatorsPaid: paid,
    validators: validators.validators,
    composition: validators.composition,
    delegated: inputs.staked ?? stakedAt(supply.period.ledger, step.end, params),
    tracked: rewards.ledger.tracked,
    supplyParams: params.supply,
    validatorParams: params.validators,
    rewardParams: params.rewards,
  })
  const { phases } = steps
  const waiting = step.m015.ends ? NOTHING_WAITS : distribution.inflow
  const started = besideWaiting(rewards.pools, waiting, free =>
    startM012(
      {
        before: state.phases,
        phases,
        ledger: supply.period.ledger,
        pools: free,
        period: state.period,
      },
      params.supply,
    ),
  )
  const next: EpochState = {
    version: state.version,
    period: state.period + 1,
    time: step.end,
    ...nextClocks({ m012: supply.clock, m015: distribution }, step, paid, policy),
    policyHash: policyHash(policy),
    phases,
    supply: startUnbonding(started.ledger, state.phases, phases, step.end),
    pools: started.pools,
    revenue: step.m015.ends ? distribution.revenue : state.revenue,
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
    step,
    parts: { changed, released, moved, collected, supply, validators, rewards, started, phases: steps },
  })
  return { state: next, report }
}

const NOTHING_WAITS: Waiting = { validator: [], community: [] }

/** What a pool received for coins of another denom: inflow that was deferred until it was changed (OQ-M013-3). */
const convertedOf = ({ conversions }: EpochInputs, of: Pool): readonly Coin[] =>
  sumCoins(
    conversions.flatMap(({ pool, received }) => (pool === of ? [{ denom: 'uregen', amount: received }] : [])),
  )
