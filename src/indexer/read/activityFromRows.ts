import type { RetirementNote } from '../../node/events/credits/creditActs.ts'
import type { BasketSwap, LedgerActivity, OnChain, Vote } from '../../node/history/activity.ts'
import { type Credits, parseCredits } from '../../primitives/credits.ts'
import { parseRatio, ratio } from '../../primitives/ratio.ts'
import type { Row } from '../store/store.ts'

const text = (row: Row, name: string): string => String(row[name])
const whole = (row: Row, name: string): bigint => BigInt(text(row, name))
const amount = (row: Row, name: string): Credits => parseCredits(text(row, name))

const place = (row: Row): OnChain => ({
  txHash: text(row, 'tx_hash'),
  height: whole(row, 'height'),
  time: whole(row, 'time'),
  messageIndex: row['message_index'] as number,
  path: text(row, 'path')
    .split('/')
    .filter(Boolean)
    .map(mark => parseInt(mark, 10)),
  part: row['part'] as number,
})

const ofBatch = (row: Row) => ({ classId: text(row, 'class_id'), batchDenom: text(row, 'batch_denom') })

/** Null where the credits were not retired. */
const note = (row: Row): RetirementNote | null =>
  row['jurisdiction'] === null
    ? null
    : { jurisdiction: text(row, 'jurisdiction'), reason: text(row, 'reason') }

/** The activity that a row of each table is: what columnsOf made of it, back. */
export const FROM_ROW: { readonly [table: string]: (row: Row) => LedgerActivity } = {
  purchases: row => ({
    ...place(row),
    kind: 'purchase',
    ...ofBatch(row),
    buyer: text(row, 'buyer'),
    seller: text(row, 'seller'),
    orderId: whole(row, 'order_id'),
    quantity: amount(row, 'quantity'),
    denom: text(row, 'denom'),
    payment: {
      sellerReceives: whole(row, 'seller_receives'),
      atLeast: whole(row, 'at_least'),
      below: whole(row, 'below'),
      ask: row['ask'] === null ? null : whole(row, 'ask'),
    },
    buyerFee: whole(row, 'buyer_fee'),
    sellerFee: whole(row, 'seller_fee'),
    retirement: note(row),
  }),
  retirements: row => ({
    ...place(row),
    kind: 'retirement',
    ...ofBatch(row),
    owner: text(row, 'owner'),
    from: text(row, 'giver'),
    by: text(row, 'way') as 'owner' | 'send' | 'basket',
    amount: amount(row, 'amount'),
    jurisdiction: text(row, 'jurisdiction'),
    reason: text(row, 'reason'),
  }),
  sends: row => ({
    ...place(row),
    kind: 'send',
    ...ofBatch(row),
    sender: text(row, 'sender'),
    recipient: text(row, 'recipient'),
    amount: amount(row, 'amount'),
  }),
  issuances: row => ({
    ...place(row),
    kind: 'issuance',
    ...ofBatch(row),
    recipient: text(row, 'recipient'),
    tradable: amount(row, 'tradable'),
    retired: amount(row, 'retired'),
    retirement: note(row),
    bridged: row['bridged'] === true,
  }),
  basket_swaps: row => ({
    ...place(row),
    kind: `basket ${text(row, 'direction')}` as BasketSwap['kind'],
    ...ofBatch(row),
    owner: text(row, 'owner'),
    basketDenom: text(row, 'basket_denom'),
    amount: amount(row, 'amount'),
  }),
  cancellations: row => ({
    ...place(row),
    kind: 'cancellation',
    ...ofBatch(row),
    owner: text(row, 'owner'),
    amount: amount(row, 'amount'),
    reason: text(row, 'reason'),
    bridgedTo: row['bridged_to'] === null ? null : text(row, 'bridged_to'),
  }),
  votes: row => ({
    ...place(row),
    kind: 'vote',
    voter: text(row, 'voter'),
    proposalId: whole(row, 'proposal_id'),
    options: optionsOf(text(row, 'options')),
  }),
  proposals: row => ({
    ...place(row),
    kind: 'proposal',
    proposer: text(row, 'proposer'),
    proposalId: whole(row, 'proposal_id'),
  }),
}

function optionsOf(json: string): Vote['options'] {
  const options = JSON.parse(json) as readonly { option: Vote['options'][number]['option']; weight: string }[]
  return options.map(({ option, weight }) => ({ option, weight: fraction(weight) }))
}

/** '0.5' or '1/3', as formatRatio writes it. */
function fraction(written: string) {
  const [num = '', den] = written.split('/')
  return den === undefined ? parseRatio(num) : ratio(BigInt(num), BigInt(den))
}
