import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overOneDenominator, type Ratio, ratio, sumRatios } from '../../src/primitives/ratio.ts'
import { RUNS } from '../support/runs.ts'

/** Fractions come to lowest terms as doubles or as big integers: nobody can tell which. */

/** Numbers of every size, and those around which a double would round. */
const anyWhole = fc.oneof(
  fc.bigInt(0n, 1_000n),
  fc.bigInt(0n, 10n ** 25n),
  fc
    .tuple(fc.integer({ min: 30, max: 66 }), fc.integer({ min: -3, max: 3 }))
    .map(([bits, off]) => 2n ** BigInt(bits) + BigInt(off)),
)
const anyFraction = fc
  .tuple(anyWhole, anyWhole, fc.bigInt(1n, 10n ** 6n))
  .map(([num, den, factor]): Ratio => ({ num: num * factor, den: (den || 1n) * factor }))

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b))

test('a fraction keeps its value, and has no common divisor left', () => {
  fc.assert(
    fc.property(anyFraction, ({ num, den }) => {
      const lowest = ratio(num, den)
      expect(lowest.num * den).toBe(num * lowest.den)
      expect(divisor(lowest.num, lowest.den)).toBe(1n)
    }),
    { numRuns: RUNS * 5 },
  )
})

test('a sum is that of the parts over one denominator, in lowest terms', () => {
  fc.assert(
    fc.property(fc.array(anyFraction, { maxLength: 6 }), fractions => {
      const { parts, den } = overOneDenominator(fractions)
      fractions.forEach((fraction, index) => {
        expect((parts[index] ?? 0n) * fraction.den).toBe(fraction.num * den)
      })
      const whole = parts.reduce((sum, part) => sum + part, 0n)
      expect(sumRatios(...fractions)).toEqual(ratio(whole, den))
    }),
    { numRuns: RUNS },
  )
})

test('a denominator of 0 is refused', () => {
  expect(() => ratio(0n, 0n)).toThrow(RangeError)
})
