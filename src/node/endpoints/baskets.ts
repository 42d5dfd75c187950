import * as query from '../../wire/generated/regen/ecocredit/basket/v1/query.ts'
import { endpoint } from './endpoint.ts'

export const basket = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.basket.v1.Query/Basket',
  query.QueryBasketRequest,
  query.QueryBasketResponse,
)
export const baskets = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.basket.v1.Query/Baskets',
  query.QueryBasketsRequest,
  query.QueryBasketsResponse,
)
export const basketBalances = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.basket.v1.Query/BasketBalances',
  query.QueryBasketBalancesRequest,
  query.QueryBasketBalancesResponse,
)
export const basketBalance = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.basket.v1.Query/BasketBalance',
  query.QueryBasketBalanceRequest,
  query.QueryBasketBalanceResponse,
)
