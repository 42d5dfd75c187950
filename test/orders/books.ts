import fc from 'fast-check'
import { quoteBuy } from '../../src/mechanisms/live-marketplace-fees/quoteBuy.ts'
import type { SellOrder } from '../../src/messages/ledger.ts'
import type { LedgerSnapshot } from '../../src/preview/snapshot.ts'
import { type Credits, formatCredits } from '../../src/primitives/credits.ts'
import { BATCH, BUYER, SELLER, SMALL } from '../support/snapshots.ts'

/** Rates in force: none, tame ones, ones that truncate at odd places, and dear ones. */
export const anyFees = fc.record({
  buyer: fc.constantFrom('', '0.01', '0.1', '0.015', '0.333333', '1.5'),
  seller: fc.constantFrom('', '0.02', '0.05', '0.025', '0.9', '1'),
})

/** Orders of one denom, their sizes in millionths and their asks. */
export const anyOrders = (most: {
  readonly orders: number
  readonly millionths: bigint
  readonly ask: bigint
}) =>
  fc
    .array(
      fc.record({
        quantity: fc.bigInt({ min: 1n, max: most.millionths }),
        askAmount: fc.bigInt({ min: 1n, max: most.ask }),
        disableAutoRetire: fc.boolean(),
      }),
      { minLength: 1, maxLength: most.orders },
    )
    .map(orders => orders.map((order, index) => sellOrder(`${index + 1}`, order)))

export const sellOrder = (
  id: string,
  change: Partial<Omit<SellOrder, 'quantity'>> & { readonly quantity?: bigint } = {},
): SellOrder => ({
  id,
  seller: SELLER,
  batchDenom: BATCH,
  askDenom: 'uregen',
  askAmount: 20_000_000n,
  disableAutoRetire: true,
  expiration: null,
  ...change,
  quantity: (change.quantity ?? 10_000_000n) as Credits,
})

/** A ledger with this book; the buyer holds more than enough unless told otherwise. */
export const bookOf = (
  sellOrders: readonly SellOrder[],
  feeParams: { readonly buyer: string; readonly seller: string } = { buyer: '', seller: '' },
  balance = 10n ** 40n,
): LedgerSnapshot => ({
  ...SMALL,
  sellOrders,
  settings: { ...SMALL.settings, feeParams },
  coinBalances: [{ account: BUYER, coins: [{ denom: 'uregen', amount: balance }] }],
})

/** What the keeper takes for a list of purchases, one after the other. */
export function keeperCost(
  parts: readonly { readonly ask: bigint; readonly millionths: bigint }[],
  fees: { readonly buyer: string; readonly seller: string },
): { readonly debit: bigint; readonly needed: bigint } {
  let [debit, needed] = [0n, 0n]
  for (const { ask, millionths } of parts) {
    const quantity = formatCredits(millionths as Credits)
    const quote = quoteBuy({ askAmount: ask, quantity, fees, denom: 'uregen' })
    if (debit + quote.requiredBalance > needed) needed = debit + quote.requiredBalance
    debit += quote.debit
  }
  return { debit, needed }
}
