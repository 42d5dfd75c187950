import { moduleOf } from '../../messages/keeper/moduleAccounts.ts'
import type { LedgerActivity } from '../../node/history/activity.ts'
import type { Burn } from '../../node/read/burns.ts'
import { amountOf, type Coin, sumCoins } from '../../primitives/coin.ts'
import { parseTime } from '../../primitives/time.ts'
import type { Uregen } from '../../primitives/uregen.ts'

/** What the chain itself took and burned in a period: in force, and part of no fee of M013. */
export type PaidInForce = {
  /** Of the marketplace, as its events tell them: each cut to whole units. */
  readonly buyerFees: readonly Coin[]
  readonly sellerFees: readonly Coin[]
  /**
   * What was burned, by the module that did it: `marketplace-feepool` burns fees in uregen, `ecocredit` class fees and what MsgBurnRegen
   * gives up, `ecocredit-basket` basket fees, `gov` deposits. An account that is no known module is named by its address.
   */
  readonly burned: readonly { readonly by: string; readonly coins: readonly Coin[] }[]
}

/** The fees and burns in [from, to) of what was read. */
export function paidInForce(
  activity: readonly LedgerActivity[],
  burns: readonly Burn[],
  { from, to }: { readonly from: bigint; readonly to: bigint },
): PaidInForce {
  const bought = activity.flatMap(item =>
    item.kind === 'purchase' && item.time >= from && item.time < to ? [item] : [],
  )
  const inside = burns.filter(({ time }) => {
    const { seconds } = parseTime(time)
    return seconds >= from && seconds < to
  })
  const names = inside.map(({ burner }) => moduleOf(burner) ?? burner)
  return {
    buyerFees: sumCoins(bought.map(({ denom, buyerFee }) => ({ denom, amount: buyerFee }))),
    sellerFees: sumCoins(bought.map(({ denom, sellerFee }) => ({ denom, amount: sellerFee }))),
    burned: [...new Set(names)].sort().map(by => ({
      by,
      coins: sumCoins(inside.flatMap(({ coins }, index) => (names[index] === by ? coins : []))),
    })),
  }
}

/** All uregen that was burned beside M013: `otherBurns` of a period. */
export const burnedUregen = ({ burned }: PaidInForce): Uregen =>
  burned.reduce((sum, { coins }) => sum + amountOf(coins, 'uregen'), 0n) as Uregen
