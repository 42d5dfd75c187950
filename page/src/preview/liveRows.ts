import { MODULE_ACCOUNTS } from '../../../src/messages/keeper/moduleAccounts.ts'
import type { MessagePreview } from '../../../src/preview/feePreview.ts'
import { type PurchasePart, purchaseParts } from '../../../src/preview/purchaseParts.ts'
import type { LedgerSnapshot } from '../../../src/preview/snapshot.ts'
import { coinText } from '../parts/amounts.tsx'
import type { Explanation } from '../parts/explain.tsx'

/** One line of what is paid today. */
export type LiveRow = {
  readonly what: string
  readonly denom: string
  readonly amount: bigint | null
  readonly sum: boolean
  readonly about: Explanation
}

const CHAIN = 'Regen Ledger v7.0.0, x/ecocredit'
const MODULES: ReadonlySet<string> = new Set(Object.values(MODULE_ACCOUNTS))

/** What a message takes today, line by line. */
export function liveRows(message: MessagePreview, snapshot: LedgerSnapshot): readonly LiveRow[] {
  const { live, purchases, movements } = message
  const others = live.filter(({ kind }) => !kind.startsWith('marketplace'))
  return [
    ...purchases.flatMap(purchase => purchaseRows(purchase, snapshot)),
    ...others.map(({ kind, denom, amount }) => ({
      what: `${kind}, burned`,
      denom,
      amount,
      sum: false,
      about: {
        title: kind,
        text: 'A fixed fee that governance has set. It is burned.',
        source: `${CHAIN}, its parameters at height ${snapshot.height}`,
      },
    })),
    ...(purchases.length > 0
      ? []
      : movements
          .filter(({ kind, from }) => from !== null && kind !== 'fee' && !MODULES.has(from))
          .map(({ kind, denom, amount }) => ({
            what: kind === 'burn' ? 'burned' : kind === 'deposit' ? 'deposit' : 'sent',
            denom,
            amount,
            sum: false,
            about: { title: 'Coins that move', text: 'As the message says it.' },
          }))),
  ]
}

function purchaseRows(
  purchase: MessagePreview['purchases'][number],
  { sellOrders, settings: { feeParams, allowedDenoms }, height }: LedgerSnapshot,
): readonly LiveRow[] {
  const { sellOrderId, denom, quantity } = purchase
  const order = sellOrders.find(({ id }) => id === sellOrderId)
  const source = `${CHAIN}/marketplace keeper; the order and the rates at height ${height}`
  const row = (what: string, amount: bigint | null, formula: string, sum = false): LiveRow => ({
    what,
    denom,
    amount,
    sum,
    about: {
      title: what.replace(/^[=+−] /, ''),
      formula,
      operands: [
        ['ask', order === undefined ? 'not known' : coinText(order.askAmount, denom, allowedDenoms)],
        ['quantity', quantity],
        ['buyer rate', feeParams === 'unknown' ? 'not known' : feeParams.buyer || '0'],
        ['seller rate', feeParams === 'unknown' ? 'not known' : feeParams.seller || '0'],
      ],
      source,
    },
  })
  const parts = purchaseParts(purchase)
  if (parts === null)
    return [
      row(`Order ${sellOrderId}: price and fees are not known`, null, 'the order or the rates are missing'),
    ]
  const fees = 'trunc( buyer fee + seller fee )'
  const received = 'trunc( price − seller fee )'
  const rows: { readonly [part in PurchasePart['part']]: readonly [what: string, formula: string] } = {
    price: [`price of ${quantity} credits, order ${sellOrderId}`, 'floor( ask × quantity )'],
    buyerFee: ['+ buyer fee', 'ask × quantity × buyer rate'],
    rounding: ['+ rounding by the chain', 'what the keeper’s truncation leaves'],
    debit: ['= the buyer pays', `${fees} + ${received}`],
    sellerFee: ['of it: seller fee', 'ask × quantity × seller rate'],
    sellerReceives: ['of it: the seller receives', received],
    burned: ['of it: burned by the chain', fees],
    toFeePool: ['of it: to the fee pool', fees],
  }
  return parts.map(({ part, amount }) => row(rows[part][0], amount, rows[part][1], part === 'debit'))
}
