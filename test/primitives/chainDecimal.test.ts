import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDecimal,
  type ChainDecimal,
  decimalPlaces,
  formatChainDecimal,
  mulDecimal,
  parseChainDecimal,
  subDecimal,
  truncDecimal,
} from '../../src/primitives/chainDecimal.ts'
import { holds } from '../support/arbitraries.ts'

const read = (text: string): ChainDecimal => {
  const decimal = parseChainDecimal(text)
  if (!decimal) throw new Error(`${text} was refused`)
  return decimal
}

/** Accepted and refused by a v7.0.0 node. */
test.each([
  ['', '0'],
  ['0', '0'],
  ['-0', '0'],
  ['+1', '1'],
  ['1.', '1'],
  ['.5', '0.5'],
  ['00.5', '0.5'],
  ['1.500000', '1.5'],
  ['1e3', '1000'],
  ['1E-7', '0.0000001'],
  ['1e-6', '0.000001'],
  ['-1', '-1'],
])('%j is %s', (text, value) => {
  expect(formatChainDecimal(read(text))).toBe(value)
})

test.each([
  'NaN',
  'Infinity',
  '-Infinity',
  '1,5',
  ' 1',
  '1 ',
  '1_000',
  '0x10',
  '1/2',
  '٣',
  'abc',
  '.',
  'e5',
  '1e',
  '+',
  '1e99999999999',
  '1e-200000',
])('%j is no decimal of the chain', text => {
  expect(parseChainDecimal(text)).toBeNull()
})

test('trailing zeros count as decimals, as on chain', () => {
  expect(decimalPlaces(read('1.0000000'))).toBe(7)
  expect(decimalPlaces(read('1e3'))).toBe(0)
})

const anyDecimal: fc.Arbitrary<ChainDecimal> = fc.record({
  coefficient: fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }),
  exponent: fc.integer({ min: -17, max: 0 }),
})

test('sums and differences are exact, products of up to 34 digits too', () => {
  holds(anyDecimal, anyDecimal, (a, b) => {
    const scale = (x: ChainDecimal) => x.coefficient * 10n ** BigInt(40 + x.exponent)
    expect(scale(addDecimal(a, b))).toBe(scale(a) + scale(b))
    expect(scale(subDecimal(a, b))).toBe(scale(a) - scale(b))
    expect(scale(mulDecimal(a, b)) * 10n ** 40n).toBe(scale(a) * scale(b))
  })
})

test('a longer product is rounded half up to 34 digits, as the node does', () => {
  expect(formatChainDecimal(mulDecimal(read('0.99999999999999999999'), read('0.99999999999999999999')))).toBe(
    '0.99999999999999999998',
  )
  expect(mulDecimal(read('99999999999999999999'), read('99999999999999999999'))).toEqual({
    coefficient: 9_999_999_999_999_999_999_800_000_000_000_000n,
    exponent: 6,
  })
  expect(formatChainDecimal(mulDecimal(read('-5555555555555555555'), read('3333333333333333333')))).toBe(
    '-18518518518518518514814814814814810000',
  )
})

test('trunc cuts towards zero', () => {
  expect([truncDecimal(read('1.999')), truncDecimal(read('-1.999')), truncDecimal(read('2e2'))]).toEqual([
    1n,
    -1n,
    200n,
  ])
})

test('parse ∘ format is the identity', () => {
  holds(anyDecimal, decimal => {
    const text = formatChainDecimal(decimal)
    expect(formatChainDecimal(read(text))).toBe(text)
  })
})
