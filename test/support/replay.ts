import { classOf } from '../../src/messages/fields/identifiers.ts'
import { creditsOf } from '../../src/messages/keeper/credits.ts'
import { MODULE_ACCOUNTS } from '../../src/messages/keeper/moduleAccounts.ts'
import type { Basket, Batch, CreditClass, Project, SellOrder } from '../../src/messages/ledger.ts'
import { fieldsOf } from '../../src/node/decode/fields.ts'
import { toProposal } from '../../src/node/decode/modules/proposal.ts'
import { govParams, govProposals } from '../../src/node/endpoints/governance.ts'
import { toGovParams } from '../../src/node/read/governance.ts'
import type { LedgerSnapshot } from '../../src/preview/snapshot.ts'
import { parseSnapshot, snapshotJson } from '../../src/preview/snapshot.ts'
import type { Credits } from '../../src/primitives/credits.ts'
import { parseTime } from '../../src/primitives/time.ts'
import type { Params } from '../../src/wire/generated/cosmos/gov/v1/gov.ts'
import { CODECS } from '../../src/wire/registry.ts'
import {
  attribute,
  network,
  type RecordedEvent,
  type RecordedTx,
  recordedQueries,
  recordedRpc,
  recordedTxs,
} from './recordings.ts'

/**
 * The recorded chain, replayed from its genesis by the events and messages of its transactions, not by our preview.
 * Its state at the marks is compared with what the node answered there (replay.test.ts).
 */

type CreditHolding = { tradable: bigint; retired: bigint; escrowed: bigint }

type State = {
  height: bigint
  time: string
  coins: Map<string, Map<string, bigint>>
  credits: Map<string, CreditHolding>
  classes: Map<string, CreditClass>
  projects: Map<string, Project>
  batches: Map<string, Batch>
  orders: Map<string, SellOrder>
  baskets: Map<string, Basket>
  trades: LedgerSnapshot['trades'][number][]
  proposals: Map<string, Json[]>
  grants: NonNullable<LedgerSnapshot['grants']>[number][]
  bridged: NonNullable<LedgerSnapshot['bridgedBatches']>[number][]
  origins: NonNullable<LedgerSnapshot['originTxs']>[number][]
}

type Genesis = {
  genesis: {
    app_state: {
      bank: { balances: { address: string; coins: { denom: string; amount: string }[] }[] }
      ecocredit: Record<string, Record<string, string>[]>
    }
  }
}

const genesis = (recordedRpc('genesis') as Genesis).genesis.app_state

/** The fee rates in force: governance changed them between the marks, when nothing was bought. */
export function feeParamsAt(height: bigint): { buyer: string; seller: string } {
  const { feesOn = 0, highFees = 0, zeroText = 0, end = 0 } = network.marks
  if (height >= BigInt(end)) return { buyer: '0.01', seller: '0.02' }
  if (height >= BigInt(zeroText)) return { buyer: '0', seller: '0.0' }
  if (height >= BigInt(highFees)) return { buyer: '0.1', seller: '0.05' }
  if (height >= BigInt(feesOn)) return { buyer: '0.01', seller: '0.02' }
  return { buyer: '', seller: '' }
}

const fromBase64 = (text: string) => new Uint8Array(Buffer.from(text, 'base64'))

const answerOf = (path: string) =>
  fromBase64(
    recordedQueries().findLast(
      query =>
        query.path === path && query.response.value && (path !== govProposals.path || query.request === ''),
    )?.response.value ?? '',
  )

const { minDeposit, expeditedMinDeposit, minInitialDepositRatio, minDepositRatio } = toGovParams(
  govParams.decode(answerOf(govParams.path)).params as Params,
  fieldsOf(govParams.path),
)
const govDeposit = { minDeposit, expeditedMinDeposit, minInitialDepositRatio, minDepositRatio }

/** Every proposal there ever was, as it ended. */
const ended = govProposals
  .decode(answerOf(govProposals.path))
  .proposals.map(proposal => toProposal(proposal, fieldsOf(govProposals.path)))

function statusAt(id: string, time: string) {
  const proposal = ended.find(proposal => String(proposal.id) === id)
  return proposal && parseTime(proposal.votingEnd ?? time).seconds < parseTime(time).seconds
    ? proposal.status
    : 'voting'
}

/** Every recorded transaction with the state right before it. One that never reached a block has that of its turn. */
export function* replay(): Generator<{ tx: RecordedTx; before: LedgerSnapshot }> {
  const state = startState()
  for (const tx of recordedTxs()) {
    if (tx.header) {
      state.height = BigInt(tx.header.height) - 1n
      state.time = tx.header.time
    }
    yield { tx, before: snapshotOf(state) }
    if (tx.tx) apply(tx, tx.tx.tx_result.events, tx.tx.tx_result.code === 0, state)
  }
}

/** The state after the last transaction, at the height and time of the mark `end`. */
export function stateAtEnd(): LedgerSnapshot {
  const state = startState()
  for (const tx of recordedTxs())
    if (tx.tx) apply(tx, tx.tx.tx_result.events, tx.tx.tx_result.code === 0, state)
  const { header } = recordedRpc('header at end') as { header: { height: string; time: string } }
  return snapshotOf({ ...state, height: BigInt(header.height), time: header.time })
}

/** The state right before the transaction of a name. */
export function stateBefore(name: string): { tx: RecordedTx; before: LedgerSnapshot } {
  for (const step of replay()) if (step.tx.name === name) return step
  throw new Error(`there is no recorded transaction "${name}"`)
}

function startState(): State {
  return {
    height: 1n,
    time: '2026-11-21T14:00:00Z',
    coins: new Map(
      genesis.bank.balances.map(({ address, coins }) => [
        address,
        new Map(coins.map(({ denom, amount }) => [denom, BigInt(amount)])),
      ]),
    ),
    credits: new Map(),
    classes: new Map(),
    projects: new Map(),
    batches: new Map(),
    orders: new Map(),
    baskets: new Map(),
    trades: [],
    proposals: new Map(),
    grants: [],
    bridged: [],
    origins: [],
  }
}

function snapshotOf(state: State): LedgerSnapshot {
  const rows = (table: string) => genesis.ecocredit[table] ?? []
  const snapshot: LedgerSnapshot = {
    chainId: network.chainId,
    height: state.height,
    time: state.time,
    gasPrices: [{ denom: 'uregen', amount: { num: 1n, den: 40n } }],
    settings: {
      feeParams: feeParamsAt(state.height),
      classFee: { denom: 'uregen', amount: 20_000_000n },
      basketFee: { denom: 'uregen', amount: 20_000_000n },
      allowedDenoms: rows('regen.ecocredit.marketplace.v1.AllowedDenom').map(row => ({
        bankDenom: row['bank_denom'] ?? '',
        displayDenom: row['display_denom'] ?? '',
        exponent: Number(row['exponent']),
      })),
      bridgeChains: rows('regen.ecocredit.v1.AllowedBridgeChain').map(row => row['chain_name'] ?? ''),
      classCreators: null,
      govDeposit,
    },
    creditTypes: rows('regen.ecocredit.v1.CreditType').map(row => ({
      abbreviation: row['abbreviation'] ?? '',
      name: row['name'] ?? '',
    })),
    creditClasses: [...state.classes.values()],
    projects: [...state.projects.values()],
    batches: [...state.batches.values()],
    sellOrders: [...state.orders.values()],
    baskets: [...state.baskets.values()],
    proposals: [...state.proposals.keys()].map(id => ({ id, status: statusAt(id, state.time) })),
    grants: [...state.grants],
    bridgedBatches: [...state.bridged],
    originTxs: [...state.origins],
    creditBalances: [...state.credits].map(([key, held]) => {
      const [account = '', batchDenom = ''] = key.split(' ')
      return {
        account,
        batchDenom,
        tradable: held.tradable as Credits,
        retired: held.retired as Credits,
        escrowed: held.escrowed as Credits,
      }
    }),
    coinBalances: [...state.coins].map(([account, held]) => ({
      account,
      coins: [...held]
        .filter(([, amount]) => amount !== 0n)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([denom, amount]) => ({ denom, amount })),
    })),
    trades: [...state.trades],
    statedPrices: [],
    complete: [
      'creditTypes',
      'creditClasses',
      'projects',
      'batches',
      'sellOrders',
      'baskets',
      'bridgedBatches',
      'originTxs',
      'creditBalances',
      'coinBalances',
    ],
    absent: [],
  }
  return parseSnapshot(snapshotJson(snapshot))
}

function apply(tx: RecordedTx, events: readonly RecordedEvent[], success: boolean, state: State): void {
  for (const event of events) applyCoins(event, state)
  if (!success) return
  tx.messages.forEach(({ typeUrl, value }, index) => {
    const own = events.filter(
      event => attribute(event, 'msg_index') === String(index) || msgIndex(event) === index,
    )
    applyMessage(typeUrl, value as Json, own, tx.header?.time ?? '', state)
  })
}

const msgIndex = ({ attributes }: RecordedEvent) =>
  Number(attributes.find(({ key }) => key === 'msg_index')?.value ?? -1)

function applyCoins(event: RecordedEvent, state: State): void {
  const sides = { coin_spent: ['spender', -1n], coin_received: ['receiver', 1n] } as const
  const side = Object.hasOwn(sides, event.type) ? sides[event.type as keyof typeof sides] : undefined
  if (side === undefined) return
  const [key, sign] = side
  const account = attribute(event, key)
  for (const text of attribute(event, 'amount').split(',').filter(Boolean)) {
    const [, amount = '0', denom = ''] = /^(\d+)(.+)$/.exec(text) ?? []
    const held = state.coins.get(account) ?? new Map<string, bigint>()
    held.set(denom, (held.get(denom) ?? 0n) + sign * BigInt(amount))
    state.coins.set(account, held)
  }
}

// biome-ignore lint/suspicious/noExplicitAny: messages of many shapes, read from recorded JSON
type Json = any

const amount = (text: string): bigint => creditsOf(text) ?? 0n

function hold(account: string, batchDenom: string, state: State): CreditHolding {
  const key = `${account} ${batchDenom}`
  const held = state.credits.get(key) ?? { tradable: 0n, retired: 0n, escrowed: 0n }
  state.credits.set(key, held)
  return held
}

function applyMessage(
  typeUrl: string,
  value: Json,
  events: readonly RecordedEvent[],
  time: string,
  state: State,
): void {
  const named = (type: string) => events.filter(event => event.type === `regen.ecocredit.${type}`)
  const first = (type: string, key: string) => attribute(named(type)[0] as RecordedEvent, key)
  /** The bridge contract of a new batch, and the transaction on another chain that credits are issued for. */
  const issuedFor = (batchDenom: string) => {
    const { id, source, contract = '' } = value.originTx ?? {}
    if (id === undefined) return
    state.origins.push({ classId: classOf(batchDenom), source, id })
    if (contract !== '' && !state.bridged.some(row => row.batchDenom === batchDenom))
      state.bridged.push({ batchDenom, contract })
  }
  const issue = (batchDenom: string) => {
    for (const { recipient, tradableAmount = '', retiredAmount = '' } of value.issuance) {
      const held = hold(recipient, batchDenom, state)
      held.tradable += amount(tradableAmount)
      held.retired += amount(retiredAmount)
    }
  }
  switch (typeUrl.split('.').slice(-2).join('.')) {
    case 'v1.MsgCreateClass': {
      const id = first('v1.EventCreateClass', 'class_id')
      state.classes.set(id, {
        id,
        admin: value.admin,
        creditType: value.creditTypeAbbrev,
        issuers: value.issuers,
      })
      return
    }
    case 'v1.MsgCreateProject': {
      const id = first('v1.EventCreateProject', 'project_id')
      state.projects.set(id, {
        id,
        classId: value.classId,
        admin: value.admin,
        referenceId: value.referenceId ?? '',
      })
      return
    }
    case 'v1.MsgCreateBatch': {
      const denom = first('v1.EventCreateBatch', 'batch_denom')
      const { issuer, open = false, startDate } = value
      state.batches.set(denom, { denom, projectId: denom.split('-', 2).join('-'), issuer, open, startDate })
      issue(denom)
      issuedFor(denom)
      return
    }
    case 'v1.MsgMintBatchCredits':
      issue(value.batchDenom)
      issuedFor(value.batchDenom)
      return
    case 'v1.MsgBridgeReceive':
      hold(value.batch.recipient, first('v1.EventBridgeReceive', 'batch_denom'), state).tradable += amount(
        value.batch.amount,
      )
      issuedFor(first('v1.EventBridgeReceive', 'batch_denom'))
      return
    case 'v1.MsgSealBatch':
      state.batches.set(value.batchDenom, { ...(state.batches.get(value.batchDenom) as Batch), open: false })
      return
    case 'v1.MsgSell':
      named('marketplace.v1.EventSell').forEach((event, index) => {
        const {
          batchDenom,
          quantity,
          askPrice,
          disableAutoRetire = false,
          expiration = null,
        } = value.orders[index]
        const held = hold(value.seller, batchDenom, state)
        held.tradable -= amount(quantity)
        held.escrowed += amount(quantity)
        const id = attribute(event, 'sell_order_id')
        state.orders.set(id, {
          id,
          seller: value.seller,
          batchDenom,
          quantity: amount(quantity) as Credits,
          askDenom: askPrice.denom,
          askAmount: BigInt(askPrice.amount),
          disableAutoRetire,
          expiration,
        })
      })
      return
    case 'v1.MsgUpdateSellOrders':
      for (const {
        sellOrderId,
        newQuantity,
        newAskPrice,
        disableAutoRetire = false,
        newExpiration,
      } of value.updates) {
        const order = state.orders.get(sellOrderId) as SellOrder
        const held = hold(order.seller, order.batchDenom, state)
        const more = amount(newQuantity) - order.quantity
        held.tradable -= more
        held.escrowed += more
        state.orders.set(sellOrderId, {
          ...order,
          quantity: amount(newQuantity) as Credits,
          askDenom: newAskPrice.denom,
          askAmount: BigInt(newAskPrice.amount),
          disableAutoRetire,
          expiration: newExpiration ?? order.expiration,
        })
      }
      return
    case 'v1.MsgCancelSellOrder': {
      const order = state.orders.get(value.sellOrderId) as SellOrder
      const held = hold(order.seller, order.batchDenom, state)
      held.tradable += order.quantity
      held.escrowed -= order.quantity
      state.orders.delete(value.sellOrderId)
      return
    }
    case 'v1beta1.MsgGrant':
      state.grants.push({
        granter: value.granter,
        grantee: value.grantee,
        message: '/regen.ecocredit.v1.MsgRetire',
        expiration: null,
      })
      return
    case 'v1.MsgSubmitProposal':
      if (value.proposer) state.proposals.set(String(state.proposals.size + 1), value.messages)
      return
    case 'v1.MsgVote':
      applyProposal(value, state)
      return
    case 'v1.MsgBuyDirect':
      applyPurchase(value, events, time, state)
      return
    case 'v1.MsgSend':
      for (const event of named('v1.EventTransfer')) applyTransfer(event, state)
      return
    case 'v1.MsgCreate':
      state.baskets.set(first('basket.v1.EventCreate', 'basket_denom'), {
        denom: first('basket.v1.EventCreate', 'basket_denom'),
        name: value.name,
        curator: value.curator,
        creditType: value.creditTypeAbbrev,
        disableAutoRetire: value.disableAutoRetire ?? false,
        allowedClasses: value.allowedClasses,
        dateCriteria: null,
        balances: [],
      })
      return
    case 'v1.MsgPut':
    case 'v1.MsgTake':
      for (const event of named('v1.EventTransfer')) applyBasketTransfer(value.basketDenom, event, state)
      return
    default:
      for (const event of named('v1.EventRetire')) {
        const held = hold(attribute(event, 'owner'), attribute(event, 'batch_denom'), state)
        held.tradable -= amount(attribute(event, 'amount'))
        held.retired += amount(attribute(event, 'amount'))
      }
      for (const event of named('v1.EventCancel'))
        hold(attribute(event, 'owner'), attribute(event, 'batch_denom'), state).tradable -= amount(
          attribute(event, 'amount'),
        )
  }
}

/**
 * What a proposal pays out. The node does so in the block after the vote ends, some 20 blocks on, in events that were
 * not recorded; nothing but votes lies in between, so it is done with the vote that decides, the validator's.
 */
function applyProposal({ proposalId, voter }: Json, state: State): void {
  if (voter !== network.accounts['val']?.address) return
  for (const { typeUrl, value } of state.proposals.get(proposalId) ?? []) {
    const name = typeUrl.split('.').at(-1)
    const isSpend = typeUrl.startsWith('/cosmos.protocolpool.') || name === 'MsgGovSendFromFeePool'
    if (!isSpend) continue
    const {
      recipient,
      amount,
      coins = amount,
    }: Json = CODECS.get(typeUrl)?.decode(Buffer.from(value, 'base64')) ?? {}
    const from = name === 'MsgGovSendFromFeePool' ? 'marketplace-feepool' : 'protocolpool'
    const spent = coins.map(({ amount, denom }: Json) => `${amount}${denom}`).join(',')
    const event = (type: string, key: string, account: string) =>
      applyCoins(
        {
          type,
          attributes: [
            { key, value: account },
            { key: 'amount', value: spent },
          ],
        },
        state,
      )
    event('coin_spent', 'spender', MODULE_ACCOUNTS[from])
    event('coin_received', 'receiver', recipient)
  }
}

function applyTransfer(event: RecordedEvent, state: State): void {
  const batchDenom = attribute(event, 'batch_denom')
  const [free, gone] = [
    amount(attribute(event, 'tradable_amount')),
    amount(attribute(event, 'retired_amount')),
  ]
  if (free + gone === 0n) return
  hold(attribute(event, 'sender'), batchDenom, state).tradable -= free + gone
  const recipient = hold(attribute(event, 'recipient'), batchDenom, state)
  recipient.tradable += free
  recipient.retired += gone
}

function applyPurchase(value: Json, events: readonly RecordedEvent[], time: string, state: State): void {
  const transfers = events.filter(({ type }) => type === 'regen.ecocredit.v1.EventTransfer')
  value.orders.forEach(
    ({ sellOrderId, quantity }: { sellOrderId: string; quantity: string }, index: number) => {
      const event = transfers[index] as RecordedEvent
      const order = state.orders.get(sellOrderId) as SellOrder
      const bought = amount(quantity)
      hold(order.seller, order.batchDenom, state).escrowed -= bought
      const buyer = hold(attribute(event, 'recipient'), order.batchDenom, state)
      buyer.tradable += amount(attribute(event, 'tradable_amount'))
      buyer.retired += amount(attribute(event, 'retired_amount'))
      state.trades.push({
        classId: order.batchDenom.split('-')[0] ?? '',
        denom: order.askDenom,
        time: BigInt(Math.floor(Date.parse(time) / 1000)),
        quantity: bought as Credits,
        payment: (order.askAmount * bought) / 1_000_000n,
      })
      if (bought === order.quantity) state.orders.delete(sellOrderId)
      else state.orders.set(sellOrderId, { ...order, quantity: (order.quantity - bought) as Credits })
    },
  )
}

function applyBasketTransfer(basketDenom: string, event: RecordedEvent, state: State): void {
  const batchDenom = attribute(event, 'batch_denom')
  const [free, gone] = [
    amount(attribute(event, 'tradable_amount')),
    amount(attribute(event, 'retired_amount')),
  ]
  const put = attribute(event, 'recipient') === MODULE_ACCOUNTS['ecocredit-basket']
  const held = hold(attribute(event, put ? 'sender' : 'recipient'), batchDenom, state)
  held.tradable += put ? -free : free
  held.retired += put ? 0n : gone
  const basket = state.baskets.get(basketDenom) as Basket
  const before = basket.balances?.find(balance => balance.batchDenom === batchDenom)?.amount ?? 0n
  const after = (before + (put ? free : -(free + gone))) as Credits
  const others = basket.balances?.filter(balance => balance.batchDenom !== batchDenom) ?? []
  state.baskets.set(basketDenom, {
    ...basket,
    balances: after === 0n ? others : [...others, { batchDenom, amount: after }],
  })
}
