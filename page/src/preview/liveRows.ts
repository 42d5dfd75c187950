import { MODULE_ACCOUNTS } from '../../../src/messages/keeper/moduleAccounts.ts'
import type { MessagePreview } from '../../../src/preview/feePreview.ts'
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
  const {
    sellOrderId,
    denom,
    quantity,
    subtotal,
    buyerFee,
    sellerFee,
    debit,
    sellerReceives,
    toFeePool,
    burned,
  } = purchase
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
  if (subtotal === null || buyerFee === null || debit === null)
    return [
      row(`Order ${sellOrderId}: price and fees are not known`, null, 'the order or the rates are missing'),
    ]
  const price = BigInt(/^\d+/.exec(subtotal)?.[0] ?? '0')
  const rounding = debit - price - buyerFee
  return [
    row(`price of ${quantity} credits, order ${sellOrderId}`, price, 'floor( ask × quantity )'),
    row('+ buyer fee', buyerFee, 'ask × quantity × buyer rate'),
    ...(rounding === 0n
      ? []
      : [row('+ rounding by the chain', rounding, 'what the keeper’s truncation leaves')]),
    row('= the buyer pays', debit, 'trunc( buyer fee + seller fee ) + trunc( price − seller fee )', true),
    ...(sellerFee !== null && sellerFee > 0n
      ? [row('of it: seller fee', sellerFee, 'ask × quantity × seller rate')]
      : []),
    ...(sellerReceives === null
      ? []
      : [row('of it: the seller receives', sellerReceives, 'trunc( price − seller fee )')]),
    ...(toFeePool === null || toFeePool === 0n
      ? []
      : [
          row(
            burned === toFeePool ? 'of it: burned by the chain' : 'of it: to the fee pool',
            toFeePool,
            'trunc( buyer fee + seller fee )',
          ),
        ]),
  ]
}
