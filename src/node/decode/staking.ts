import type { Ratio } from '../../primitives/ratio.ts'
import { type Uregen, uregen } from '../../primitives/uregen.ts'
import type { Params, Pool } from '../../wire/generated/cosmos/staking/v1beta1/staking.ts'
import type { Fields } from './fields.ts'

/** What is staked, in uregen: with bonded validators, and with others or on its way back. */
export type StakingPool = { readonly bonded: Uregen; readonly notBonded: Uregen }

export const toStakingPool = ({ bondedTokens, notBondedTokens }: Pool, read: Fields): StakingPool => ({
  bonded: uregen(read.whole('bonded_tokens', bondedTokens)),
  notBonded: uregen(read.whole('not_bonded_tokens', notBondedTokens)),
})

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
