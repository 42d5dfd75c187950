import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatAmount, nameOf } from '../../src/preview/words/formatAmount.ts'
import { formatSentence } from '../../src/preview/words/formatSentence.ts'

/** Amounts as people write them. */

const denom = (bankDenom: string, displayDenom: string, exponent = 6) => ({
  bankDenom,
  displayDenom,
  exponent,
})
const NOBLE = denom('ibc/AA', 'USDC')
const AXELAR = denom('ibc/BB', 'usdc')

test('whatever the amount and the exponent, the text says exactly this amount', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.nat(24), (amount, exponent) => {
      const text = formatAmount({ denom: 'ibc/AA', amount }, [denom('ibc/AA', 'X', exponent)])
      const [, sign = '', whole = '', decimals = ''] = /^(-?)(\d+)(?:\.(\d+))? X$/.exec(text) ?? []
      expect(decimals.length).toBeLessThanOrEqual(exponent)
      expect(BigInt(sign + whole + decimals.padEnd(exponent, '0'))).toBe(amount)
    }),
  )
})

describe('two denoms of one symbol stay apart', () => {
  test('each has its bank denom behind it, whatever the case of its letters', () => {
    const both = [NOBLE, AXELAR]
    expect(formatAmount({ denom: 'ibc/AA', amount: 1_500_000n }, both)).toBe('1.5 USDC (ibc/AA)')
    expect(formatAmount({ denom: 'ibc/BB', amount: 1_500_000n }, both)).toBe('1.5 usdc (ibc/BB)')
    expect(formatSentence('Pays 1500000ibc/AA.', both)).toBe('Pays 1.5 USDC (ibc/AA).')
  })

  test('a token that calls itself REGEN is never taken for it, and REGEN is never renamed', () => {
    const liar = [denom('ibc/CC', 'Regen'), denom('uregen', 'LUNA', 0)]
    expect(formatAmount({ denom: 'ibc/CC', amount: 1n }, liar)).toBe('0.000001 Regen (ibc/CC)')
    expect(formatAmount({ denom: 'uregen', amount: 1n }, liar)).toBe('0.000001 REGEN (uregen)')
  })

  test('whatever two denoms are called, their amounts never read the same', () => {
    const symbol = fc.constantFrom('USDC', 'usdc', 'REGEN', 'Us<b>', '', 'UЅDC', 'ATOM', 'uregen', 'ibc/AA')
    fc.assert(
      fc.property(
        symbol,
        symbol,
        fc.nat(9),
        fc.nat(9),
        fc.bigInt({ min: 0n, max: 10n ** 20n }),
        (a, b, x, y, amount) => {
          const denoms = [denom('ibc/AA', a, x), denom('ibc/BB', b, y)]
          const texts = ['ibc/AA', 'ibc/BB', 'uregen'].map(denom =>
            formatAmount({ denom, amount }, denoms)
              .replace(/^[\d.]+ /, '')
              .toLowerCase(),
          )
          expect(new Set(texts).size).toBe(3)
        },
      ),
    )
  })
})

describe('a symbol that is not fit to be shown', () => {
  test.each(['', 'USDC\u0007', 'US\u202eCD', '<script>', 'US DC', 'UЅDC', '1.5', 'U'.repeat(65)])(
    '%j: the amount stays in smallest units of the bank denom',
    displayDenom => {
      const denoms = [denom('ibc/AA', displayDenom)]
      expect(formatAmount({ denom: 'ibc/AA', amount: 1_500_000n }, denoms)).toBe('1500000 ibc/AA')
      expect(nameOf('ibc/AA', denoms)).toBe(null)
      expect(formatSentence('Pays 1500000ibc/AA.', denoms)).toBe('Pays 1500000ibc/AA.')
    },
  )

  test('nor is a denom with control characters printed as it is', () => {
    expect(formatAmount({ denom: 'ibc/\u001b[31mA', amount: 1n })).toBe('1 ibc/ [31mA')
  })
})

test('an exponent nobody told is never guessed', () => {
  expect(formatAmount({ denom: 'uusdc', amount: 1_500_000n })).toBe('1500000 uusdc')
  expect(formatAmount({ denom: 'uusdc', amount: 1_500_000n }, 'unknown')).toBe('1500000 uusdc')
})
