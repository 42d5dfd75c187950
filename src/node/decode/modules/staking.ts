import type { Ratio } from '../../../primitives/ratio.ts'
import { type Uregen, uregen } from '../../../primitives/uregen.ts'
import type { Params as DistributionWire } from '../../../wire/generated/cosmos/distribution/v1beta1/distribution.ts'
import type { Params as MintWire } from '../../../wire/generated/cosmos/mint/v1beta1/mint.ts'
import type { Params, Pool } from '../../../wire/generated/cosmos/staking/v1beta1/staking.ts'
import type { Fields } from '../fields.ts'

/** What is staked, in uregen: with bonded validators, and with others or on its way back. */
export type StakingPool = { readonly bonded: Uregen; readonly notBonded: Uregen }

export const toStakingPool = ({ bondedTokens, notBondedTokens }: Pool, read: Fields): StakingPool => ({
  bonded: uregen(read.whole('bonded_tokens', bondedTokens)),
  notBonded: uregen(read.whole('not_bonded_tokens', notBondedTokens)),
})

/** The settings of staking: its denom, the most validators, and how long unbonding takes. */
export type StakingParams = {
  readonly bondDenom: string
  readonly maxValidators: number
  readonly unbondingSeconds: bigint
  readonly minCommissionRate: Ratio
}

export const toStakingParams = (
  { bondDenom, maxValidators, unbondingTime, minCommissionRate }: Params,
  read: Fields,
): StakingParams => ({
  bondDenom: read.denom('bond_denom', bondDenom),
  maxValidators,
  unbondingSeconds: read.seconds('unbonding_time', unbondingTime),
  minCommissionRate: read.scaled('min_commission_rate', minCommissionRate),
})

/** The share of fees and new coins that goes to the community pool, which is that of protocolpool. */
export type DistributionParams = { readonly communityTax: Ratio }

export const toDistributionParams = (
  { communityTax }: DistributionWire,
  read: Fields,
): DistributionParams => ({
  communityTax: read.scaled('community_tax', communityTax),
})

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
  { mintDenom, inflationMin, inflationMax, inflationRateChange, goalBonded, blocksPerYear }: MintWire,
  read: Fields,
): MintParams => ({
  mintDenom: read.denom('mint_denom', mintDenom),
  inflationMin: read.scaled('inflation_min', inflationMin),
  inflationMax: read.scaled('inflation_max', inflationMax),
  inflationRateChange: read.scaled('inflation_rate_change', inflationRateChange),
  goalBonded: read.scaled('goal_bonded', goalBonded),
  blocksPerYear,
})
