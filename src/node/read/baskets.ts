import type { Basket } from '../../messages/ledger.ts'
import type { Credits } from '../../primitives/credits.ts'
import {
  type BasketBalance,
  type BasketSummary,
  toBasket,
  toBasketBalance,
  toBasketSummary,
} from '../decode/credits/basket.ts'
import { basket, basketBalance, basketBalances, baskets } from '../endpoints/baskets.ts'
import { askAll, askAllIfAny, askIfAny, type NodeAt } from './ask.ts'
import { type ListQuestion, listQuestion, type Question, question } from './question.ts'

/** A basket with its classes; what it holds is another question. */
export const basketQuestion = (basketDenom: string): Question<Omit<Basket, 'balances'>> =>
  question(basket, { basketDenom }, (response, read) => {
    const found = toBasket(response, read)
    read.same('basket_info.basket_denom', found.denom, basketDenom)
    return found
  })

export const basketsQuestion = (): ListQuestion<BasketSummary> =>
  listQuestion(
    baskets,
    {},
    ({ basketsInfo }, read) => read.each('baskets_info', basketsInfo, toBasketSummary),
    'whole',
  )

export const basketBalancesQuestion = (basketDenom: string): ListQuestion<BasketBalance> =>
  listQuestion(
    basketBalances,
    { basketDenom },
    ({ balancesInfo }, read) => read.each('balances_info', balancesInfo, toBasketBalance),
    'whole',
  )

/**
 * A basket and what it holds, or null.
 *
 * @example
 * const basket = await readBasket(at, 'eco.uC.NCT')
 */
export async function readBasket(ledger: NodeAt, basketDenom: string): Promise<Basket | null> {
  const [found, balances] = await Promise.all([
    askIfAny(ledger, basketQuestion(basketDenom)),
    readBasketBalances(ledger, basketDenom),
  ])
  return found && { ...found, balances }
}

/**
 * All baskets, without their classes and what they hold.
 *
 * @example
 * const baskets = await readBaskets(at)
 */
export const readBaskets = (ledger: NodeAt): Promise<readonly BasketSummary[]> =>
  askAll(ledger, basketsQuestion())

/**
 * What a basket holds; null when there is no such basket.
 *
 * @example
 * const basketBalances = await readBasketBalances(at, 'eco.uC.NCT')
 */
export const readBasketBalances = (
  ledger: NodeAt,
  basketDenom: string,
): Promise<readonly BasketBalance[] | null> => askAllIfAny(ledger, basketBalancesQuestion(basketDenom))

/**
 * What a basket holds of one batch; null when there is no such basket or batch.
 *
 * @example
 * const basketBalance = await readBasketBalance(at, 'eco.uC.NCT', batchDenom)
 */
export const readBasketBalance = (
  ledger: NodeAt,
  basketDenom: string,
  batchDenom: string,
): Promise<Credits | null> =>
  askIfAny(
    ledger,
    question(basketBalance, { basketDenom, batchDenom }, (response, read) =>
      read.credits('balance', response.balance),
    ),
  )
