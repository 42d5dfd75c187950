import { MODULE_ACCOUNTS } from '../../../src/messages/keeper/moduleAccounts.ts'
import type { AbciEvent } from '../../../src/node/events/abciEvent.ts'

/** Events as the chain emits them, for what was not recorded. */

export const [ALICE, BOB, CAROL] = [
  'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x',
  'regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg',
  'regen1h7lp8m8t25qauh0azly634putlmaxw0nvkmsqd',
] as const

export const BATCH = 'C01-001-20200101-20210101-001'

type Values = { readonly [key: string]: unknown }

/** A typed event: its values are JSON. */
export const typed = (type: string, values: Values): AbciEvent => ({
  type: `regen.${type}`,
  attributes: Object.entries(values).map(([key, value]) => ({ key, value: JSON.stringify(value) })),
})

const plain = (type: string, values: { readonly [key: string]: string }): AbciEvent => ({
  type,
  attributes: Object.entries(values).map(([key, value]) => ({ key, value })),
})

/** The same events as those of a message, perhaps inside authz (outermost index first). */
export const within = (
  events: readonly AbciEvent[],
  msgIndex: number,
  path: readonly number[] = [],
): readonly AbciEvent[] =>
  events.map(({ type, attributes }) => ({
    type,
    attributes: [
      ...attributes,
      ...path.toReversed().map(index => ({ key: 'authz_msg_index', value: String(index) })),
      { key: 'msg_index', value: String(msgIndex) },
    ],
  }))

export const transfer = (
  sender: string,
  recipient: string,
  tradable: string,
  retired: string,
  batch = BATCH,
) =>
  typed('ecocredit.v1.EventTransfer', {
    sender,
    recipient,
    batch_denom: batch,
    tradable_amount: tradable,
    retired_amount: retired,
  })

export const retire = (owner: string, amount: string, batch = BATCH) =>
  typed('ecocredit.v1.EventRetire', {
    owner,
    batch_denom: batch,
    amount,
    jurisdiction: 'US-WA',
    reason: `by ${owner}`,
  })

export const mint = (tradable: string, retired: string, batch = BATCH) =>
  typed('ecocredit.v1.EventMint', { batch_denom: batch, tradable_amount: tradable, retired_amount: retired })

export const cancel = (owner: string, amount: string, batch = BATCH) =>
  typed('ecocredit.v1.EventCancel', { owner, batch_denom: batch, amount, reason: 'bridge-polygon' })

export const bridge = (owner: string, amount: string, batch = BATCH) =>
  typed('ecocredit.v1.EventBridge', {
    target: 'polygon',
    recipient: '0x0000000000000000000000000000000000000001',
    contract: '0x0000000000000000000000000000000000000002',
    amount,
    owner,
    batch_denom: batch,
  })

export const pay = (from: string, to: string, amount: string): readonly AbciEvent[] => [
  plain('coin_spent', { spender: from, amount }),
  plain('coin_received', { receiver: to, amount }),
  plain('transfer', { recipient: to, sender: from, amount }),
]

export const burn = (from: string, amount: string): readonly AbciEvent[] => [
  plain('coin_spent', { spender: from, amount }),
  plain('burn', { burner: from, amount }),
]

const isZero = (amount: string) => Number(amount || '0') === 0

/** MsgSend, one entry. */
export const send = (sender: string, recipient: string, tradable: string, retired: string) => [
  ...(isZero(retired) ? [] : [retire(recipient, retired)]),
  transfer(sender, recipient, tradable || '0', retired || '0'),
]

/** MsgCreateBatch, one issuance. */
export const issueNew = (recipient: string, tradable: string, retired: string) => [
  ...(isZero(retired) ? [] : [retire(recipient, retired)]),
  mint(tradable || '0', retired || '0'),
  transfer(MODULE_ACCOUNTS.ecocredit, recipient, tradable || '0', retired || '0'),
]

/** MsgMintBatchCredits, one issuance: no transfer of what is only retired. */
export const issueMore = (recipient: string, tradable: string, retired: string) => [
  ...(isZero(retired) ? [] : [retire(recipient, retired)]),
  ...(isZero(tradable) ? [] : [transfer(MODULE_ACCOUNTS.ecocredit, recipient, tradable, retired || '0')]),
  mint(tradable || '0', retired || '0'),
]

/** MsgBuyDirect, one order, with a fee of 3 and 1 of which 4 went to the pool. */
export const buy = (seller: string, buyer: string, amount: string, retires: boolean) => [
  transfer(seller, buyer, retires ? '0' : amount, retires ? amount : '0'),
  ...(retires ? [retire(buyer, amount)] : []),
  ...pay(buyer, MODULE_ACCOUNTS['marketplace-feepool'], '4uregen'),
  ...burn(MODULE_ACCOUNTS['marketplace-feepool'], '4uregen'),
  ...pay(buyer, seller, '31uregen'),
  typed('ecocredit.marketplace.v1.EventBuyDirect', {
    sell_order_id: '7',
    seller,
    seller_fee_paid: { denom: 'uregen', amount: '1' },
    buyer,
    buyer_fee_paid: { denom: 'uregen', amount: '3' },
  }),
]

const tokens = (amounts: readonly string[]) =>
  String(amounts.reduce((sum, amount) => sum + Number(amount), 0) * 1e6)

const basketEvent = (name: string, owner: string, amounts: readonly string[]) =>
  typed(`ecocredit.basket.v1.${name}`, {
    owner,
    basket_denom: 'eco.uC.NCT',
    credits: amounts.map(amount => ({ batch_denom: BATCH, amount })),
    amount: tokens(amounts),
  })

/** MsgPut, without the tokens. */
export const put = (owner: string, amounts: readonly string[]) => [
  ...amounts.map(amount => transfer(owner, MODULE_ACCOUNTS['ecocredit-basket'], amount, '')),
  basketEvent('EventPut', owner, amounts),
]

/** MsgTake, without the tokens. */
export const take = (owner: string, amounts: readonly string[], retires: boolean) => [
  ...amounts.flatMap(amount => [
    transfer(MODULE_ACCOUNTS['ecocredit-basket'], owner, retires ? '' : amount, retires ? amount : ''),
    ...(retires ? [retire(owner, amount)] : []),
  ]),
  basketEvent('EventTake', owner, amounts),
]
