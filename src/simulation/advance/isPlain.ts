import { areOneLength } from '../../epoch/clocks.ts'
import { spanOf } from '../../epoch/period.ts'
import type { EpochState } from '../../epoch/state/epochState.ts'
import { milliseconds } from '../../mechanisms/m012-fixed-cap-dynamic-supply/periodLength.ts'
import { POOLS } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import { isServing } from '../../mechanisms/m014-authority-validator-governance/validator.ts'
import { type PolicyConfig, policyHash } from '../../policy/policy.ts'
import type { Coin } from '../../primitives/coin.ts'
import type { AggregatedPeriod } from './aggregatedPeriod.ts'

/**
 * Whether the short way is known to come to the same numbers: every mechanism runs, all clocks have one length, everything is in uregen, and the policy
 * turns none of the knobs that only the long way knows.
 */
export function isPlain(
  state: EpochState,
  { volumes, validators: changes }: AggregatedPeriod,
  policy: PolicyConfig,
): boolean {
  const { phases, supply, pools, stability, rewards, escrow, validators } = state
  const { m012, m013, m014, m015 } = policy
  return (
    (phases.m012.phase === 'DYNAMIC' || phases.m012.phase === 'EQUILIBRIUM') &&
    phases.m013.phase === 'VALUE_BASED' &&
    phases.m014 === 3 &&
    phases.m015 === 'DISTRIBUTING' &&
    state.clocks === undefined &&
    areOneLength(policy) &&
    supply.unbonding === null &&
    supply.hardCap === null &&
    m012.overCapPolicy.kind !== 'clamp' &&
    m013.burnShare.kind === 'fixed' &&
    m013.shares.validator.num > 0n &&
    m013.valueRounding === 'exact' &&
    m014.compensationModel === 'split' &&
    m014.payRounding === 'once' &&
    m014.noScores === 'no-bonus' &&
    m015.scoring === 'raw' &&
    m015.scoreRounding === 'exact' &&
    m015.scoreBasis === 'value' &&
    m015.rewardDust === 'largest' &&
    m015.accrual === 'per-commitment' &&
    m015.rewardCapPerOwnFees === null &&
    m015.safetyValve === 'off' &&
    stability.lowered === null &&
    rewards.tracked.periods === 0 &&
    rewards.tracked.scores.length === 0 &&
    POOLS.every(pool => isUregen(pools[pool].coins)) &&
    isUregen(rewards.carried) &&
    isUregen(rewards.governanceReserve) &&
    onlyUregen(rewards.claims) &&
    onlyUregen(escrow) &&
    volumes.every(({ denom }) => denom === 'uregen') &&
    changes.applications.length + changes.transitions.length + changes.exits.length === 0 &&
    (state.policyHash == null || state.policyHash === policyHash(policy)) &&
    validators.every(({ status }) => status !== 'PROBATION') &&
    !termsEndBy(validators, spanOf(state.time, milliseconds(m012.periodLength)).end)
  )
}

/** Whether a term may end by a day, told by the text of the dates: such a period is paid by the day. */
const termsEndBy = (validators: EpochState['validators'], end: string): boolean =>
  validators.some(
    validator =>
      isServing(validator) &&
      validator.termEnd !== null &&
      validator.termEnd.slice(0, 10) <= end.slice(0, 10),
  )

const isUregen = (coins: readonly Coin[]): boolean =>
  coins.length === 0 || (coins.length === 1 && coins[0]?.denom === 'uregen')

function onlyUregen(byDenom: { readonly [denom: string]: unknown }): boolean {
  for (const denom in byDenom) if (denom !== 'uregen') return false
  return true
}
