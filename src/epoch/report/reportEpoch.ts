import { equilibriumReached } from '../../mechanisms/m012-fixed-cap-dynamic-supply/records.ts'
import { rateOf } from '../../mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { policyHash } from '../../policy/policyHash.ts'
import { amountOf } from '../../primitives/coin.ts'
import { mulFloor } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { ACCOUNTS, type Account } from '../books/accounts.ts'
import { accountEquations, requireEqual } from '../books/conservation.ts'
import { type Balances, balancesOf } from '../books/epochBalances.ts'
import { mechanismEquations } from '../books/mechanismEquations.ts'
import type { EpochStep } from '../clocks.ts'
import type { EpochParams } from '../epochParams.ts'
import { recordFees } from '../fees/feePeriod.ts'
import type { EpochInputs } from '../inputs/epochInputs.ts'
import type { EpochState } from '../state/epochState.ts'
import type { EpochAlert } from './alerts.ts'
import type { EpochParts } from './epochParts.ts'
import type { EpochEvent, EpochReport } from './epochReport.ts'

/** Puts a period together as one report, and refuses one that does not add up. */
export function reportEpoch({
  before,
  after,
  inputs,
  policy,
  params,
  step,
  parts,
}: {
  before: EpochState
  after: EpochState
  inputs: EpochInputs
  policy: PolicyConfig
  params: EpochParams
  step: EpochStep
  parts: EpochParts
}): EpochReport {
  const { collected, supply, validators, rewards, started, phases } = parts
  const { fees } = collected
  const movements = [
    ...parts.released.movements,
    ...parts.moved.movements,
    ...collected.movements,
    ...supply.period.movements,
    ...validators.movements,
    ...rewards.movements,
    ...started.movements,
  ]
  const conservation = [...mechanismEquations(parts), ...accountEquations(before, after, movements)]
  requireEqual(conservation)
  const recorded = recordFees(fees.ofTransactions)
  const closing = balancesOf(after)
  const reached = equilibriumReached(
    { period: BigInt(before.period), supply: after.supply.supply },
    before.phases.m012,
    after.phases.m012,
  )
  const events: readonly EpochEvent[] = [
    ...parts.changed.events,
    ...recorded.events,
    ...supply.period.events,
    ...validators.events,
    ...rewards.events,
    ...started.events,
    ...(reached ? [reached] : []),
  ]
  return {
    period: before.period,
    start: step.start,
    end: step.end,
    clocks: { m012: step.m012, m015: step.m015 },
    policyHash: policyHash(policy),
    phases: { during: before.phases, next: after.phases, actions: phases.actions },
    fees: {
      totals: fees.totals,
      revenue: fees.revenue,
      pools: fees.pools,
      records: recorded.records,
      shares: params.fees.shares,
      rewarded: collected.inflow,
      scored: fees.scored,
    },
    supply: {
      before: before.supply.supply,
      minted: supply.period.minted,
      after: after.supply.supply,
      record: supply.period.record,
    },
    validators: {
      composition: validators.composition,
      pays: validators.pays,
      performance: validators.performance,
      actions: validators.actions,
      power: validators.power,
    },
    rewards: {
      record: rewards.period.record,
      others: rewards.period.others,
      scores: rewards.scored.scores,
      retroactive: rewards.scored.retroactive,
      stabilityDue: rewards.period.due,
      admitted: rewards.admitted,
      settlements: rewards.settlements,
      claims: rewards.claims,
    },
    carriedOver: ACCOUNTS.flatMap(account => closing[account].map(coin => ({ account, ...coin }))),
    movements,
    conservation,
    alerts: [
      ...supply.period.alerts,
      ...validators.alerts,
      ...rewards.alerts,
      ...phases.alerts,
      ...crossAlerts(closing, inputs, policy),
    ],
    events,
  }
}

/** What only shows when the mechanisms are looked at together. */
function crossAlerts(
  closing: Balances,
  { rates }: EpochInputs,
  { m013: { agentFund, distribution } }: PolicyConfig,
): readonly EpochAlert[] {
  const held = amountOf(closing['agent fund'], 'uregen') as Uregen
  const waiting: readonly Account[] =
    distribution.kind === 'regen' ? ['burn pool', 'validator fund', 'community pool'] : ['burn pool']
  return [
    ...(agentFund.kind === 'multisig' && held >= agentFund.below
      ? [{ code: 'AGENT_FUND_ABOVE_MULTISIG', held, below: agentFund.below } as const]
      : []),
    ...waiting.flatMap(account =>
      closing[account]
        .filter(({ denom }) => denom !== 'uregen')
        .map(({ denom, amount }): EpochAlert => {
          const rate = rateOf(denom, rates)
          const worth = rate ? (mulFloor(amount, rate) as Uregen) : null
          return { code: 'CONVERSION_PENDING', account, denom, amount, worth }
        }),
    ),
  ]
}
