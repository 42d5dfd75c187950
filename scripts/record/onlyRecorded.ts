import { endpoint, stored } from '../../src/node/endpoints/endpoint.ts'
import * as distribution from '../../src/wire/generated/cosmos/distribution/v1beta1/query.ts'
import { BasketFee } from '../../src/wire/generated/regen/ecocredit/basket/v1/state.ts'
import * as ecocredit from '../../src/wire/generated/regen/ecocredit/v1/query.ts'
import { ClassCreatorAllowlist, ProjectFee } from '../../src/wire/generated/regen/ecocredit/v1/state.ts'

/** What is recorded although the SDK does not ask it: v7 refuses it, never writes it, or says it elsewhere as well. */

/** Deprecated, and an error on a chain without a class fee or without a basket fee: ask for each value instead. */
export const ecocreditParams = endpoint(
  '/regen.ecocredit.v1.Query/Params',
  ecocredit.QueryParamsRequest,
  ecocredit.QueryParamsResponse,
)

/** v7 answers "not implemented". */
export const projectEnrollments = endpoint(
  '/regen.ecocredit.v1.Query/ProjectEnrollments',
  ecocredit.QueryProjectEnrollmentsRequest,
  ecocredit.QueryProjectEnrollmentsResponse,
)

/** v7 never writes it. */
export const storedProjectFee = stored([0x07, 0x02, 0x12], ProjectFee)

export const storedBasketFee = stored([0x07, 0x01, 0x04], BasketFee)

export const storedClassCreatorAllowlist = stored([0x07, 0x02, 0x0d], ClassCreatorAllowlist)

/** v7 refuses it: the pool is protocolpool's. */
export const distributionCommunityPool = endpoint(
  '/cosmos.distribution.v1beta1.Query/CommunityPool',
  distribution.QueryCommunityPoolRequest,
  distribution.QueryCommunityPoolResponse,
)
