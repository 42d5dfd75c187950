import { addressBytes } from '../../primitives/address.ts'
import { parseTime } from '../../primitives/time.ts'
import type { RecordedEvent } from '../recordings.ts'
import { minus } from './amount.ts'
import { attribute, named } from './events.ts'
import { classOf, type LedgerState, moveCredits } from './state.ts'

// biome-ignore lint/suspicious/noExplicitAny: messages of many shapes, as proto3 JSON, defaults left out
type Json = any

/** What a message changes beyond what the events tell of credits and coins. `time` is the block's. */
type Change = (value: Json, events: readonly RecordedEvent[], state: LedgerState, time: string) => void

const idIn = (events: readonly RecordedEvent[], name: string, key: string): string =>
  attribute(named(events, name)[0] as RecordedEvent, key)

const createClass: Change = (value, events, state) => {
  const { admin, metadata = '', creditTypeAbbrev, issuers } = value
  const id = idIn(events, 'v1.EventCreateClass', 'class_id')
  state.classes.set(id, { id, admin, metadata, creditTypeAbbrev })
  state.issuers.set(id, issuers)
}

const createProject: Change = (value, events, state) => {
  const { admin, classId, jurisdiction, metadata = '', referenceId = '' } = value
  const id = idIn(events, 'v1.EventCreateProject', 'project_id')
  state.projects.set(id, { id, admin, classId, jurisdiction, metadata, referenceId })
}

const createBatch: Change = (value, events, state, time) => {
  const { issuer, projectId, metadata = '', startDate, endDate, open = false } = value
  const denom = idIn(events, 'v1.EventCreateBatch', 'batch_denom')
  const dates = {
    startDate: parseTime(startDate),
    endDate: parseTime(endDate),
    issuanceDate: parseTime(time),
  }
  state.batches.set(denom, { issuer, projectId, denom, metadata, open, ...dates })
  issueFor(denom, value.originTx, state)
}

/** Keeps for which transaction credits were issued, and of a new batch its contract. */
function issueFor(denom: string, origin: Json, state: LedgerState): void {
  if (!origin) return
  state.origins.add(`${classOf(denom)} ${origin.source} ${origin.id}`)
  if (origin.contract && !state.contracts.has(denom)) state.contracts.set(denom, origin.contract)
}

/** A project or batch that does not exist yet is made by the bridge service. */
const bridgeReceive: Change = ({ issuer, classId, project, batch, originTx }, events, state, time) => {
  const projectId = idIn(events, 'v1.EventBridgeReceive', 'project_id')
  if (named(events, 'v1.EventCreateProject').length > 0)
    createProject({ ...project, admin: issuer, classId }, events, state, time)
  if (named(events, 'v1.EventCreateBatch').length > 0)
    createBatch({ ...batch, issuer, projectId, open: true, originTx }, events, state, time)
  else issueFor(idIn(events, 'v1.EventBridgeReceive', 'batch_denom'), originTx, state)
}

const sealBatch: Change = ({ batchDenom }, _, state) => {
  const batch = state.batches.get(batchDenom)
  if (batch) state.batches.set(batchDenom, { ...batch, open: false })
}

const sell: Change = ({ seller, orders }, events, state) => {
  named(events, 'marketplace.v1.EventSell').forEach((event, index) => {
    const { batchDenom, quantity, askPrice, disableAutoRetire = false, expiration } = orders[index]
    const id = BigInt(attribute(event, 'sell_order_id'))
    moveCredits(state, seller, batchDenom, { tradable: ['-', quantity], escrowed: ['+', quantity] })
    state.orders.set(id, {
      id,
      seller,
      batchDenom,
      quantity,
      askDenom: askPrice.denom,
      askAmount: askPrice.amount,
      disableAutoRetire,
      expiration: expiration && parseTime(expiration),
    })
  })
}

const updateSellOrders: Change = ({ updates }, _, state) => {
  for (const { sellOrderId, newQuantity, newAskPrice, disableAutoRetire = false, newExpiration } of updates) {
    const order = state.orders.get(BigInt(sellOrderId))
    if (!order) throw new Error(`the recordings update order ${sellOrderId}, which they never made`)
    const more = minus(newQuantity, order.quantity)
    moveCredits(state, order.seller, order.batchDenom, { tradable: ['-', more], escrowed: ['+', more] })
    state.orders.set(order.id, {
      ...order,
      quantity: newQuantity,
      askDenom: newAskPrice.denom,
      askAmount: newAskPrice.amount,
      disableAutoRetire,
      expiration: newExpiration ? parseTime(newExpiration) : order.expiration,
    })
  }
}

const cancelSellOrder: Change = ({ sellOrderId }, _, state) => {
  const order = state.orders.get(BigInt(sellOrderId))
  if (!order) throw new Error(`the recordings cancel order ${sellOrderId}, which they never made`)
  const { seller, batchDenom, quantity } = order
  moveCredits(state, seller, batchDenom, { tradable: ['+', quantity], escrowed: ['-', quantity] })
  state.orders.delete(order.id)
}

const createBasket: Change = (value, events, state) => {
  const { curator, name, disableAutoRetire = false, creditTypeAbbrev, allowedClasses } = value
  const basketDenom = idIn(events, 'basket.v1.EventCreate', 'basket_denom')
  const id = BigInt(state.baskets.size + 1)
  const kept = { id, basketDenom, name, disableAutoRetire, creditTypeAbbrev, exponent: 6 }
  state.baskets.set(basketDenom, {
    basket: { ...kept, dateCriteria: undefined, curator: addressBytes(curator) },
    classes: allowedClasses,
  })
}

const submitProposal: Change = ({ proposer, initialDeposit = [], messages }, events, state) => {
  const submitted = events.find(
    ({ type, attributes }) =>
      type === 'submit_proposal' && attributes.some(({ key }) => key === 'proposal_id'),
  ) as RecordedEvent
  state.proposals.set(attribute(submitted, 'proposal_id'), { proposer, deposit: initialDeposit, messages })
}

const nothing: Change = () => {}

const ECOCREDIT = '/regen.ecocredit'

/** Every message the recordings hold. One that is not listed ends what can be derived from them. */
export const CHANGES: { readonly [typeUrl: string]: Change | undefined } = {
  [`${ECOCREDIT}.v1.MsgCreateClass`]: createClass,
  [`${ECOCREDIT}.v1.MsgCreateProject`]: createProject,
  [`${ECOCREDIT}.v1.MsgCreateBatch`]: createBatch,
  [`${ECOCREDIT}.v1.MsgBridgeReceive`]: bridgeReceive,
  [`${ECOCREDIT}.v1.MsgSealBatch`]: sealBatch,
  [`${ECOCREDIT}.v1.MsgMintBatchCredits`]: ({ batchDenom, originTx }, _, state) =>
    issueFor(batchDenom, { ...originTx, contract: '' }, state),
  [`${ECOCREDIT}.v1.MsgSend`]: nothing,
  [`${ECOCREDIT}.v1.MsgRetire`]: nothing,
  [`${ECOCREDIT}.v1.MsgCancel`]: nothing,
  [`${ECOCREDIT}.v1.MsgBurnRegen`]: nothing,
  [`${ECOCREDIT}.marketplace.v1.MsgSell`]: sell,
  [`${ECOCREDIT}.marketplace.v1.MsgUpdateSellOrders`]: updateSellOrders,
  [`${ECOCREDIT}.marketplace.v1.MsgCancelSellOrder`]: cancelSellOrder,
  [`${ECOCREDIT}.marketplace.v1.MsgBuyDirect`]: nothing,
  [`${ECOCREDIT}.basket.v1.MsgCreate`]: createBasket,
  [`${ECOCREDIT}.basket.v1.MsgPut`]: nothing,
  [`${ECOCREDIT}.basket.v1.MsgTake`]: nothing,
  '/cosmos.gov.v1.MsgSubmitProposal': submitProposal,
  '/cosmos.gov.v1.MsgVote': nothing,
  '/cosmos.bank.v1beta1.MsgSend': nothing,
  '/cosmos.protocolpool.v1.MsgFundCommunityPool': nothing,
  '/cosmos.staking.v1beta1.MsgCreateValidator': nothing,
  '/cosmos.authz.v1beta1.MsgGrant': grantOf,
  '/cosmos.authz.v1beta1.MsgExec': nothing,
  '/cosmos.group.v1.MsgCreateGroupWithPolicy': nothing,
  '/cosmos.group.v1.MsgSubmitProposal': nothing,
}

function grantOf({ granter, grantee, grant }: Json, _: unknown, state: LedgerState): void {
  const { typeUrl, value } = grant.authorization
  const key = `${granter} ${grantee}`
  const authorization = { typeUrl, value: new Uint8Array(Buffer.from(value, 'base64')) }
  state.grants.set(key, [...(state.grants.get(key) ?? []), { authorization, expiration: undefined }])
}

/** Messages inside others that are run with them, and that change more than their events tell. */
export function untold(typeUrl: string, value: Json): readonly string[] {
  const inner: readonly { typeUrl: string }[] =
    typeUrl === '/cosmos.gov.v1.MsgSubmitProposal' ? [] : [...(value.msgs ?? []), ...(value.messages ?? [])]
  return inner.filter(message => CHANGES[message.typeUrl] !== nothing).map(message => message.typeUrl)
}
