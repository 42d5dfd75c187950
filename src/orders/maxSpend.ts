import type { GasPrice } from '../preview/snapshot.ts'
import type { Coin } from '../primitives/coin.ts'
import { mulCeil } from '../primitives/ratio.ts'
import { gasOf } from './buyMessages.ts'
import type { Fill } from './fill.ts'
import type { FillInput } from './fillInput.ts'
import { fillOrders } from './fillOrders.ts'

/** A fill for all that an account holds of a denom, and the gas that is kept back for it. */
export type MaxSpend = { readonly fill: Fill; readonly gasLimit: bigint; readonly gasFee: Coin }

/** What `maxSpend` needs: the orders, the balance that may go, and the gas price. */
export type MaxSpendInput = Omit<FillInput, 'budget' | 'quantity'> & {
  /** All of it may go. */
  readonly balance: Coin
  readonly gasPrice: GasPrice
}

/**
 * The most credits that a balance buys, with the gas for as many orders as it takes paid from the same balance where it is of that denom.
 *
 * For one order, two orders, and so on up to `maxOrders`, the gas of that many is set aside and the rest is filled, until a fill needs fewer orders. The fill
 * with the most credits wins, of equal ones the one with the fewest orders.
 *
 * @example
 * const { fill, gasFee } = maxSpend({
 *   book: snapshot,
 *   buyer,
 *   denoms: ['uregen'],
 *   balance: parseCoin('100000000uregen'),
 *   gasPrice: { denom: 'uregen', amount: parseRatio('0.025') },
 * })
 */
export function maxSpend({ balance, gasPrice, maxOrders = 20, ...input }: MaxSpendInput): MaxSpend {
  const spend = (orders: number): MaxSpend => {
    const gasLimit = gasOf(orders)
    const gasFee = { denom: gasPrice.denom, amount: mulCeil(gasLimit, gasPrice.amount) }
    const rest = gasFee.denom === balance.denom ? balance.amount - gasFee.amount : balance.amount
    // Below zero, where the balance does not even pay the gas, it buys nothing.
    const budget = { denom: balance.denom, amount: rest }
    // `balance` is what counts, less the gas that is taken first; what the book says of the account's balance is left out.
    const book = { ...input.book, coinBalances: [], complete: [] }
    const denoms = [balance.denom]
    const fill = fillOrders({ ...input, book, denoms, budget, maxOrders: orders })
    return { fill: rest < 0n ? { ...fill, left: [] } : fill, gasLimit, gasFee }
  }
  let best = spend(1)
  for (let orders = 2; orders <= maxOrders; orders++) {
    const next = spend(orders)
    if (next.fill.purchases.length < orders) break
    if (next.fill.credits > best.fill.credits) best = next
  }
  return best
}
