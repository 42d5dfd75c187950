import { describe, expect, test } from 'vitest'
import { type BuyQuote, quoteBuy } from '../../../src/mechanisms/live-marketplace-fees/quoteBuy.ts'
import vectors from '../../vectors/live-marketplace-fees.json' with { type: 'json' }

const asText = (quote: BuyQuote) =>
  Object.fromEntries(Object.entries(quote).map(([amount, value]) => [amount, value.toString()]))

test.each(vectors.map(vector => [vector.id, vector] as const))('%s', (_, { input, expected }) => {
  const { askAmount, quantity, buyerRate: buyer, sellerRate: seller } = input
  const quote = quoteBuy({ askAmount, quantity, fees: { buyer, seller }, denom: 'uusdc' })
  expect(asText(quote)).toEqual({ ...expected, burned: '0' })
})

test.each(vectors.map(vector => [vector.id, vector] as const))(
  '%s, in uregen: the fee pool is burned',
  (_, { input, expected }) => {
    const { askAmount, quantity, buyerRate: buyer, sellerRate: seller } = input
    const quote = quoteBuy({
      askAmount: BigInt(askAmount),
      quantity,
      fees: { buyer, seller },
      denom: 'uregen',
    })
    expect(quote.burned.toString()).toBe(expected.toFeePool)
  },
)

/** Where the keeper truncates: ask, quantity, buyer rate, seller rate → required, pool, to the seller, debit, event fees. */
describe('the rounding of the keeper', () => {
  test.each([
    ['33', '1', '0.1', '0.05', [36n, 4n, 31n, 35n, 3n, 1n]],
    ['32', '1', '0.05', '0.05', [33n, 3n, 30n, 33n, 1n, 1n]],
    ['3', '0.5', '0.1', '0.05', [1n, 0n, 1n, 1n, 0n, 0n]],
    [
      '25000000',
      '2.345678',
      '0.01',
      '0.02',
      [59_228_369n, 1_759_258n, 57_469_111n, 59_228_369n, 586_419n, 1_172_839n],
    ],
    ['1500000', '0.333333', '0.015', '0.025', [507_499n, 19_999n, 487_499n, 507_498n, 7_499n, 12_499n]],
    ['999999', '1.000001', '0.01', '0.01', [1_009_999n, 19_999n, 989_999n, 1_009_998n, 9_999n, 9_999n]],
  ])(
    'of %s × %s with a buyer fee of %s and a seller fee of %s',
    (askAmount, quantity, buyer, seller, expected) => {
      const quote = quoteBuy({ askAmount, quantity, fees: { buyer, seller }, denom: 'uusdc' })
      const { requiredBalance, toFeePool, sellerReceives, debit, buyerFee, sellerFee, leastMaxFee } = quote
      expect([requiredBalance, toFeePool, sellerReceives, debit, buyerFee, sellerFee]).toEqual(expected)
      expect(leastMaxFee).toBe(buyerFee)
    },
  )

  test('2.5 credits at 333 with 1.04 % need 841, though 832 + 8 is 840', () => {
    const fees = { buyer: '0.0104', seller: '' }
    const quote = quoteBuy({ askAmount: '333', quantity: '2.5', fees, denom: 'uusdc' })
    expect([quote.requiredBalance, quote.sellerReceives, quote.leastMaxFee]).toEqual([841n, 832n, 8n])
    expect(quote.debit).toBe(840n)
  })
})

/** Rows of the feature files of regen-ledger v7.0.0: msg_buy_direct.feature and market.feature. */
describe('the examples of regen-ledger', () => {
  test('10 credits at 10 with 10 % and 5 %: 110 needed, 95 to the seller, 15 to the pool', () => {
    const fees = { buyer: '0.1', seller: '0.05' }
    expect(quoteBuy({ askAmount: '10', quantity: '10', fees, denom: 'foo' })).toMatchObject({
      requiredBalance: 110n,
      debit: 110n,
      sellerReceives: 95n,
      toFeePool: 15n,
      burned: 0n,
      buyerFee: 10n,
      sellerFee: 5n,
    })
  })

  test('10 credits at 20uregen with 20 % and 10 %: 240 leave the buyer, 60 of them are burned', () => {
    const fees = { buyer: '0.2', seller: '0.1' }
    expect(quoteBuy({ askAmount: '20', quantity: '10', fees, denom: 'uregen' })).toMatchObject({
      debit: 240n,
      sellerReceives: 180n,
      toFeePool: 60n,
      burned: 60n,
      buyerFee: 40n,
      sellerFee: 20n,
    })
  })

  test('the fee is a fraction of the ask, so a maxFeeAmount of 20 is enough at 10 × 10 with 20 %', () => {
    const fees = { buyer: '0.2', seller: '0.1' }
    expect(quoteBuy({ askAmount: '10', quantity: '10', fees, denom: 'foo' }).leastMaxFee).toBe(20n)
  })

  test.each([
    ['10', '10'],
    ['1', '100'],
  ])('without fee rates, %s × %s is paid to the seller, and the two fees are 0', (askAmount, quantity) => {
    const fees = { buyer: '', seller: '' }
    expect(quoteBuy({ askAmount, quantity, fees, denom: 'regen' })).toEqual({
      subtotal: '100',
      buyerFee: 0n,
      sellerFee: 0n,
      debit: 100n,
      requiredBalance: 100n,
      sellerReceives: 100n,
      toFeePool: 0n,
      burned: 0n,
      leastMaxFee: 0n,
    })
  })

  test('0.000001 credits at 1uregen cost nothing', () => {
    const fees = { buyer: '', seller: '' }
    expect(quoteBuy({ askAmount: '1', quantity: '0.000001', fees, denom: 'uregen' })).toMatchObject({
      subtotal: '0.000001',
      debit: 0n,
      requiredBalance: 0n,
    })
  })
})
