import { describe, expect, test } from 'vitest'
import { NO_FEES, unusableRate } from '../../../src/mechanisms/live-marketplace-fees/params.ts'
import { quoteBuy } from '../../../src/mechanisms/live-marketplace-fees/quoteBuy.ts'

describe('a rate that stops every purchase', () => {
  test.each(['0', '0.0', '0.000000000000000000', '0e5', '-0', '-0.01', 'abc', '1,5', ' ', 'NaN', '0x1'])(
    'is any text that is not above zero, such as %j, at the buyer’s or the seller’s place',
    rate => {
      expect(unusableRate({ buyer: rate, seller: '' })).toBe(rate)
      expect(unusableRate({ buyer: '0.01', seller: rate })).toBe(rate)
    },
  )

  test('is named: the buyer’s first when both are', () => {
    expect(unusableRate({ buyer: '0', seller: '0.0' })).toBe('0')
  })

  test.each(['', '0.01', '1', '5', '0.000000000000000001', '1e-3', '.5'])('is not %j', rate => {
    expect(unusableRate({ buyer: rate, seller: rate })).toBe(null)
  })

  test('is not the empty text, which means no fee', () => {
    expect(unusableRate(NO_FEES)).toBe(null)
    expect(quoteBuy({ askAmount: 10n, quantity: '1', fees: NO_FEES, denom: 'uregen' })).toMatchObject({
      buyerFee: 0n,
      sellerFee: 0n,
    })
  })
})

test.each([
  ['a quantity', { quantity: 'abc' }, 'credits of 0 or more'],
  ['a negative quantity', { quantity: '-1' }, 'credits of 0 or more'],
  ['a buyer rate', { fees: { buyer: 'NaN', seller: '' } }, 'a fee rate of 0 or more'],
  ['a negative seller rate', { fees: { buyer: '', seller: '-0.5' } }, 'a fee rate of 0 or more'],
])('a quote refuses %s that the chain could not read', (_, change, expected) => {
  const terms = { askAmount: 10n, quantity: '1', fees: NO_FEES, denom: 'uregen' }
  expect(() => quoteBuy({ ...terms, ...change })).toThrow(
    new RegExp(`expected ${expected}.*AMOUNT_MALFORMED`),
  )
})
