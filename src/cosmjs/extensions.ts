import {
  anchorByIRI,
  attestationsByAttestor,
  attestationsByIRI,
  resolver,
  resolversByIRI,
  resolversByURL,
} from '../node/endpoints/data.ts'
import type { NodeAt } from '../node/read/ask.ts'
import { readCommunityPool } from '../node/read/bank.ts'
import { readBasket, readBasketBalance, readBasketBalances, readBaskets } from '../node/read/baskets.ts'
import {
  readBatch,
  readBatches,
  readBatchesByClass,
  readBatchesByIssuer,
  readBatchesByProject,
  readBatchSupply,
} from '../node/read/batches.ts'
import {
  readCreditBalance,
  readCreditBalances,
  readCreditBalancesByBatch,
} from '../node/read/creditBalances.ts'
import {
  readClassIssuers,
  readCreditClass,
  readCreditClasses,
  readCreditClassesByAdmin,
} from '../node/read/creditClasses.ts'
import { readCreditType, readCreditTypes } from '../node/read/creditTypes.ts'
import { readFeeParams } from '../node/read/feeParams.ts'
import { readProject, readProjects, readProjectsByAdmin, readProjectsByClass } from '../node/read/projects.ts'
import {
  readSellOrder,
  readSellOrders,
  readSellOrdersByBatch,
  readSellOrdersBySeller,
} from '../node/read/sellOrders.ts'
import {
  readAllowedDenoms,
  readBasketFee,
  readBridgeChains,
  readClassCreators,
  readClassFee,
} from '../node/read/settings.ts'
import { query } from '../node/rpc/query.ts'
import { queryAllPages } from '../node/rpc/readAllPages.ts'
import { type AtHeight, nodeAt } from './nodeAt.ts'
import type { CosmjsClient } from './rpcOf.ts'

/** Readers of a ledger as methods: without the ledger, and with a height at their end. */
type Bound<Readers extends { readonly [name: string]: (ledger: NodeAt, ...args: never[]) => unknown }> = {
  readonly [name in keyof Readers]: Readers[name] extends (
    ledger: NodeAt,
    ...args: infer Args
  ) => infer Answer
    ? (...args: [...Args, at?: AtHeight]) => Answer
    : never
}

function bind<Readers extends { readonly [name: string]: (ledger: NodeAt, ...args: never[]) => unknown }>(
  base: CosmjsClient,
  readers: Readers,
): Bound<Readers> {
  const bound = Object.entries(readers).map(([name, read]) => [
    name,
    (...given: unknown[]) => {
      // What a reader takes beside the ledger; one more is the height.
      const count = read.length - 1
      const at = given[count] as AtHeight | undefined
      return read(nodeAt(base, at), ...(given.slice(0, count) as never[]))
    },
  ])
  return Object.fromEntries(bound) as Bound<Readers>
}

/**
 * For `QueryClient.withExtensions`: credit types, classes, projects, batches and balances. Lists are whole, amounts are bigint, and each method takes `{ height }` at its end;
 * what does not exist is null.
 *
 * @example
 * import { QueryClient } from '@cosmjs/stargate'
 * const { ecocredit } = QueryClient.withExtensions(comet, setupEcocreditExtension)
 * const { admin } = (await ecocredit.creditClass('C01')) ?? {}
 */
export const setupEcocreditExtension = (base: CosmjsClient) => ({
  ecocredit: bind(base, {
    creditType: readCreditType,
    creditTypes: readCreditTypes,
    creditClass: readCreditClass,
    creditClasses: readCreditClasses,
    creditClassesByAdmin: readCreditClassesByAdmin,
    classIssuers: readClassIssuers,
    project: readProject,
    projects: readProjects,
    projectsByClass: readProjectsByClass,
    projectsByAdmin: readProjectsByAdmin,
    batch: readBatch,
    batches: readBatches,
    batchesByClass: readBatchesByClass,
    batchesByProject: readBatchesByProject,
    batchesByIssuer: readBatchesByIssuer,
    batchSupply: readBatchSupply,
    balance: readCreditBalance,
    balances: readCreditBalances,
    balancesByBatch: readCreditBalancesByBatch,
    classFee: readClassFee,
    classCreators: readClassCreators,
    bridgeChains: readBridgeChains,
  }),
})

/**
 * For `QueryClient.withExtensions`: sell orders, allowed denoms, and the fees in force, which no query of the chain shows: 'unknown' where the node hides them.
 *
 * @example
 * import { QueryClient } from '@cosmjs/stargate'
 * const { marketplace } = QueryClient.withExtensions(comet, setupMarketplaceExtension)
 * const orders = await marketplace.sellOrdersByBatch(batchDenom)
 */
export const setupMarketplaceExtension = (base: CosmjsClient) => ({
  marketplace: bind(base, {
    sellOrder: readSellOrder,
    sellOrders: readSellOrders,
    sellOrdersByBatch: readSellOrdersByBatch,
    sellOrdersBySeller: readSellOrdersBySeller,
    allowedDenoms: readAllowedDenoms,
    feeParams: readFeeParams,
  }),
})

/**
 * For `QueryClient.withExtensions`: baskets, what they hold, and the fee to create one.
 *
 * @example
 * import { QueryClient } from '@cosmjs/stargate'
 * const { basket } = QueryClient.withExtensions(comet, setupBasketExtension)
 * const { balances } = (await basket.basket('eco.uC.NCT')) ?? {}
 */
export const setupBasketExtension = (base: CosmjsClient) => ({
  basket: bind(base, {
    basket: readBasket,
    baskets: readBaskets,
    basketBalance: readBasketBalance,
    basketBalances: readBasketBalances,
    basketFee: readBasketFee,
  }),
})

/**
 * For `QueryClient.withExtensions`: anchored data, attestations and resolvers of x/data v2, as the chain has them.
 *
 * @example
 * import { QueryClient } from '@cosmjs/stargate'
 * const { data } = QueryClient.withExtensions(comet, setupDataExtension)
 * const anchor = await data.anchor('regen:13toVgR5UjYeBSJgkfaPDMvLBVbxoCB1mcHTnYMuKFZgnBMpZ2YMFVc.rdf')
 */
export const setupDataExtension = (base: CosmjsClient) => ({
  data: bind(base, {
    anchor: async ({ port, height }: NodeAt, iri: string) =>
      (await query(port, anchorByIRI, { iri }, height)).anchor,
    attestationsByAttestor: ({ port, height }: NodeAt, attestor: string) =>
      queryAllPages(port, attestationsByAttestor, { attestor }, height, ({ attestations }) => attestations),
    attestationsByIri: ({ port, height }: NodeAt, iri: string) =>
      queryAllPages(port, attestationsByIRI, { iri }, height, ({ attestations }) => attestations),
    resolver: async ({ port, height }: NodeAt, id: bigint) =>
      (await query(port, resolver, { id }, height)).resolver,
    resolversByIri: ({ port, height }: NodeAt, iri: string) =>
      queryAllPages(port, resolversByIRI, { iri }, height, ({ resolvers }) => resolvers),
    resolversByUrl: ({ port, height }: NodeAt, url: string) =>
      queryAllPages(port, resolversByURL, { url }, height, ({ resolvers }) => resolvers),
  }),
})

/**
 * For `QueryClient.withExtensions`: the community pool, which x/protocolpool holds since v7.
 *
 * @example
 * import { QueryClient } from '@cosmjs/stargate'
 * const { protocolPool } = QueryClient.withExtensions(comet, setupProtocolPoolExtension)
 * const coins = await protocolPool.communityPool()
 */
export const setupProtocolPoolExtension = (base: CosmjsClient) => ({
  protocolPool: bind(base, { communityPool: readCommunityPool }),
})
