import type { SellOrder } from '../../messages/ledger.ts'
import type { SellOrderInfo } from '../../wire/generated/regen/ecocredit/marketplace/v1/query.ts'
import { toSellOrder } from '../decode/credits/sellOrder.ts'
import type { Fields } from '../decode/fields.ts'
import { sellOrder, sellOrders, sellOrdersByBatch, sellOrdersBySeller } from '../endpoints/credits.ts'
import { askAll, askAllIfAny, askIfAny, type NodeAt } from './ask.ts'
import { type ListQuestion, listQuestion, type Question, question } from './question.ts'

const toOrders = (response: { sellOrders: SellOrderInfo[] }, read: Fields) =>
  read.each('sell_orders', response.sellOrders, toSellOrder)

export const sellOrderQuestion = (orderId: string): Question<SellOrder> =>
  question(sellOrder, { sellOrderId: BigInt(orderId) }, (response, read) => {
    const found = read.message('sell_order', response.sellOrder, toSellOrder)
    read.same('sell_order.id', found.id, orderId)
    return found
  })

export const sellOrdersQuestion = (): ListQuestion<SellOrder> =>
  listQuestion(sellOrders, {}, toOrders, 'whole')

/**
 * An order by its id; null when it was sold out, cancelled, or never made.
 *
 * @example
 * const sellOrder = await readSellOrder(at, '9')
 */
export const readSellOrder = (ledger: NodeAt, orderId: string): Promise<SellOrder | null> =>
  askIfAny(ledger, sellOrderQuestion(orderId))

/**
 * All orders by id, expired ones too: the chain keeps them, and sells from them.
 *
 * @example
 * const sellOrders = await readSellOrders(at)
 */
export const readSellOrders = (ledger: NodeAt): Promise<readonly SellOrder[]> =>
  askAll(ledger, sellOrdersQuestion())

/**
 * The orders of a batch; null when there is no such batch.
 *
 * @example
 * const sellOrdersByBatch = await readSellOrdersByBatch(at, batchDenom)
 */
export const readSellOrdersByBatch = (
  ledger: NodeAt,
  batchDenom: string,
): Promise<readonly SellOrder[] | null> =>
  askAllIfAny(ledger, listQuestion(sellOrdersByBatch, { batchDenom }, toOrders, 'whole'))

/**
 * The orders of a seller, expired ones too.
 *
 * @example
 * const sellOrdersBySeller = await readSellOrdersBySeller(at, seller)
 */
export const readSellOrdersBySeller = (ledger: NodeAt, seller: string): Promise<readonly SellOrder[]> =>
  askAll(ledger, listQuestion(sellOrdersBySeller, { seller }, toOrders, 'whole'))
