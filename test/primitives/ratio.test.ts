import { expect, test } from 'vitest'
import {
  addRatio,
  compareRatios,
  formatRatio,
  isOne,
  minRatio,
  mulFloor,
  ONE,
  parseRatio,
  ratio,
  sumRatios,
} from '../../src/primitives/ratio.ts'
import { anyFraction, anyRatio, anyUregen, holds } from '../support/arbitraries.ts'
import { NOT_DECIMAL } from '../support/badText.ts'

test('parse ∘ format is the identity on decimal fractions', () => {
  holds(anyFraction, fraction => expect(parseRatio(formatRatio(fraction))).toEqual(fraction))
})

test('mulFloor gives the floor: q·den ≤ amount·num < (q + 1)·den', () => {
  holds(anyUregen, anyRatio, (amount, { num, den }) => {
    const q: bigint = mulFloor(amount, { num, den })
    expect(q * den <= amount * num && amount * num < (q + 1n) * den).toBe(true)
  })
})

test('comparing agrees with cross-multiplication, and the smaller of two is one of them', () => {
  holds(anyRatio, anyRatio, (a, b) => {
    expect(compareRatios(a, b)).toBe(
      a.num * b.den < b.num * a.den ? -1 : a.num * b.den > b.num * a.den ? 1 : 0,
    )
    expect([a, b]).toContain(minRatio(a, b))
  })
})

test('adding is exact where floats are not: 0.6 + 0.3 + 0.1 is 1', () => {
  expect(0.6 + 0.3 + 0.1 === 1).toBe(false)
  expect(isOne(sumRatios(parseRatio('0.6'), parseRatio('0.3'), parseRatio('0.1')))).toBe(true)
  holds(anyRatio, anyRatio, (a, b) => expect(addRatio(a, b)).toEqual(addRatio(b, a)))
})

test('multiplying is exact where floats are not: 0.9 % of 3000 is 27', () => {
  expect(Math.floor(3000 * 0.009)).toBe(26)
  expect(mulFloor(3000n, parseRatio('0.009'))).toBe(27n)
})

test('a fraction without a finite decimal is written as one', () => {
  expect(formatRatio(ratio(1n, 3n))).toBe('1/3')
  expect(formatRatio(ratio(6n, 4n))).toBe('1.5')
  expect(formatRatio(ONE)).toBe('1')
})

test.each([...NOT_DECIMAL, '0.1234567890123456789'])('%j is not a ratio', text => {
  expect(() => parseRatio(text)).toThrow(/is not a rate or share.*\[RATIO_MALFORMED\]/)
})
