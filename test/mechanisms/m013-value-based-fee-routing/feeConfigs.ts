import {
  type FeeConfig,
  type FeeRate,
  M013_V0,
  POOLS,
  type PoolShares,
  type Share,
  TX_TYPES,
} from '../../../src/mechanisms/m013-value-based-fee-routing/params.ts'
import { parseRatio, type Ratio } from '../../../src/primitives/ratio.ts'
import type { Uregen } from '../../../src/primitives/uregen.ts'

export const uregenOf = (amount: bigint | number): Uregen => BigInt(amount) as Uregen

export const rateOf = (text: string): FeeRate => parseRatio(text) as FeeRate

/** M013 v0 with one rate for all four types, and no minimum unless one is given. */
export const oneRate = (rate: Ratio, minFee = 0n): FeeConfig => ({
  ...M013_V0,
  feeRates: Object.fromEntries(TX_TYPES.map(txType => [txType, rate])) as FeeConfig['feeRates'],
  minFee: uregenOf(minFee),
})

/** Shares as text, in the order of the specification: burn, validator, community, agent. */
export const sharesOf = (...texts: readonly [string, string, string, string]): PoolShares =>
  Object.fromEntries(
    POOLS.map((pool, place) => [pool, parseRatio(texts[place] ?? '') as Share]),
  ) as PoolShares

/** A configuration as JSON, the defaults where nothing else is given. */
export const configJson = (changes: Record<string, unknown> = {}) => ({
  feeRates: {
    CreditIssuance: '0.02',
    CreditTransfer: '0.001',
    CreditRetirement: '0.005',
    MarketplaceTrade: '0.01',
  },
  shares: { burn: '0.30', validator: '0.40', community: '0.25', agent: '0.05' },
  minFee: '1000000',
  maxRate: '0.10',
  ...changes,
})
