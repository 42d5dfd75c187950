import { Decimal as Shared } from 'decimal.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BuyQuote, quoteBuy } from '../../../src/mechanisms/live-marketplace-fees/quoteBuy.ts'
import { holds } from '../../support/arbitraries.ts'

/**
 * A plain reference that shares no code with ours: decimal.js, products with 34 digits and half up as in the keeper's
 * decimal128, sums with as many digits as they need.
 */
const Product = Shared.clone({ defaults: true, precision: 34, rounding: Shared.ROUND_HALF_UP })
const Sum = Shared.clone({ defaults: true, precision: 400 })

type Terms = { askAmount: string; quantity: string; buyer: string; seller: string }

function reference({ askAmount, quantity, buyer, seller }: Terms): Record<string, bigint> {
  const subtotal = new Product(askAmount).times(quantity)
  const buyerFee = subtotal.times(buyer || '0')
  const sellerFee = subtotal.times(seller || '0')
  const trunc = (decimal: Shared) => BigInt(decimal.trunc().toFixed(0))
  const toFeePool = trunc(new Sum(buyerFee).plus(sellerFee))
  const sellerReceives = trunc(new Sum(subtotal).minus(sellerFee))
  return {
    buyerFee: trunc(buyerFee),
    sellerFee: trunc(sellerFee),
    debit: toFeePool + sellerReceives,
    requiredBalance: trunc(new Sum(subtotal).plus(buyerFee)),
    sellerReceives,
    toFeePool,
    burned: toFeePool,
    leastMaxFee: trunc(buyerFee),
  }
}

/** Decimal text of 0 or more with so many decimals at most, with leading and trailing zeros as they come. */
const anyDecimal = (mostWhole: bigint, mostDecimals: number) =>
  fc
    .tuple(
      fc.bigInt({ min: 0n, max: mostWhole }),
      fc.integer({ min: 0, max: mostDecimals }),
      fc.nat(),
      fc.nat(),
    )
    .map(([whole, places, a, b]) => {
      const decimals = `${a}${b}`.padStart(18, '0').slice(-18, places - 18 || undefined)
      return places === 0 ? whole.toString() : `${whole}.${decimals}`
    })

const anyAsk = fc
  .oneof(
    fc.bigInt({ min: 1n, max: 1_000n }),
    fc.bigInt({ min: 1n, max: 10n ** 15n }),
    fc.bigInt({ min: 1n, max: 10n ** 40n }),
  )
  .map(String)
const anyQuantity = fc.oneof(anyDecimal(3n, 6), anyDecimal(10n ** 9n, 6))
/** A fraction below 1 with up to 18 decimals, 1 itself, or no fee. */
const anyRate = fc.oneof(anyDecimal(0n, 18), fc.constantFrom('', '1', '0.01', '0.02', '0.999999999999999999'))

const anyTerms: fc.Arbitrary<Terms> = fc.record({
  askAmount: anyAsk,
  quantity: anyQuantity,
  buyer: anyRate,
  seller: anyRate,
})

const quote = ({ askAmount, quantity, buyer, seller }: Terms, denom = 'uregen'): BuyQuote =>
  quoteBuy({ askAmount, quantity, fees: { buyer, seller }, denom })

test('every amount is that of the reference', () => {
  holds(anyTerms, terms => {
    const { subtotal, ...amounts } = quote(terms)
    expect(amounts).toEqual(reference(terms))
    expect(subtotal).toBe(new Product(terms.askAmount).times(terms.quantity).toFixed())
  })
})

test('what leaves the buyer is what reaches the fee pool and the seller', () => {
  holds(anyTerms, terms => {
    const { debit, toFeePool, sellerReceives } = quote(terms)
    expect(debit).toBe(toFeePool + sellerReceives)
  })
})

describe('while the seller rate is at most 1', () => {
  test('the debit is the required balance or one unit less, and nothing is negative', () => {
    holds(anyTerms, terms => {
      const amounts = quote(terms)
      expect([amounts.requiredBalance, amounts.requiredBalance - 1n]).toContain(amounts.debit)
      for (const amount of Object.values(amounts))
        if (typeof amount === 'bigint') expect(amount >= 0n).toBe(true)
    })
  })

  test('both cases occur: 35 of 36, and 33 of 33', () => {
    const of = (askAmount: string, buyer: string) =>
      quote({ askAmount, quantity: '1', buyer, seller: '0.05' })
    expect(of('33', '0.1')).toMatchObject({ debit: 35n, requiredBalance: 36n })
    expect(of('32', '0.05')).toMatchObject({ debit: 33n, requiredBalance: 33n })
  })
})

describe('above a seller rate of 1', () => {
  test('the seller would receive a negative amount, on which the node fails', () => {
    const amounts = quote({ askAmount: '100', quantity: '1', buyer: '', seller: '1.5' })
    expect(amounts).toMatchObject({ toFeePool: 150n, sellerReceives: -50n, debit: 100n })
  })

  test('the debit can be one unit more than the required balance: a payment of −0.3 is cut to 0', () => {
    const amounts = quote({ askAmount: '3', quantity: '0.5', buyer: '0.3', seller: '1.2' })
    expect(amounts).toMatchObject({ toFeePool: 2n, sellerReceives: 0n, debit: 2n, requiredBalance: 1n })
  })
})

test('the two fees that the event reports add up to what the pool gets, or to one less', () => {
  holds(anyTerms, terms => {
    const { buyerFee, sellerFee, toFeePool } = quote(terms)
    expect([toFeePool, toFeePool - 1n]).toContain(buyerFee + sellerFee)
  })
})

test('the least maxFeeAmount is the floored buyer fee: the seller rate does not matter', () => {
  holds(anyTerms, anyRate, (terms, seller) => {
    const { leastMaxFee, buyerFee } = quote(terms)
    expect(leastMaxFee).toBe(buyerFee)
    expect(quote({ ...terms, seller }).leastMaxFee).toBe(leastMaxFee)
  })
})

test('uregen in the fee pool is burned at once, other denoms stay there', () => {
  holds(anyTerms, terms => {
    const { toFeePool, burned } = quote(terms)
    expect(burned).toBe(toFeePool)
    expect(quote(terms, 'ibc/uregen')).toEqual({ ...quote(terms), burned: 0n })
  })
})

test('a product of more than 34 digits is rounded half up, as the node does: …5 becomes one more', () => {
  const askAmount = `2${'0'.repeat(32)}1`
  const terms = { askAmount, quantity: '1.5', buyer: '', seller: '' }
  expect(BigInt(askAmount) * 15n).toBe(BigInt(`30${'0'.repeat(31)}15`))
  expect(quote(terms).subtotal).toBe(`3${'0'.repeat(31)}02`)
})

test('the chain’s spellings of one quantity cost the same: 2.5, 2.500000, 25e-1, +2.5', () => {
  const of = (quantity: string) => quote({ askAmount: '33', quantity, buyer: '0.1', seller: '0.05' })
  for (const quantity of ['2.500000', '25e-1', '+2.5', '0.25E1']) expect(of(quantity)).toEqual(of('2.5'))
})
