import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Volume } from '../../../src/epoch/inputs/epochInputs.ts'
import { DEFAULT_POLICY } from '../../../src/policy/generated/defaultPolicy.ts'
import { fromDouble, toDouble } from '../../../src/primitives/doubles.ts'
import { advanceFees } from '../../../src/simulation/advance/advanceFees.ts'
import { prepare } from '../../../src/simulation/advance/prepare.ts'
import { anyPolicy } from '../../epoch/randomEconomy.ts'
import { RUNS } from '../../support/runs.ts'

/** Fees as doubles are the fees as big integers, to the unit, up to where doubles are exact and beyond. */

const TX_TYPES = ['CreditIssuance', 'CreditTransfer', 'CreditRetirement', 'MarketplaceTrade'] as const

/** Amounts of every size, and those around which a double would round. */
const anyAmount = fc.oneof(
  fc.bigInt(0n, 10n ** 7n),
  fc.bigInt(0n, 10n ** 15n),
  fc.bigInt(0n, 10n ** 25n),
  fc
    .tuple(fc.integer({ min: 40, max: 66 }), fc.integer({ min: -3, max: 3 }))
    .map(([bits, off]) => 2n ** BigInt(bits) + BigInt(off)),
)

const anyVolume: fc.Arbitrary<Volume> = fc.record({
  txType: fc.constantFrom(...TX_TYPES),
  denom: fc.constant('uregen'),
  value: fc.record({ num: anyAmount, den: fc.constantFrom(1n, 1n, 3n, 7n, 1_000_003n, 10n ** 18n) }),
  messages: fc.oneof(fc.bigInt(0n, 40n), anyAmount),
})

describe('fees as doubles', () => {
  test('are the fees as big integers, under any policy', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.array(anyVolume, { maxLength: 8 }), (seed, volumes) => {
        const prepared = prepare(anyPolicy(seed))
        expect(advanceFees(volumes, prepared)).toEqual(advanceFees(volumes, { ...prepared, small: null }))
      }),
      { numRuns: RUNS * 5 },
    )
  })

  test('a part of the random policies is charged so, and the defaults are', () => {
    const plain = Array.from({ length: 200 }, (_, seed) => prepare(anyPolicy(seed)).small !== null)
    expect(plain.filter(Boolean).length).toBeGreaterThan(20)
    expect(prepare(DEFAULT_POLICY).small).not.toBeNull()
  })

  test('a floor of a quotient is exact just below each whole number', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 9n), fc.bigInt(1n, 2n ** 52n), (den, most) => {
        const num = (most / den) * den - 1n
        fc.pre(num >= 0n)
        expect(BigInt(Math.floor(Number(num) / Number(den)))).toBe(num / den)
      }),
      { numRuns: RUNS * 5 },
    )
  })
})

describe('doubles and big integers', () => {
  test('go into each other and back, up to 2^52', () => {
    fc.assert(
      fc.property(fc.bigInt(0n, 2n ** 52n - 1n), amount => {
        expect(toDouble(amount)).toBe(Number(amount))
        expect(fromDouble(Number(amount))).toBe(amount)
      }),
      { numRuns: RUNS * 5 },
    )
    expect(fromDouble(2 ** 53 - 1)).toBe(2n ** 53n - 1n)
  })

  test('what is larger is infinite, so that it fails every bound', () => {
    for (const amount of [2n ** 52n, 2n ** 52n + 1n, 2n ** 64n, 2n ** 64n + 5n, 10n ** 30n])
      expect(toDouble(amount)).toBe(Number.POSITIVE_INFINITY)
    expect(toDouble(2n ** 52n - 1n)).toBe(2 ** 52 - 1)
  })
})
