import type { CollectedFees } from '../../epoch/fees/collectFees.ts'
import type { FeeTotal } from '../../epoch/fees/feeBook.ts'
import type { FeeParams } from '../../mechanisms/live-marketplace-fees/params.ts'
import type { FeeConfig, Pool } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import type { Price } from '../../mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import type { FeeRouter } from '../../node/contracts/feeRouter.ts'
import type { LedgerActivity } from '../../node/history/activity.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { toFeeConfig } from '../../policy/toFeeConfig.ts'
import { type Coin, sumCoins } from '../../primitives/coin.ts'
import type { Credits } from '../../primitives/credits.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { MechanismSource } from '../inForce/mechanismSources.ts'
import type { ChargedHistory } from '../period/chargedTransactions.ts'

/** What was bought of a class in the period; payments without the buyer fee, in each denom at least. */
export type ClassTrade = {
  readonly classId: string
  readonly purchases: number
  readonly quantity: Credits
  readonly payments: readonly Coin[]
}

/** The network as M013 sees it. */
export type FeeView = {
  readonly status: 'in-force' | 'proposed'
  readonly source: MechanismSource
  /** The configuration in force, or the policy's. */
  readonly config: FeeConfig
  /** Today's fees of the chain; 'unknown' where the node does not show its raw store. */
  readonly live: {
    readonly marketplace: FeeParams | 'unknown'
    readonly classFee: Coin | null
    readonly basketFee: Coin | null
    /** Marketplace fees in other denoms than uregen, which is burned at once. */
    readonly feePool: readonly Coin[]
  }
  readonly trade: readonly ClassTrade[]
  /** What the period's acts would have paid under the policy; a lower bound where some could not be valued. */
  readonly wouldPay: {
    readonly totals: readonly FeeTotal[]
    /** In uregen, at the rates given. */
    readonly revenue: Uregen
    readonly pools: { readonly [pool in Pool]: readonly Coin[] }
    readonly charged: number
    readonly unvalued: number
  }
  /** The price of each class with credits, under the policy's sources; null: there is none. */
  readonly prices: readonly { readonly classId: string; readonly price: Price | null }[]
  /** What a module or a contract says; what a contract says it collected are claims, not balances. */
  readonly inForce: FeeRouter | null
}

/** M013's view of a period. @see SPEC M013, Fee Schedule and Fee Distribution */
export function feeView({
  live,
  activity,
  charged,
  collected,
  prices,
  inForce,
  source,
  policy,
}: {
  live: FeeView['live']
  activity: readonly LedgerActivity[]
  charged: ChargedHistory
  collected: CollectedFees
  prices: FeeView['prices']
  inForce: FeeRouter | null
  source: MechanismSource
  policy: PolicyConfig
}): FeeView {
  const config = inForce?.config ?? policy.m013
  const { totals, revenue, pools } = collected
  return {
    status: source.kind === 'policy' ? 'proposed' : 'in-force',
    source,
    config: toFeeConfig(config),
    live,
    trade: tradeByClass(activity),
    wouldPay: {
      totals,
      revenue,
      pools,
      charged: charged.transactions.length,
      unvalued: charged.unvalued.length,
    },
    prices,
    inForce,
  }
}

function tradeByClass(activity: readonly LedgerActivity[]): readonly ClassTrade[] {
  const byClass = new Map<string, ClassTrade>()
  for (const item of activity) {
    if (item.kind !== 'purchase') continue
    const { classId, quantity, denom, payment } = item
    const before = byClass.get(classId) ?? { classId, purchases: 0, quantity: 0n as Credits, payments: [] }
    byClass.set(classId, {
      classId,
      purchases: before.purchases + 1,
      quantity: (before.quantity + quantity) as Credits,
      payments: sumCoins([...before.payments, { denom, amount: payment.atLeast }]),
    })
  }
  return [...byClass.values()].sort((a, b) => (a.classId < b.classId ? -1 : 1))
}
