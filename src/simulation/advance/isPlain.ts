import { areOneLength } from '../../epoch/clocks.ts'
import type { EpochState } from '../../epoch/state/epochState.ts'
import { POOLS } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { policyHash } from '../../policy/policyHash.ts'
import type { Coin } from '../../primitives/coin.ts'
import type { AggregatedPeriod } from './aggregatedPeriod.ts'

/** Whether every knob of a policy stands so that `advanceEpoch` can go its short way; else it calls `runEpoch`, the long way. */
export const isPlainPolicy = (policy: PolicyConfig): boolean => {
  const { m012, m013, m014, m015 } = policy
  return (
    areOneLength(policy) &&
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
    m015.safetyValve === 'off'
  )
}

/**
 * Whether the short way is known to come to the same numbers under a plain policy: every mechanism runs, no clock runs apart from the others,
 * everything is in uregen, nobody is in PROBATION or gets there.
 */
export function isPlain(
  state: EpochState,
  { volumes, validators: { transitions } }: AggregatedPeriod,
  policy: PolicyConfig,
): boolean {
  const { phases, supply, pools, stability, rewards, escrow, validators } = state
  return (
    (phases.m012.phase === 'DYNAMIC' || phases.m012.phase === 'EQUILIBRIUM') &&
    phases.m013.phase === 'VALUE_BASED' &&
    phases.m014 === 3 &&
    phases.m015 === 'DISTRIBUTING' &&
    state.clocks === undefined &&
    supply.unbonding === null &&
    supply.hardCap === null &&
    stability.lowered === null &&
    rewards.tracked.periods === 0 &&
    rewards.tracked.scores.length === 0 &&
    POOLS.every(pool => isUregen(pools[pool].coins)) &&
    isUregen(rewards.carried) &&
    isUregen(rewards.governanceReserve) &&
    onlyUregen(rewards.claims) &&
    onlyUregen(escrow) &&
    volumes.every(({ denom }) => denom === 'uregen') &&
    transitions.every(({ to }) => to === 'APPROVED' || to === 'ACTIVE') &&
    (state.policyHash == null || state.policyHash === policyHash(policy)) &&
    validators.every(({ status }) => status !== 'PROBATION')
  )
}

const isUregen = (coins: readonly Coin[]): boolean =>
  coins.length === 0 || (coins.length === 1 && coins[0]?.denom === 'uregen')

function onlyUregen(byDenom: { readonly [denom: string]: unknown }): boolean {
  for (const denom in byDenom) if (denom !== 'uregen') return false
  return true
}
