import type { EpochInputs } from '../../epoch/inputs/epochInputs.ts'
import { parseEpochInputs } from '../../epoch/inputs/parseEpochInputs.ts'
import type { PeriodBounds } from '../../epoch/periodBounds.ts'
import type { LedgerActivity } from '../../node/history/activity.ts'
import type { Burn } from '../../node/read/burns.ts'
import type { MeasuredValidator } from '../../node/read/m014.ts'
import type { PeriodHistory } from '../../node/read/m015.ts'
import { toRewardActivities, type Worth } from '../../node/read/rewardActivities.ts'
import { DEFAULT_POLICY } from '../../policy/generated/defaultPolicy.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { burnedUregen, type PaidInForce, paidInForce } from '../inForce/paidInForce.ts'
import { toChargedTransactions } from './chargedTransactions.ts'
import type { Platforms } from './facilitator.ts'

/** What happened on a chain in a period as inputs of `runEpoch`, and what of it could not be valued. */
export type ChainInputs = {
  readonly inputs: EpochInputs
  /** Acts that would be charged, without a price of their class or a rate of their denom. */
  readonly unvalued: readonly LedgerActivity[]
  /** What the chain itself took and burned, which is in force: no fee of M013. */
  readonly paid: PaidInForce
}

/**
 * The history of some blocks as the inputs of one period: charged acts with what is credited for them, votes and proposals, burns, and the
 * uptime and votes of validators. Acts of another time are left out; a proposal counts when its vote ended.
 *
 * Only charged acts are credited: one that the policy does not charge, such as a retirement out of a basket, earns nothing.
 *
 * @example
 * const worth = { rates: {}, priceOf: () => null }
 * const { inputs: ofChain, unvalued } = toEpochInputs(history, { from: 1_800_000_000n, to: 1_800_604_800n }, { worth })
 */
export function toEpochInputs(
  history: PeriodHistory,
  { from, to }: Pick<PeriodBounds, 'from' | 'to'>,
  {
    worth,
    policy = DEFAULT_POLICY,
    platforms = new Set(),
    measured = [],
    burns = [],
    issued = 0n as Uregen,
  }: {
    worth: Worth
    /** Whose knobs say which acts are charged. */
    policy?: PolicyConfig
    platforms?: Platforms
    measured?: readonly MeasuredValidator[]
    burns?: readonly Burn[]
    /** By x/mint, while M012 is INFLATIONARY. */
    issued?: Uregen
  },
): ChainInputs {
  const inside = history.activity.filter(({ time }) => time >= from && time < to)
  const charged = toChargedTransactions(inside, worth, { memos: history.memos, platforms, policy })
  const said = [...history.submitted, ...history.activity].filter(
    ({ kind }) => kind === 'vote' || kind === 'proposal',
  )
  const { activities } = toRewardActivities(said, history.votes, worth)
  const paid = paidInForce(history.activity, burns, { from, to })
  return {
    inputs: {
      ...parseEpochInputs({}),
      transactions: charged.transactions,
      activities: activities.filter(({ kind, time }) => kind !== 'vote' || (time >= from && time < to)),
      rates: worth.rates,
      otherBurns: burnedUregen(paid),
      inflation: issued,
      validators: {
        ...parseEpochInputs({}).validators,
        metrics: Object.fromEntries(measured.map(({ validator, metrics }) => [validator.account, metrics])),
      },
    },
    unvalued: charged.unvalued,
    paid,
  }
}
