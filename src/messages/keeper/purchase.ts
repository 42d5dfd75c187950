import { unusableRate } from '../../mechanisms/live-marketplace-fees/params.ts'
import { type BuyQuote, quoteBuy } from '../../mechanisms/live-marketplace-fees/quoteBuy.ts'
import { chargesRetirement } from '../../mechanisms/m013-value-based-fee-routing/chargedAs.ts'
import { parseChainDecimal } from '../../primitives/chainDecimal.ts'
import { type Coin, formatCoin, type WireCoin } from '../../primitives/coin.ts'
import { CREDIT, type Credits, formatCredits } from '../../primitives/credits.ts'
import { ratio } from '../../primitives/ratio.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import { coinAmount } from '../fields/numbers.ts'
import type { Ledger, Purchase, SellOrder } from '../ledger.ts'
import { sameAccount } from './authorize.ts'
import { chargeCredits, creditsOf, creditsWanted, escrowed, retired, tradable } from './credits.ts'
import { warnOfMaxFee, warnOfMaxFeeDenom } from './maxFee.ts'
import { MODULE_ACCOUNTS } from './moduleAccounts.ts'
import { hasExpired } from './sellOrders.ts'

/** What a buyer asks of one sell order. */
export type BuyOrder = {
  readonly sellOrderId: bigint
  readonly quantity: string
  readonly bidPrice: WireCoin | undefined
  readonly disableAutoRetire: boolean
  readonly maxFeeAmount: WireCoin | undefined
}

/**
 * One order of a purchase as the keeper fills it: its checks, the payment, the fees, the credits.
 *
 * @see regen-ledger v7 x/ecocredit/marketplace/keeper/msg_buy_direct.go
 */
export function buyOrder(buyer: string, wanted: BuyOrder, ledger: Ledger): void {
  const orderId = wanted.sellOrderId.toString()
  const order = ledger.look('sell order', orderId)
  warnOfMaxFeeDenom(orderId, order?.askDenom ?? wanted.bidPrice?.denom, wanted.maxFeeAmount, ledger)
  const decimal = parseChainDecimal(wanted.quantity)
  if (order === null || decimal === null || decimal.coefficient < 0n) {
    chargeUnknown(wanted, ledger)
    return
  }
  const quantity = creditsOf(wanted.quantity)
  if (quantity === null && creditsWanted(wanted.quantity) !== null) {
    // More than anybody can hold: the keeper stops here, and so does what would be computed with it.
    refuseQuantity(sanitize(wanted.quantity), order, ledger)
    chargeUnknown(wanted, ledger)
    return
  }
  chargeTrade(order, quantity, wanted, ledger)
  checkOrder(buyer, wanted, order, ledger)
  const quote = quoteOrder(order, wanted, ledger)
  if (quote !== null) pay(buyer, order, quote, ledger)
  if (quantity === null || quantity === 0n) return
  if (quantity > order.quantity) {
    refuseQuantity(formatCredits(quantity), order, ledger)
    return
  }
  const { batchDenom, seller } = order
  const to = wanted.disableAutoRetire ? tradable(buyer) : retired(buyer)
  ledger.moveCredits({ kind: 'buy', from: escrowed(seller), to, batchDenom, amount: quantity })
  const left = (order.quantity - quantity) as Credits
  ledger.change('sell order', orderId, left === 0n ? null : { quantity: left })
}

/** Without the order or a quantity nobody can say what the purchase costs. */
function chargeUnknown({ disableAutoRetire }: BuyOrder, ledger: Ledger): void {
  ledger.unpriced()
  ledger.charge({ txType: 'MarketplaceTrade', payment: null, retires: !disableAutoRetire })
}

const refuseQuantity = (wanted: string, { id: orderId, quantity }: SellOrder, ledger: Ledger): void =>
  ledger.warn('ORDER_TOO_SMALL', { orderId, wanted, left: formatCredits(quantity) })

/** The trade is charged on ask × quantity, its retirement by the price of the class. */
function chargeTrade(order: SellOrder, quantity: Credits | null, wanted: BuyOrder, ledger: Ledger): void {
  const { askDenom: denom, askAmount } = order
  const payment =
    quantity === null ? null : { denom, amount: ratio(askAmount * quantity, CREDIT), price: ratio(askAmount) }
  ledger.charge({ txType: 'MarketplaceTrade', payment, retires: !wanted.disableAutoRetire })
  if (chargesRetirement(!wanted.disableAutoRetire, ledger.knobs))
    chargeCredits('retirement', order.batchDenom, quantity, ledger)
}

function checkOrder(
  buyer: string,
  { bidPrice, disableAutoRetire }: BuyOrder,
  order: SellOrder,
  ledger: Ledger,
): void {
  const { id: orderId, askDenom, askAmount, expiration } = order
  if (expiration !== null && hasExpired(expiration, ledger))
    ledger.warn('ORDER_EXPIRED', { orderId, expiration })
  if (sameAccount(buyer, order.seller)) ledger.warn('OWN_ORDER', { orderId })
  if (disableAutoRetire && !order.disableAutoRetire) ledger.warn('RETIRE_ONLY_ORDER', { orderId })
  if (!bidPrice) return
  const bid = coinAmount(bidPrice.amount)
  if (bidPrice.denom !== askDenom)
    ledger.warn('BID_WRONG_DENOM', { orderId, bid: bidPrice.denom, ask: askDenom })
  else if (bid !== null && bid < askAmount)
    ledger.warn('BID_BELOW_ASK', {
      orderId,
      bid: `${bidPrice.amount}${bidPrice.denom}`,
      ask: formatCoin({ denom: askDenom, amount: askAmount }),
    })
}

/** The quote under the fee rates in force; null, with a warning, when these are not known or stop all purchases. */
function quoteOrder(order: SellOrder, { quantity, maxFeeAmount }: BuyOrder, ledger: Ledger): BuyQuote | null {
  const { id: sellOrderId, askDenom: denom, askAmount } = order
  const fees = ledger.setting('feeParams')
  const rate = fees && unusableRate(fees.value)
  if (fees === null) ledger.warn('FEE_PARAMS_UNKNOWN', {})
  if (rate !== null) ledger.warn('FEE_PARAMS_UNUSABLE', { rate })
  if (fees === null || rate !== null) {
    ledger.unpriced()
    ledger.purchase({ ...UNKNOWN_QUOTE, sellOrderId, denom, quantity })
    return null
  }
  const quote = quoteBuy({ askAmount, quantity, fees: fees.value, denom })
  const least: Coin = { denom, amount: quote.leastMaxFee }
  ledger.purchase(purchaseOf(quote, { sellOrderId, denom, quantity, suggestedMaxFeeAmount: least }))
  warnOfMaxFee(sellOrderId, least, maxFeeAmount, ledger)
  return quote
}

/** Named field by field, which is a hundred times as fast as to spread the quote and add to it. */
const purchaseOf = (
  {
    subtotal,
    buyerFee,
    sellerFee,
    debit,
    requiredBalance,
    sellerReceives,
    toFeePool,
    burned,
    leastMaxFee,
  }: BuyQuote,
  { sellOrderId, denom, quantity, suggestedMaxFeeAmount }: Omit<Purchase, keyof BuyQuote>,
): Purchase => ({
  subtotal,
  buyerFee,
  sellerFee,
  debit,
  requiredBalance,
  sellerReceives,
  toFeePool,
  burned,
  leastMaxFee,
  sellOrderId,
  denom,
  quantity,
  suggestedMaxFeeAmount,
})

/** Fee pool first, burned at once when it is uregen; then the seller. */
function pay(buyer: string, order: SellOrder, quote: BuyQuote, ledger: Ledger): void {
  const { id: orderId, askDenom: denom, seller } = order
  const feePool = MODULE_ACCOUNTS['marketplace-feepool']
  if (quote.sellerReceives < 0n) {
    ledger.warn('PAYMENT_NEGATIVE', { orderId })
    return
  }
  ledger.liveFee({ kind: 'marketplace buyer fee', payer: buyer, denom, amount: quote.buyerFee })
  ledger.liveFee({ kind: 'marketplace seller fee', payer: seller, denom, amount: quote.sellerFee })
  if (quote.debit === 0n) ledger.warn('PAYMENT_FLOORS_TO_ZERO', { orderId, denom })
  ledger.requireBalance(buyer, { denom, amount: quote.requiredBalance })
  ledger.moveCoins({ kind: 'fee', from: buyer, to: feePool, denom, amount: quote.toFeePool })
  ledger.moveCoins({ kind: 'burn', from: feePool, to: null, denom, amount: quote.burned })
  ledger.moveCoins({ kind: 'principal', from: buyer, to: seller, denom, amount: quote.sellerReceives })
}

/** Fee rates not known is not the same as no fees. */
const UNKNOWN_QUOTE = {
  subtotal: null,
  buyerFee: null,
  sellerFee: null,
  debit: null,
  requiredBalance: null,
  sellerReceives: null,
  toFeePool: null,
  burned: null,
  leastMaxFee: null,
  suggestedMaxFeeAmount: null,
} as const
