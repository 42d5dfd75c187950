import {
  type Ask,
  PRICE_SOURCES,
  type Price,
  type PriceEvidence,
  type Rates,
  type SourceRule,
  type StatedPrice,
  type TradeSample,
  type Valuation,
  valueClass,
} from '../../../src/mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import { parseCredits } from '../../../src/primitives/credits.ts'
import { parseRatio } from '../../../src/primitives/ratio.ts'

const NOW = 1_800_000_000n
export const DAY = 86_400n

/** Every source in the default order, a week old at most, from one sample on. */
export const RULES: readonly SourceRule[] = PRICE_SOURCES.map(source => ({
  source,
  maxAgeDays: 7,
  leastSamples: 1,
}))

/** A purchase of class C01, `age` seconds ago. */
export const trade = (payment: bigint, quantity = '1', age = 0n, denom = 'uregen'): TradeSample => ({
  classId: 'C01',
  denom,
  time: NOW - age,
  quantity: parseCredits(quantity),
  payment,
})
/** A price stated for class C01; an age of null is today's. */
export const stated = (
  source: StatedPrice['source'],
  price: string,
  age: bigint | null,
  denom = 'uregen',
): StatedPrice => ({
  source,
  classId: 'C01',
  denom,
  price: parseRatio(price),
  time: age === null ? null : NOW - age,
})
export const ask = (price: bigint, denom = 'uregen'): Ask => ({ classId: 'C01', denom, price })

/** The valuation of class C01 on the evidence given. */
export const valued = (
  evidence: Partial<PriceEvidence>,
  { rules = RULES, rates = {} }: { rules?: readonly SourceRule[]; rates?: Rates } = {},
): Valuation =>
  valueClass('C01', { evidence: { trades: [], stated: [], asks: [], ...evidence }, rates, rules, at: NOW })

export const priceOf = (valuation: Valuation): Price => {
  if (valuation.status === 'no-price') throw new Error('there is no price')
  return valuation.price
}
