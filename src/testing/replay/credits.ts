import { MODULE_ACCOUNTS } from '../../messages/keeper/moduleAccounts.ts'
import type { RecordedEvent } from '../recordings.ts'
import { isZero, minus, plus } from './amount.ts'
import { attribute, named } from './events.ts'
import { type LedgerState, moveCredits, moveSupply } from './state.ts'

/** Moves credits as the events of one message say, also of a message inside another. */
export function applyCredits(events: readonly RecordedEvent[], state: LedgerState): void {
  const transfers = named(events, 'v1.EventTransfer')
  for (const event of transfers) applyTransfer(event, events, state)
  for (const event of named(events, 'v1.EventRetire')) {
    const mirrored = transfers.some(
      transfer =>
        attribute(transfer, 'recipient') === attribute(event, 'owner') &&
        attribute(transfer, 'batch_denom') === attribute(event, 'batch_denom') &&
        attribute(transfer, 'retired_amount') === attribute(event, 'amount'),
    )
    if (!mirrored) applyRetirement(event, named(events, 'v1.EventMint').length > 0, state)
  }
  for (const event of named(events, 'v1.EventCancel')) {
    const [owner, batch, amount] = of(event, 'owner', 'batch_denom', 'amount')
    moveCredits(state, owner, batch, { tradable: ['-', amount] })
    moveSupply(state, batch, { tradable: ['-', amount], cancelled: ['+', amount] })
  }
}

const of = <Keys extends readonly string[]>(event: RecordedEvent, ...keys: Keys) =>
  keys.map(key => attribute(event, key)) as unknown as { [key in keyof Keys]: string }

/** Credits that were minted as retired never were tradable. */
function applyRetirement(event: RecordedEvent, minted: boolean, state: LedgerState): void {
  const [owner, batch, amount] = of(event, 'owner', 'batch_denom', 'amount')
  const from = minted ? {} : { tradable: ['-', amount] as const }
  moveCredits(state, owner, batch, { ...from, retired: ['+', amount] })
  moveSupply(state, batch, { ...from, retired: ['+', amount] })
}

function applyTransfer(event: RecordedEvent, events: readonly RecordedEvent[], state: LedgerState): void {
  const [sender, recipient, batch] = of(event, 'sender', 'recipient', 'batch_denom')
  const [tradable, retired] = of(event, 'tradable_amount', 'retired_amount')
  const minted = sender === MODULE_ACCOUNTS.ecocredit
  const order = soldBy(event, events)
  if (order !== null) {
    takeFromOrder(order, isZero(tradable) ? retired : tradable, state)
    moveCredits(state, sender, batch, { escrowed: ['-', isZero(tradable) ? retired : tradable] })
  } else if (sender === MODULE_ACCOUNTS['ecocredit-basket'])
    moveBasket(events, batch, ['-', plus(tradable, retired)], state)
  else if (!minted) moveCredits(state, sender, batch, { tradable: ['-', plus(tradable, retired)] })
  if (recipient === MODULE_ACCOUNTS['ecocredit-basket']) moveBasket(events, batch, ['+', tradable], state)
  else receive(state, recipient, batch, tradable, retired)
  if (minted) moveSupply(state, batch, { tradable: ['+', tradable], retired: ['+', retired] })
  else if (!isZero(retired)) moveSupply(state, batch, { tradable: ['-', retired], retired: ['+', retired] })
}

/** An amount of 0 changes nothing, not even the number of decimals that the row is stored with. */
function receive(
  state: LedgerState,
  address: string,
  batch: string,
  tradable: string,
  retired: string,
): void {
  if (!isZero(tradable)) moveCredits(state, address, batch, { tradable: ['+', tradable] })
  if (!isZero(retired)) moveCredits(state, address, batch, { retired: ['+', retired] })
}

/** The order whose purchase a transfer is part of: EventBuyDirect closes each order of a purchase. */
function soldBy(transfer: RecordedEvent, events: readonly RecordedEvent[]): bigint | null {
  const following = events.slice(events.indexOf(transfer) + 1)
  const next = following.find(({ type }) => /\.(EventTransfer|EventBuyDirect)$/.test(type))
  return next?.type.endsWith('EventBuyDirect') ? BigInt(attribute(next, 'sell_order_id')) : null
}

function takeFromOrder(id: bigint, bought: string, state: LedgerState): void {
  const order = state.orders.get(id)
  if (!order) throw new Error(`the recordings buy from order ${id}, which they never made`)
  const quantity = minus(order.quantity, bought)
  if (isZero(quantity)) state.orders.delete(id)
  else state.orders.set(id, { ...order, quantity })
}

function moveBasket(
  events: readonly RecordedEvent[],
  batchDenom: string,
  [sign, amount]: readonly ['+' | '-', string],
  state: LedgerState,
): void {
  const event = events.find(({ type }) => /basket\.v1\.Event(Put|Take)$/.test(type)) as RecordedEvent
  const basketDenom = attribute(event, 'basket_denom')
  const key = `${basketDenom} ${batchDenom}`
  const held = state.basketBalances.get(key)?.balance ?? '0'
  const balance = sign === '+' ? plus(held, amount) : minus(held, amount)
  const basketId = state.baskets.get(basketDenom)?.basket.id ?? 0n
  const batchStartDate = state.batches.get(batchDenom)?.startDate
  if (isZero(balance)) state.basketBalances.delete(key)
  else state.basketBalances.set(key, { basketId, batchDenom, balance, batchStartDate })
}
