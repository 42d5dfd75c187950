import { expect, test } from 'vitest'
import {
  addRatio,
  areFurtherApart,
  compareRatios,
  complement,
  divideRatio,
  formatRatio,
  inverse,
  isOne,
  minRatio,
  mulCeil,
  mulFloor,
  mulRatio,
  ONE,
  parseRatio,
  ratio,
  subtractRatio,
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

test('subtracting takes back what was added, and dividing what was multiplied', () => {
  holds(anyRatio, anyRatio, (a, b) => {
    expect(subtractRatio(addRatio(a, b), b)).toEqual(ratio(a.num, a.den))
    if (b.num === 0n) return
    expect(divideRatio(mulRatio(a, b), b)).toEqual(ratio(a.num, a.den))
    expect(mulRatio(b, inverse(b))).toEqual(ONE)
  })
})

test('a share and its complement are the whole', () => {
  holds(anyFraction, share => {
    if (compareRatios(share, ONE) <= 0) expect(addRatio(share, complement(share))).toEqual(ONE)
  })
})

test('mulCeil gives the ceiling: (q − 1)·den < amount·num ≤ q·den', () => {
  holds(anyUregen, anyRatio, (amount, { num, den }) => {
    const q: bigint = mulCeil(amount, { num, den })
    expect((q - 1n) * den < amount * num && amount * num <= q * den).toBe(true)
  })
})

test('two fractions are further apart than a step when the larger is above the smaller and the step', () => {
  holds(anyRatio, anyRatio, anyRatio, (a, b, step) => {
    const [less, more] = compareRatios(a, b) < 0 ? [a, b] : [b, a]
    expect(areFurtherApart(a, b, step)).toBe(compareRatios(more, addRatio(less, step)) > 0)
  })
})

test('a fraction without a finite decimal is written as one', () => {
  expect(formatRatio(ratio(1n, 3n))).toBe('1/3')
  expect(formatRatio(ratio(6n, 4n))).toBe('1.5')
  expect(formatRatio(ONE)).toBe('1')
})

test.each([...NOT_DECIMAL, '0.1234567890123456789'])('%j is not a ratio', text => {
  expect(() => parseRatio(text)).toThrow(/is not a rate or share.*\[RATIO_MALFORMED\]/)
})
