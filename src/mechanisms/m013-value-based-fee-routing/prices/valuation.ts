import { CREDIT, type Credits } from '../../../primitives/credits.ts'
import { mulRatio, ONE, type Ratio, ratio } from '../../../primitives/ratio.ts'
import { parseTime } from '../../../primitives/time.ts'
import { pricesFrom } from './priceSources.ts'
import type { Price, PriceEvidence, SourceRule, StatedPrice } from './prices.ts'

export {
  type Ask,
  PRICE_SOURCES,
  type Price,
  type PriceEvidence,
  type PriceSource,
  type SourceRule,
  type StatedPrice,
  type TradeSample,
} from './prices.ts'

/** A price that a policy states, and since when: governance's, or an outside market's. */
export type ReferencePrice = Omit<StatedPrice, 'source' | 'time'> & {
  readonly source: 'governance-reference' | 'external'
  /** RFC 3339. It grows old as the rule of its source says. */
  readonly time: string
}

/** The prices of a policy, as evidence. */
export const statedBy = (references: readonly ReferencePrice[]): readonly StatedPrice[] =>
  references.map(price => ({ ...price, time: parseTime(price.time).seconds }))

/** uregen for one smallest unit of each denom. uregen itself is 1. */
export type Rates = { readonly [denom: string]: Ratio }

/**
 * What credits are worth. Three different things: a known price (also of 0), no price at all,
 * and a price in a denom for which no rate to uregen was given.
 */
export type Valuation =
  | { readonly status: 'known'; readonly price: Price; readonly rate: Ratio }
  | { readonly status: 'no-price' }
  | { readonly status: 'no-rate'; readonly price: Price }

/**
 * The price of a class from the first source that has one: fresh sources in order, then stale ones in order.
 *
 * Within a source uregen is preferred, then denoms with a rate in alphabetical order; a price without a rate
 * to uregen is reported only when no source has a usable one.
 *
 *     twap-7d = Σ payment / Σ quantity in credits        purchases of (at − 7 days, at] without outliers
 *
 * @example
 * const paid = { classId: 'C01', denom: 'uregen', time: 86_400n, quantity: parseCredits('2'), payment: 50_000_000n }
 * const evidence = { trades: [paid], stated: [], asks: [] }
 * const rules = [{ source: 'last-trade', maxAgeDays: 7, leastSamples: 1 }] as const
 * const value = valueClass('C01', { evidence, rates: {}, rules, at: 172_800n })
 * value.status === 'known' && value.price.price // { num: 25000000n, den: 1n }
 */
export function valueClass(
  classId: string,
  {
    evidence,
    rates,
    rules,
    at,
  }: { evidence: PriceEvidence; rates: Rates; rules: readonly SourceRule[]; at: bigint },
): Valuation {
  const prices = rules.flatMap(rule => pricesFrom(rule, classId, evidence, at))
  const inOrder = [...prices.filter(({ stale }) => !stale), ...prices.filter(({ stale }) => stale)]
  for (const price of inOrder) {
    const rate = rateOf(price.denom, rates)
    if (rate) return { status: 'known', price, rate }
  }
  const [unconverted] = inOrder
  return unconverted ? { status: 'no-rate', price: unconverted } : { status: 'no-price' }
}

/**
 * The exact value of credits in uregen.
 *
 *     value = millionths × price × rate / 1,000,000        a fraction, not yet rounded
 *
 * @example
 * valueInUregen(parseCredits('2.5'), parseRatio('4'), parseRatio('1.5')) // { num: 15n, den: 1n }
 */
export const valueInUregen = (amount: Credits, price: Ratio, rate: Ratio): Ratio =>
  mulRatio(ratio(amount, CREDIT), mulRatio(price, rate))

/**
 * The rate of a denom to uregen, or undefined when none was given.
 *
 * @example
 * rateOf('ibc/usd', { 'ibc/usd': parseRatio('25') }) // { num: 25n, den: 1n }
 * rateOf('ibc/eur', { 'ibc/usd': parseRatio('25') }) // undefined
 */
export const rateOf = (denom: string, rates: Rates): Ratio | undefined =>
  denom === 'uregen' ? ONE : Object.hasOwn(rates, denom) ? rates[denom] : undefined
