import { formatAddress } from '../../primitives/address.ts'
import * as query from '../../wire/generated/regen/ecocredit/basket/v1/query.ts'
import type { Basket, BasketBalance } from '../../wire/generated/regen/ecocredit/basket/v1/state.ts'
import { type Answerer, answering, notFound } from './answer.ts'
import { pageOf } from './page.ts'

const SERVICE = '/regen.ecocredit.basket.v1.Query'

const infoOf = ({ curator, ...basket }: Basket): query.BasketInfo => ({
  ...basket,
  curator: formatAddress(curator),
})

const missing = (denom: string) => notFound('basket with denom', denom)

/** Baskets and what is in them. Every answer has its rows twice: as stored, and readable. */
export const BASKET_ANSWERS: { readonly [path: string]: Answerer } = {
  [`${SERVICE}/Basket`]: answering(
    query.QueryBasketRequest,
    query.QueryBasketResponse,
    ({ basketDenom }, { baskets }) => {
      const found = baskets.get(basketDenom)
      if (!found) return missing(basketDenom)
      return { basket: found.basket, classes: [...found.classes].sort(), basketInfo: infoOf(found.basket) }
    },
  ),
  [`${SERVICE}/Baskets`]: answering(
    query.QueryBasketsRequest,
    query.QueryBasketsResponse,
    ({ pagination }, { baskets }) => {
      const page = pageOf(
        [...baskets.values()].map(({ basket }) => basket),
        pagination,
      )
      return page && { baskets: page.items, pagination: page.pagination, basketsInfo: page.items.map(infoOf) }
    },
  ),
  [`${SERVICE}/BasketBalances`]: answering(
    query.QueryBasketBalancesRequest,
    query.QueryBasketBalancesResponse,
    ({ basketDenom, pagination }, { baskets, basketBalances }) => {
      if (!baskets.has(basketDenom)) return missing(basketDenom)
      const rows = [...basketBalances]
        .filter(([key]) => key.startsWith(`${basketDenom} `))
        .map(([, row]) => row)
      const page = pageOf(rows.sort(byDenom), pagination)
      if (!page) return null
      const balancesInfo = page.items.map(({ batchDenom, balance }) => ({ batchDenom, balance }))
      return { balances: page.items, pagination: page.pagination, balancesInfo }
    },
  ),
  [`${SERVICE}/BasketBalance`]: answering(
    query.QueryBasketBalanceRequest,
    query.QueryBasketBalanceResponse,
    ({ basketDenom, batchDenom }, { baskets, batches, basketBalances }) => {
      if (!baskets.has(basketDenom)) return missing(basketDenom)
      if (!batches.has(batchDenom)) return notFound('batch with denom', batchDenom)
      return { balance: basketBalances.get(`${basketDenom} ${batchDenom}`)?.balance ?? '0' }
    },
  ),
}

const byDenom = (a: BasketBalance, b: BasketBalance): number => (a.batchDenom < b.batchDenom ? -1 : 1)
