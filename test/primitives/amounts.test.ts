import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountOf, coin, decodeCoin, formatCoin, parseCoin, sumCoins } from '../../src/primitives/coin.ts'
import { type Credits, credits, formatCredits, parseCredits } from '../../src/primitives/credits.ts'
import { formatRegen, parseRegen, sumUregen, uregen } from '../../src/primitives/uregen.ts'
import { anyUregen, holds } from '../support/arbitraries.ts'
import { NOT_DECIMAL } from '../support/badText.ts'

test('parse ∘ format is the identity for REGEN', () => {
  holds(anyUregen, amount => expect(parseRegen(formatRegen(amount))).toBe(amount))
})

test('parse ∘ format is the identity for credits', () => {
  holds(anyUregen, amount => expect(parseCredits(formatCredits(credits(amount)))).toBe(amount))
})

test('parse ∘ format is the identity for coins', () => {
  const anyDenom = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9/:._-]{2,30}$/)
  holds(anyDenom, anyUregen, (denom, amount) =>
    expect(decodeCoin(formatCoin(coin(denom, amount)))).toEqual({ denom, amount }),
  )
})

test.each(['REGEN', 'regen', 'Regen'])(
  '5%s is refused with the way out where people type it, and read where a chain says it',
  denom => {
    expect(() => parseCoin(`5${denom}`)).toThrow(
      `"5${denom}" is not a bank denom. A denom is a letter followed by 2 to 127 letters, digits or / : . _ -, such as "uregen"; 1 REGEN is 1000000uregen. [DENOM_MALFORMED]`,
    )
    expect(decodeCoin(`5${denom}`)).toEqual({ denom, amount: 5n })
    expect(parseCoin(`5u${denom}`).denom).toBe(`u${denom}`)
  },
)

test.each([...NOT_DECIMAL, '1.0000000', '0.1234567'])('%j is neither REGEN nor credits', text => {
  expect(() => parseRegen(text)).toThrow('[AMOUNT_MALFORMED]')
  expect(() => parseCredits(text)).toThrow('[AMOUNT_MALFORMED]')
})

/** '1E-7' is one unit of the denom E-7, and '0x10' none of x10: odd, but coins. */
const NOT_A_COIN = NOT_DECIMAL.filter(text => !/^(1E-7|0x10|0b1)$/.test(text))

test.each([...NOT_A_COIN, '5', '1.5uregen', '-5uregen', '5 uregen', '007uregen', '5__proto__', '5ab'])(
  '%j is not a coin',
  text => {
    expect(() => parseCoin(text)).toThrow(/\[(AMOUNT|DENOM)_MALFORMED\]/)
  },
)

test('the error says what was wrong, what was expected, and its code', () => {
  expect(() => parseRegen('1.0000000')).toThrowErrorMatchingInlineSnapshot(
    `[RegenError: "1.0000000" is not an amount; expected REGEN with at most 6 decimals, such as "1.5". Pass a plain decimal number as text: no sign, exponent, separator or unit. [AMOUNT_MALFORMED]]`,
  )
  expect(() => uregen(-1n)).toThrowErrorMatchingInlineSnapshot(
    `[RegenError: Amounts cannot be negative; got -1. Check the order of the operands in the subtraction. [AMOUNT_NEGATIVE]]`,
  )
  expect(() => coin('u', 1n)).toThrowErrorMatchingInlineSnapshot(
    `[RegenError: "u" is not a bank denom. A denom is a letter followed by 2 to 127 letters, digits or / : . _ -, such as "uregen"; 1 REGEN is 1000000uregen. [DENOM_MALFORMED]]`,
  )
})

test('sums keep denoms apart, sorted, without zeros', () => {
  const coins = [coin('uusdc', 2n), coin('uregen', 1n), coin('uusdc', 3n), coin('abc', 0n)]
  expect(sumCoins(coins)).toEqual([coin('uregen', 1n), coin('uusdc', 5n)])
  expect(amountOf(coins, 'uusdc')).toBe(5n)
  expect(amountOf(coins, 'constructor')).toBe(0n)
  expect(sumUregen()).toBe(0n)
})

test('amounts of any size stay exact', () => {
  const huge = '123456789012345678901234567890.123456'
  expect(formatRegen(parseRegen(huge))).toBe(huge)
  expect(formatCredits(1n as Credits)).toBe('0.000001')
})

test.each([
  [1.5, 'number'],
  ['1', 'string'],
  [[{ denom: 'uregen', amount: 1n }], 'object'],
  [Object.create(null), 'object'],
  [undefined, 'undefined'],
  [null, 'null'],
])('formatRegen refuses %o, which plain JavaScript lets pass', (value, kind) => {
  expect(() => formatRegen(value as never)).toThrow(
    new RegExp(`✖ expected a bigint, got ${kind}\\n.*\\[INPUT_INVALID\\]$`),
  )
})
