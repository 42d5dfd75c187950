import { countCredits } from '../../messages/keeper/credits.ts'
import { MODULE_ACCOUNTS } from '../../messages/keeper/moduleAccounts.ts'
import type { AllowedDenom, CoinMovement, Purchase } from '../../messages/ledger.ts'
import type { MessagePreview } from '../../preview/feePreview.ts'
import { type PurchasePart, purchaseParts } from '../../preview/purchaseParts.ts'
import type { LedgerSnapshot } from '../../preview/snapshot.ts'
import { displayAmount, displayPrice, percentText } from '../render/amounts.ts'
import { type Page, table } from '../render/table.ts'
import { shorten } from '../render/text.ts'
import type { GasCost } from './gasCost.ts'
import { labelOf, type PreviewReport } from './previewReport.ts'
import { totalLines } from './totalLines.ts'

/** A line of what is paid today; `payer` is empty for a sum. */
type CostLine = { readonly what: string; readonly payer: string; readonly amount: string }

/** What today's chain takes: each message line by line with who pays, the gas, and what each account pays in all. */
export function liveLines(
  { preview, snapshot, gas }: PreviewReport,
  denoms: readonly AllowedDenom[],
  page: Page,
): readonly string[] {
  const messages = preview.messages.map(message => ({
    label: labelOf(message),
    lines: linesOf(message, snapshot, denoms),
  }))
  const rows = [...messages, { label: '', lines: [gasLine(gas, denoms)] }].flatMap(({ label, lines }) =>
    lines.map(({ what, payer, amount }, index) => [index === 0 ? label : '', what, payer, amount]),
  )
  return [
    table(['#', 'what', 'who pays', { name: 'amount', align: 'right' }], rows, page),
    ...totalLines(preview, gas, denoms),
    ...(preview.live.complete
      ? []
      : ['At least that: what a message takes is not known, and more may leave.']),
  ]
}

function linesOf(
  { live, purchases, movements, runs, known, priced }: MessagePreview,
  snapshot: LedgerSnapshot,
  denoms: readonly AllowedDenom[],
): readonly CostLine[] {
  const only = (what: string): CostLine => ({ what, payer: '', amount: '' })
  if (!known) return [only('not known')]
  if (!runs) return [only('only listed; runs if the vote passes')]
  const buyer = live.find(({ kind }) => kind === 'marketplace buyer fee')?.payer ?? ''
  const lines = [
    ...purchases.flatMap(purchase => purchaseLines(purchase, buyer, snapshot, denoms)),
    ...live
      .filter(({ kind }) => !kind.startsWith('marketplace'))
      .map(({ kind, payer, denom, amount }) => ({
        what: `${kind}, burned`,
        payer: shorten(payer),
        amount: displayAmount(amount, denom, denoms),
      })),
    ...(purchases.length > 0 ? [] : movements.flatMap(movement => movementLine(movement, denoms))),
  ]
  if (!priced && purchases.every(purchase => purchaseParts(purchase) !== null))
    return [...lines, only('price or fee not known')]
  return lines.length > 0 ? lines : [only('nothing but gas')]
}

/** A purchase line by line, with who pays; and the least that `maxFeeAmount` has to be. */
export function purchaseLines(
  purchase: Purchase,
  buyer: string,
  { sellOrders, settings: { feeParams } }: LedgerSnapshot,
  denoms: readonly AllowedDenom[],
): readonly CostLine[] {
  const { sellOrderId, denom, quantity, suggestedMaxFeeAmount: least } = purchase
  const parts = purchaseParts(purchase)
  if (parts === null)
    return [{ what: `order ${sellOrderId}: price and fees not known`, payer: '', amount: '' }]
  const order = sellOrders.find(({ id }) => id === sellOrderId)
  const coins = (amount: bigint) => displayAmount(amount, denom, denoms)
  const [payer, seller] = [`buyer ${shorten(buyer)}`.trim(), `seller ${shorten(order?.seller ?? '')}`.trim()]
  const each = order === undefined ? '' : ` at ${coins(order.askAmount)} each`
  const rate = (name: 'buyer' | 'seller') =>
    feeParams === 'unknown' || feeParams[name] === '' ? '' : `, ${percentText(feeParams[name])}`
  const lines: { readonly [part in PurchasePart['part']]: Omit<CostLine, 'amount'> } = {
    price: { what: `price of ${countCredits(quantity)}${each} (order ${sellOrderId})`, payer },
    buyerFee: { what: `+ buyer fee${rate('buyer')}`, payer },
    rounding: { what: '+ rounding by the chain', payer },
    debit: { what: '= the buyer pays', payer: '' },
    sellerFee: { what: `seller fee${rate('seller')}, out of the price`, payer: seller },
    sellerReceives: { what: 'the seller receives', payer: '' },
    burned: { what: 'the fees, burned', payer: '' },
    toFeePool: { what: 'the fees, to the fee pool', payer: '' },
  }
  return [
    ...parts.map(({ part, amount }) => ({ ...lines[part], amount: signed(amount, coins) })),
    ...(least !== null && least.amount > 0n
      ? [{ what: 'maxFeeAmount must be at least', payer: '', amount: coins(least.amount) }]
      : []),
  ]
}

const signed = (amount: bigint, coins: (amount: bigint) => string): string =>
  amount < 0n ? `−${coins(-amount)}` : coins(amount)

const MODULES: ReadonlySet<string> = new Set(Object.values(MODULE_ACCOUNTS))

/** What leaves an account beside fees: coins sent, deposited or burned. What a module moves is the second half of that. */
function movementLine(
  { kind, from, to, denom, amount }: CoinMovement,
  denoms: readonly AllowedDenom[],
): readonly CostLine[] {
  if (from === null || kind === 'fee' || MODULES.has(from)) return []
  const what =
    kind === 'burn' ? 'burned' : kind === 'deposit' ? 'deposit' : `sent to ${shorten(to ?? 'nobody')}`
  return [{ what, payer: shorten(from), amount: displayAmount(amount, denom, denoms) }]
}

const BASIS: { readonly [basis in GasCost['basis']]: string } = {
  given: 'as given',
  transaction: 'as the transaction offers',
  estimated: 'as the node estimates',
  typical: 'typical',
  unknown: 'not known',
}

/** Gas with its limit and price; the price in REGEN, as everything else. */
function gasLine(
  { basis, limit, payer, price, denom, fee }: GasCost,
  denoms: readonly AllowedDenom[],
): CostLine {
  const who = payer === null ? '' : shorten(payer)
  if (limit === null) return { what: 'gas: not known', payer: who, amount: '' }
  const units = `gas: ${limit} units, ${BASIS[basis]}`
  if (price === null || fee === null || denom === null)
    return { what: `${units}; the price of this node is not known`, payer: who, amount: '' }
  return {
    what: basis === 'transaction' ? units : `${units}, at ${displayPrice(price, denom)}`,
    payer: who,
    amount: displayAmount(fee, denom, denoms),
  }
}
