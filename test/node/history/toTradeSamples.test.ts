import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { quoteBuy } from '../../../src/mechanisms/live-marketplace-fees/quoteBuy.ts'
import { MODULE_ACCOUNTS } from '../../../src/messages/keeper/moduleAccounts.ts'
import type { Purchase } from '../../../src/node/history/activity.ts'
import { toActivity } from '../../../src/node/history/toActivity.ts'
import { tellsPrice } from '../../../src/node/history/toTradeSamples.ts'
import { CREDIT, type Credits, formatCredits } from '../../../src/primitives/credits.ts'
import { holds } from '../../support/arbitraries.ts'
import { stateAtEnd } from '../../support/replay.ts'
import { toTradeSamples } from '../../support/tradeSamples.ts'
import { ALICE, BOB, burn, pay, transfer, typed, within } from '../events/emit.ts'
import { historicTxs, made } from './historicTxs.ts'

const purchasesIn = (txs: Parameters<typeof toActivity>[0]): readonly Purchase[] =>
  toActivity(txs).activity.filter(item => item.kind === 'purchase')

const recorded = purchasesIn(historicTxs())

/** Ask price × quantity, cut to whole units: what the replay knows from the sell orders. */
const trades = stateAtEnd().trades

test('each recorded payment lies within its bounds, and a price that is told is the price of the order', () => {
  expect(recorded).toHaveLength(15)
  recorded.forEach(({ quantity, denom, time, classId, payment }, index) => {
    const trade = trades[index]
    expect({ quantity, denom, time, classId }).toEqual({
      quantity: trade?.quantity,
      denom: trade?.denom,
      time: trade?.time,
      classId: trade?.classId,
    })
    expect(payment.atLeast <= (trade?.payment ?? -1n) && (trade?.payment ?? 0n) < payment.below).toBe(true)
    if (payment.ask !== null) expect((payment.ask * quantity) / CREDIT).toBe(trade?.payment)
  })
  expect(recorded.map(({ payment }) => payment.ask)).toEqual([
    25_000_000n,
    1_500_000n,
    999_999n,
    null,
    null,
    25_000_000n,
    25_000_000n,
    null,
    null,
    null,
    null,
    32n,
    null,
    null,
    null,
  ])
})

test('the smallest purchases tell no price: 0 for a millionth, 32 to 33, 15 to 16', () => {
  const left = recorded.filter(purchase => !tellsPrice(purchase))
  expect(left.map(({ quantity, payment }) => [formatCredits(quantity), payment.atLeast])).toEqual([
    ['0.000001', 0n],
    ['1', 32n],
    ['1', 32n],
    ['0.5', 15n],
  ])
})

test('samples are within one part in a hundred of what was paid', () => {
  const samples = toTradeSamples(toActivity(historicTxs()).activity)
  expect(samples).toHaveLength(11)
  for (const sample of samples) {
    const trade = trades.find(
      ({ time, quantity, denom }) =>
        time === sample.time && quantity === sample.quantity && denom === sample.denom,
    )
    const off = (trade?.payment ?? 0n) - sample.payment
    expect(off >= 0n && off * 100n <= sample.payment).toBe(true)
  }
})

/** A purchase as the chain would make it, from any terms. */
function purchaseOf(ask: bigint, quantity: Credits, buyer: string, seller: string): Purchase | undefined {
  const amount = formatCredits(quantity)
  const quote = quoteBuy({ askAmount: ask, quantity: amount, fees: { buyer, seller }, denom: 'uregen' })
  const coins = (whole: bigint) => (whole === 0n ? '' : `${whole}uregen`)
  const pool = MODULE_ACCOUNTS['marketplace-feepool']
  const hasFee = buyer !== '' || seller !== ''
  const events = [
    transfer(BOB, ALICE, amount, '0'),
    ...(hasFee ? [...pay(ALICE, pool, coins(quote.toFeePool)), ...burn(pool, coins(quote.toFeePool))] : []),
    ...pay(ALICE, BOB, coins(quote.sellerReceives)),
    typed('ecocredit.marketplace.v1.EventBuyDirect', {
      sell_order_id: '1',
      seller: BOB,
      seller_fee_paid: { denom: 'uregen', amount: String(quote.sellerFee) },
      buyer: ALICE,
      buyer_fee_paid: { denom: 'uregen', amount: String(quote.buyerFee) },
    }),
  ]
  return purchasesIn([made(within(events, 0))])[0]
}

test('the error bound: atLeast ≤ ask × quantity < below, and the ask price, if one fits, is right', () => {
  const rate = fc.constantFrom('', '0.01', '0.02', '0.1', '0.333', '0.000001')
  holds(
    fc.bigInt({ min: 1n, max: 10n ** 12n }),
    fc.bigInt({ min: 1n, max: 10n ** 9n }),
    rate,
    rate,
    (ask, quantity, buyer, seller) => {
      const purchase = purchaseOf(ask, quantity as Credits, buyer, seller)
      expect(purchase?.quantity).toBe(quantity)
      const { atLeast, below, ask: told } = purchase?.payment ?? { atLeast: 0n, below: 0n, ask: 0n }
      expect(atLeast * CREDIT <= ask * quantity && ask * quantity < below * CREDIT).toBe(true)
      expect(told === null || told === ask).toBe(true)
      if (quantity > 2n * CREDIT) expect(told).toBe(ask)
    },
  )
})

test('without any fee the payment is known to less than one unit', () => {
  const payment = purchaseOf(33n, 1_000_000n as Credits, '', '')?.payment
  expect(payment).toEqual({ sellerReceives: 33n, atLeast: 33n, below: 34n, ask: 33n })
})

test('a fee of less than a unit is a fee: the bound is two units', () => {
  const payment = purchaseOf(33n, 1_000_000n as Credits, '0.01', '0.02')?.payment
  expect(payment).toEqual({ sellerReceives: 32n, atLeast: 32n, below: 34n, ask: null })
})
