import type { Ratio } from '../../primitives/ratio.ts'
import type { Params } from '../../wire/generated/cosmos/distribution/v1beta1/distribution.ts'
import type { Fields } from './fields.ts'

/** The share of fees and new coins that goes to the community pool, which is that of protocolpool. */
export type DistributionParams = { readonly communityTax: Ratio }

export const toDistributionParams = ({ communityTax }: Params, read: Fields): DistributionParams => ({
  communityTax: read.scaled('community_tax', communityTax),
})
