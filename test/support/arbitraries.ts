import * as fc from 'fast-check'
import type {
  FeeConfig,
  FeeRate,
  PoolShares,
  Share,
} from '../../src/mechanisms/m013-value-based-fee-routing/params.ts'
import { TX_TYPES } from '../../src/mechanisms/m013-value-based-fee-routing/params.ts'
import { type Ratio, ratio } from '../../src/primitives/ratio.ts'
import type { Uregen } from '../../src/primitives/uregen.ts'
import { RUNS } from './runs.ts'

/** Tries a law on random values: `holds(anyA, anyB, (a, b) => expect(…))`. */
export function holds<T extends [unknown, ...unknown[]]>(
  ...args: [...{ [index in keyof T]: fc.Arbitrary<T[index]> }, (...values: T) => unknown]
): void {
  const check = args.pop() as (...values: T) => unknown
  const arbitraries = args as unknown as { [index in keyof T]: fc.Arbitrary<T[index]> }
  const property = fc.tuple(...(arbitraries as fc.Arbitrary<unknown>[]))
  fc.assert(
    fc.property(property, values => {
      check(...(values as T))
    }),
    { numRuns: RUNS },
  )
}

/** Any amount, also beyond what a double holds. */
export const anyUregen: fc.Arbitrary<Uregen> = fc
  .oneof(fc.bigInt({ min: 0n, max: 10_000n }), fc.bigInt({ min: 0n, max: 10n ** 24n }))
  .map(amount => amount as Uregen)

/** A fraction between 0 and 1 with up to 18 decimals. */
export const anyFraction: fc.Arbitrary<Ratio> = fc
  .tuple(fc.integer({ min: 0, max: 18 }), fc.bigInt({ min: 0n, max: 10n ** 18n }))
  .map(([decimals, num]) => ratio(num % (10n ** BigInt(decimals) + 1n), 10n ** BigInt(decimals)))

/** A fraction of 0 or more whose denominator need not be a power of ten. */
export const anyRatio: fc.Arbitrary<Ratio> = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([num, den]) => ratio(num, den))

/** Four shares that sum to exactly 1, on a grid of up to 10^6. */
export const anyShares: fc.Arbitrary<PoolShares> = fc
  .tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.array(fc.nat(), { minLength: 3, maxLength: 3 }))
  .map(([parts, cuts]) => {
    const [a = 0, b = 0, c = 0] = cuts.map(cut => cut % (parts + 1)).sort((x, y) => x - y)
    const share = (part: number) => ratio(BigInt(part), BigInt(parts)) as Share
    return { burn: share(a), validator: share(b - a), community: share(c - b), agent: share(parts - c) }
  })

/** A legal configuration: rates up to 10 %. */
export const anyFeeConfig: fc.Arbitrary<FeeConfig> = fc
  .tuple(fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 4, maxLength: 4 }), anyShares, anyUregen)
  .map(([rates, shares, minFee]) => ({
    feeRates: Object.fromEntries(
      TX_TYPES.map((txType, index) => [txType, ratio(BigInt(rates[index] ?? 0), 1_000_000n) as FeeRate]),
    ) as FeeConfig['feeRates'],
    shares,
    minFee,
    maxRate: ratio(1n, 10n) as FeeRate,
  }))
