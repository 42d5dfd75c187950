import type { CollectedFees } from '../../epoch/fees/collectFees.ts'
import { tallyActivities } from '../../epoch/rewards/tallyActivities.ts'
import type { FeeConfig } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import type { Activity } from '../../mechanisms/m015-contribution-weighted-rewards/activity.ts'
import type { LedgerActivity } from '../../node/history/activity.ts'
import type { Memos } from '../../node/read/history.ts'
import type { Worth } from '../../node/read/rewardActivities.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { amountOf } from '../../primitives/coin.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { type ChargedHistory, toChargedTransactions } from '../period/chargedTransactions.ts'
import { collectedOf } from '../period/collected.ts'

/** What M013 would have taken of a period, and what M015 would count. */
export type WouldPay = {
  readonly charged: ChargedHistory
  readonly collected: CollectedFees
  readonly counted: readonly Activity[]
  /** What M015 may distribute of it, in uregen, before what is minted. */
  readonly inflow: Uregen
}

/** A period of a chain, valued and charged: what `runEpoch` makes of the same acts under the same policy. */
export function wouldPay(
  {
    activity,
    said,
    memos = {},
  }: {
    readonly activity: readonly LedgerActivity[]
    /** Votes, and proposals of any time: one counts when its vote ended. See `toRewardActivities`. */
    readonly said: readonly Activity[]
    readonly memos?: Memos
  },
  {
    worth,
    policy,
    span,
    inForce = null,
  }: {
    readonly worth: Worth
    readonly policy: PolicyConfig
    readonly span: { readonly from: bigint; readonly to: bigint }
    readonly inForce?: FeeConfig | null
  },
): WouldPay {
  const { rates } = worth
  const charged = toChargedTransactions(activity, worth, { memos, policy })
  const collected = collectedOf(charged, { rates, policy, inForce })
  const { counted } = tallyActivities(
    collected.ofTransactions,
    { activities: said, rates },
    { span, votes: [] },
  )
  const inflow = policy.epoch.autoInflow === 'all-fees' ? collected.pools.community : collected.scored
  return { charged, collected, counted, inflow: amountOf(inflow, 'uregen') as Uregen }
}
