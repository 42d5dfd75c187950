import { openVotes, type Votes, withVotes } from '../../epoch/rewards/rememberVotes.ts'
import { runEpoch } from '../../epoch/runEpoch.ts'
import type { EpochState } from '../../epoch/state/epochState.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { policyHash } from '../../policy/policyHash.ts'
import { amountOf } from '../../primitives/coin.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { advanceFees } from './advanceFees.ts'
import { advanceRewards } from './advanceRewards.ts'
import { advanceSupply } from './advanceSupply.ts'
import { advanceValidators } from './advanceValidators.ts'
import { type AggregatedPeriod, toEpochInputs } from './aggregatedPeriod.ts'
import { type EpochNumbers, numbersOf } from './epochNumbers.ts'
import { isPlain } from './isPlain.ts'
import { knownSpan, type Prepared, prepare } from './prepare.ts'
import { requireConserved } from './requireConserved.ts'

/** A period without its report: the state after it, and its numbers. */
export type Advanced = { readonly state: EpochState; readonly numbers: EpochNumbers }

/**
 * The numbers of one period, and nothing else: the same as `runEpoch` gives, without records, events, movements and
 * alerts, from aggregated volumes instead of transactions.
 *
 * Where everything runs and is in uregen it goes a short way of its own; otherwise it calls `runEpoch` and reads its report.
 * Either way a period in which one uregen appears or disappears is an error (CONSERVATION_BROKEN).
 *
 * @example
 * const { state: after, numbers } = advanceEpoch(state, QUIET_PERIOD, DEFAULT_POLICY)
 * after.period === state.period + 1 // true
 */
export function advanceEpoch(state: EpochState, period: AggregatedPeriod, policy: PolicyConfig): Advanced {
  const prepared = prepare(policy)
  if (prepared.isPlain && isPlain(state, period, policy)) return advancePlain(state, period, prepared)
  const { state: after, report } = runEpoch(state, toEpochInputs(period, state), policy)
  return { state: after, numbers: numbersOf(report, state, after) }
}

function advancePlain(state: EpochState, period: AggregatedPeriod, prepared: Prepared): Advanced {
  const span = knownSpan(state.time, prepared)
  const { phases, pools, stability, rewards } = state
  const held = {
    burn: amountOf(pools.burn.coins, 'uregen'),
    validator: amountOf(pools.validator.coins, 'uregen'),
    community: amountOf(pools.community.coins, 'uregen'),
    agent: amountOf(pools.agent.coins, 'uregen'),
  }
  const fees = advanceFees(period.volumes, prepared)
  const supply = advanceSupply(state, held.burn + fees.burn, period, prepared)
  const validators = advanceValidators(
    state,
    { balance: held.validator, inflow: fees.validator },
    period,
    span,
    prepared,
  )
  const paid = advanceRewards(
    stability,
    rewards,
    {
      period,
      inflow: (fees.inflow + supply.inflow) as Uregen,
      community: held.community + fees.community + supply.toCommunity,
    },
    prepared,
  )
  const after: EpochState = {
    version: state.version,
    period: state.period + 1,
    time: span.end,
    policyHash: policyHash(prepared.policy),
    phases: supply.m012 === phases.m012 ? phases : { ...phases, m012: supply.m012 },
    supply: supply.ledger,
    pools: {
      burn: holding(pools.burn, 0n),
      validator: holding(pools.validator, validators.fund),
      community: holding(pools.community, paid.community),
      agent: holding(pools.agent, held.agent + fees.agent),
    },
    revenue: fees.revenue,
    validators: validators.validators,
    escrow: validators.escrow,
    stability: paid.stability,
    rewards: {
      ...paid.ledger,
      ...withVotes(openVotes(rewards.votes, span.from), votesOf(period, span.from)),
    },
  }
  requireConserved(state, after, {
    fees: fees.revenue,
    minted: supply.minted,
    mintedInside: supply.mintedInside,
    destroyed: supply.destroyed,
    left: validators.left + paid.left,
    entered: paid.entered,
  })
  return {
    state: after,
    numbers: {
      revenue: fees.revenue,
      burned: (held.burn + fees.burn) as Uregen,
      minted: supply.minted,
      supply: supply.ledger.supply,
      pools: {
        burn: fees.burn as Uregen,
        validator: fees.validator as Uregen,
        community: fees.community as Uregen,
        agent: fees.agent as Uregen,
      },
      validatorPay: validators.paid,
      paidValidators: validators.count,
      inflow: (fees.inflow + supply.inflow) as Uregen,
      ...paid.numbers,
    },
  }
}

/** The votes of a period, each on a proposal of its own. */
function votesOf({ participants }: AggregatedPeriod, time: bigint): Votes {
  const cast: Votes[number][] = []
  for (const { address: voter, votes } of participants)
    for (let vote = 0; vote < votes; vote++) cast.push({ proposalId: time + BigInt(vote), voter, time })
  return cast
}

function holding<Pool extends EpochState['pools']['burn']>(pool: Pool, amount: bigint): Pool {
  const after: { -readonly [field in keyof Pool]: Pool[field] } = { ...pool }
  after.coins = amount === 0n ? [] : [{ denom: 'uregen', amount }]
  return after
}
