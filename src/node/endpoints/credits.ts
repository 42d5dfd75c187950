import * as basketQuery from '../../wire/generated/regen/ecocredit/basket/v1/query.ts'
import * as marketplace from '../../wire/generated/regen/ecocredit/marketplace/v1/query.ts'
import { FeeParams } from '../../wire/generated/regen/ecocredit/marketplace/v1/state.ts'
import * as ecocredit from '../../wire/generated/regen/ecocredit/v1/query.ts'
import { ClassFee } from '../../wire/generated/regen/ecocredit/v1/state.ts'
import { endpoint, stored } from './endpoint.ts'

export const classes = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/Classes',
  ecocredit.QueryClassesRequest,
  ecocredit.QueryClassesResponse,
)
export const classesByAdmin = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/ClassesByAdmin',
  ecocredit.QueryClassesByAdminRequest,
  ecocredit.QueryClassesByAdminResponse,
)
export const creditClass = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/Class',
  ecocredit.QueryClassRequest,
  ecocredit.QueryClassResponse,
)
export const classIssuers = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/ClassIssuers',
  ecocredit.QueryClassIssuersRequest,
  ecocredit.QueryClassIssuersResponse,
)
export const projects = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/Projects',
  ecocredit.QueryProjectsRequest,
  ecocredit.QueryProjectsResponse,
)
export const projectsByClass = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/ProjectsByClass',
  ecocredit.QueryProjectsByClassRequest,
  ecocredit.QueryProjectsByClassResponse,
)
export const projectsByReferenceId = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/ProjectsByReferenceId',
  ecocredit.QueryProjectsByReferenceIdRequest,
  ecocredit.QueryProjectsByReferenceIdResponse,
)
export const projectsByAdmin = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/ProjectsByAdmin',
  ecocredit.QueryProjectsByAdminRequest,
  ecocredit.QueryProjectsByAdminResponse,
)
export const project = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/Project',
  ecocredit.QueryProjectRequest,
  ecocredit.QueryProjectResponse,
)
export const batches = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/Batches',
  ecocredit.QueryBatchesRequest,
  ecocredit.QueryBatchesResponse,
)
export const batchesByIssuer = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/BatchesByIssuer',
  ecocredit.QueryBatchesByIssuerRequest,
  ecocredit.QueryBatchesByIssuerResponse,
)
export const batchesByClass = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/BatchesByClass',
  ecocredit.QueryBatchesByClassRequest,
  ecocredit.QueryBatchesByClassResponse,
)
export const batchesByProject = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/BatchesByProject',
  ecocredit.QueryBatchesByProjectRequest,
  ecocredit.QueryBatchesByProjectResponse,
)
export const batch = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/Batch',
  ecocredit.QueryBatchRequest,
  ecocredit.QueryBatchResponse,
)
export const balance = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/Balance',
  ecocredit.QueryBalanceRequest,
  ecocredit.QueryBalanceResponse,
)
/** Credits, not coins: those are bankAllBalances. */
export const balances = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/Balances',
  ecocredit.QueryBalancesRequest,
  ecocredit.QueryBalancesResponse,
)
export const balancesByBatch = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/BalancesByBatch',
  ecocredit.QueryBalancesByBatchRequest,
  ecocredit.QueryBalancesByBatchResponse,
)
/** Credits of every account, not coins. */
export const allBalances = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/AllBalances',
  ecocredit.QueryAllBalancesRequest,
  ecocredit.QueryAllBalancesResponse,
)
export const supply = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/Supply',
  ecocredit.QuerySupplyRequest,
  ecocredit.QuerySupplyResponse,
)
export const creditTypes = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/CreditTypes',
  ecocredit.QueryCreditTypesRequest,
  ecocredit.QueryCreditTypesResponse,
)
export const creditType = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/CreditType',
  ecocredit.QueryCreditTypeRequest,
  ecocredit.QueryCreditTypeResponse,
)
export const classCreatorAllowlist = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/ClassCreatorAllowlist',
  ecocredit.QueryClassCreatorAllowlistRequest,
  ecocredit.QueryClassCreatorAllowlistResponse,
)
export const allowedClassCreators = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/AllowedClassCreators',
  ecocredit.QueryAllowedClassCreatorsRequest,
  ecocredit.QueryAllowedClassCreatorsResponse,
)
export const classFee = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/ClassFee',
  ecocredit.QueryClassFeeRequest,
  ecocredit.QueryClassFeeResponse,
)
export const allowedBridgeChains = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.v1.Query/AllowedBridgeChains',
  ecocredit.QueryAllowedBridgeChainsRequest,
  ecocredit.QueryAllowedBridgeChainsResponse,
)

export const sellOrder = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.marketplace.v1.Query/SellOrder',
  marketplace.QuerySellOrderRequest,
  marketplace.QuerySellOrderResponse,
)
/** Expired orders too. Not sorted by price. */
export const sellOrders = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.marketplace.v1.Query/SellOrders',
  marketplace.QuerySellOrdersRequest,
  marketplace.QuerySellOrdersResponse,
)
export const sellOrdersByBatch = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.marketplace.v1.Query/SellOrdersByBatch',
  marketplace.QuerySellOrdersByBatchRequest,
  marketplace.QuerySellOrdersByBatchResponse,
)
export const sellOrdersBySeller = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.marketplace.v1.Query/SellOrdersBySeller',
  marketplace.QuerySellOrdersBySellerRequest,
  marketplace.QuerySellOrdersBySellerResponse,
)
export const allowedDenoms = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.marketplace.v1.Query/AllowedDenoms',
  marketplace.QueryAllowedDenomsRequest,
  marketplace.QueryAllowedDenomsResponse,
)

export const basketFee = /* @__PURE__ */ endpoint(
  '/regen.ecocredit.basket.v1.Query/BasketFee',
  basketQuery.QueryBasketFeeRequest,
  basketQuery.QueryBasketFeeResponse,
)

/** The marketplace fees in force. No query shows them. */
export const storedFeeParams = /* @__PURE__ */ stored([0x07, 0x03, 0x05], FeeParams)
export const storedClassFee = /* @__PURE__ */ stored([0x07, 0x02, 0x0f], ClassFee)
