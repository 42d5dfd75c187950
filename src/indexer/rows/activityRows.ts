import type { BasketSwap, LedgerActivity } from '../../node/history/activity.ts'
import { canonicalJson } from '../../primitives/canonical.ts'
import { formatCredits } from '../../primitives/credits.ts'

/** A row on its way into a table: amounts are text. */
export type NewRow = { readonly [column: string]: string | number | boolean | null }

type ActivityOf<Kind> = Kind extends BasketSwap['kind']
  ? BasketSwap
  : Extract<LedgerActivity, { readonly kind: Kind }>

/** The table of each kind of activity, and its own columns. */
const ACTIVITY_TABLES: {
  readonly [Kind in LedgerActivity['kind']]: {
    readonly table: string
    readonly columns: (activity: ActivityOf<Kind>) => NewRow
  }
} = {
  purchase: {
    table: 'purchases',
    columns: ({ payment, retirement, ...purchase }) => ({
      class_id: purchase.classId,
      batch_denom: purchase.batchDenom,
      buyer: purchase.buyer,
      seller: purchase.seller,
      order_id: purchase.orderId.toString(),
      quantity: formatCredits(purchase.quantity),
      denom: purchase.denom,
      seller_receives: payment.sellerReceives.toString(),
      at_least: payment.atLeast.toString(),
      below: payment.below.toString(),
      ask: payment.ask?.toString() ?? null,
      buyer_fee: purchase.buyerFee.toString(),
      seller_fee: purchase.sellerFee.toString(),
      retired: retirement !== null,
      jurisdiction: retirement?.jurisdiction ?? null,
      reason: retirement?.reason ?? null,
    }),
  },
  retirement: {
    table: 'retirements',
    columns: ({ classId, batchDenom, owner, from, by, amount, jurisdiction, reason }) => ({
      class_id: classId,
      batch_denom: batchDenom,
      owner,
      giver: from,
      way: by,
      amount: formatCredits(amount),
      jurisdiction,
      reason,
    }),
  },
  send: {
    table: 'sends',
    columns: ({ classId, batchDenom, sender, recipient, amount }) => ({
      class_id: classId,
      batch_denom: batchDenom,
      sender,
      recipient,
      amount: formatCredits(amount),
    }),
  },
  issuance: {
    table: 'issuances',
    columns: ({ classId, batchDenom, recipient, tradable, retired, retirement, bridged }) => ({
      class_id: classId,
      batch_denom: batchDenom,
      recipient,
      tradable: formatCredits(tradable),
      retired: formatCredits(retired),
      jurisdiction: retirement?.jurisdiction ?? null,
      reason: retirement?.reason ?? null,
      bridged,
    }),
  },
  'basket put': { table: 'basket_swaps', columns: swap => swapColumns('put', swap) },
  'basket take': { table: 'basket_swaps', columns: swap => swapColumns('take', swap) },
  cancellation: {
    table: 'cancellations',
    columns: ({ classId, batchDenom, owner, amount, reason, bridgedTo }) => ({
      class_id: classId,
      batch_denom: batchDenom,
      owner,
      amount: formatCredits(amount),
      reason,
      bridged_to: bridgedTo,
    }),
  },
  vote: {
    table: 'votes',
    columns: ({ voter, proposalId, options }) => ({
      voter,
      proposal_id: proposalId.toString(),
      options: canonicalJson(options),
    }),
  },
  proposal: {
    table: 'proposals',
    columns: ({ proposer, proposalId }) => ({ proposer, proposal_id: proposalId.toString() }),
  },
}

const swapColumns = (
  direction: 'put' | 'take',
  { classId, batchDenom, owner, basketDenom, amount }: BasketSwap,
): NewRow => ({
  class_id: classId,
  batch_denom: batchDenom,
  direction,
  owner,
  basket_denom: basketDenom,
  amount: formatCredits(amount),
})

export const columnsOf = (activity: LedgerActivity): { readonly table: string; readonly columns: NewRow } => {
  const { table, columns } = ACTIVITY_TABLES[activity.kind]
  return { table, columns: (columns as (activity: LedgerActivity) => NewRow)(activity) }
}
