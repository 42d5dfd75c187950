import type { Ratio } from '../../primitives/ratio.ts'
import type { Params } from '../../wire/generated/cosmos/mint/v1beta1/mint.ts'
import type { Fields } from './fields.ts'

/** Parameters of today's inflation; the rates are per year. */
export type MintParams = {
  readonly mintDenom: string
  readonly inflationMin: Ratio
  readonly inflationMax: Ratio
  readonly inflationRateChange: Ratio
  readonly goalBonded: Ratio
  readonly blocksPerYear: bigint
}

export const toMintParams = (
  { mintDenom, inflationMin, inflationMax, inflationRateChange, goalBonded, blocksPerYear }: Params,
  read: Fields,
): MintParams => ({
  mintDenom: read.denom('mint_denom', mintDenom),
  inflationMin: read.scaled('inflation_min', inflationMin),
  inflationMax: read.scaled('inflation_max', inflationMax),
  inflationRateChange: read.scaled('inflation_rate_change', inflationRateChange),
  goalBonded: read.scaled('goal_bonded', goalBonded),
  blocksPerYear,
})
