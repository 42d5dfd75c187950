import * as query from '../../wire/generated/regen/ecocredit/marketplace/v1/query.ts'
import { type Answerer, answering, notFound } from './answer.ts'
import { pageOf } from './page.ts'

const SERVICE = '/regen.ecocredit.marketplace.v1.Query'

/** The key of an order in the ORM's first index: the table's prefix and the id in two bytes, enough for 16,383. */
const orderKey = ({ id }: query.SellOrderInfo): Uint8Array =>
  Uint8Array.of(7, 3, 1, 0, Number(id >> 8n), Number(id & 255n))

/** The sell orders. What was never made, or was bought whole or cancelled, is not found. */
export const MARKETPLACE_ANSWERS: { readonly [path: string]: Answerer } = {
  [`${SERVICE}/SellOrder`]: answering(
    query.QuerySellOrderRequest,
    query.QuerySellOrderResponse,
    ({ sellOrderId }, { orders }) => {
      const sellOrder = orders.get(sellOrderId)
      return sellOrder ? { sellOrder } : notFound('sell order with id', String(sellOrderId))
    },
  ),
  [`${SERVICE}/SellOrders`]: answering(
    query.QuerySellOrdersRequest,
    query.QuerySellOrdersResponse,
    ({ pagination }, { orders }) => {
      const page = pageOf([...orders.values()], pagination, orderKey)
      return page && { sellOrders: page.items, pagination: page.pagination }
    },
  ),
  [`${SERVICE}/SellOrdersByBatch`]: answering(
    query.QuerySellOrdersByBatchRequest,
    query.QuerySellOrdersByBatchResponse,
    ({ batchDenom, pagination }, { batches, orders }) => {
      if (!batches.has(batchDenom)) return notFound('batch with denom', batchDenom)
      const page = pageOf(
        [...orders.values()].filter(order => order.batchDenom === batchDenom),
        pagination,
      )
      return page && { sellOrders: page.items, pagination: page.pagination }
    },
  ),
  [`${SERVICE}/SellOrdersBySeller`]: answering(
    query.QuerySellOrdersBySellerRequest,
    query.QuerySellOrdersBySellerResponse,
    ({ seller, pagination }, { orders }) => {
      const page = pageOf(
        [...orders.values()].filter(order => order.seller === seller),
        pagination,
      )
      return page && { sellOrders: page.items, pagination: page.pagination }
    },
  ),
}
