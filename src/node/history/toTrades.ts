import { classOf } from '../../messages/fields/identifiers.ts'
import { sameAccount } from '../../messages/keeper/authorize.ts'
import { creditsOf } from '../../messages/keeper/credits.ts'
import type { Coin } from '../../primitives/coin.ts'
import type { Credits } from '../../primitives/credits.ts'
import { parseJson } from '../../primitives/parseJson.ts'
import { type AbciEvent, attributeOf, locate, placeKey } from '../events/abciEvent.ts'
import { type BankMovement, decodeBankEvent } from '../events/bankEvents.ts'
import type { Purchase } from './activity.ts'
import { paymentOf } from './paymentOf.ts'

/** A filled order, as far as it tells a price. */
export type Trade = Pick<Purchase, 'classId' | 'denom' | 'quantity' | 'payment'>

type Transfer = {
  readonly sender: string
  readonly recipient: string
  readonly batchDenom: string
  readonly quantity: Credits
  /** What the bank moved since. */
  readonly payments: BankMovement[]
}

/**
 * The purchases among the events of a transaction: the same as toActivity finds, without all that is not a price.
 *
 * EventBuyDirect closes an order: the transfer of the credits comes before it at the same place, and in between what the bank moved. A
 * purchase that cannot be read is left out: it tells no price.
 */
export function toTrades(events: readonly AbciEvent[]): readonly Trade[] {
  const trades: Trade[] = []
  const transfers = new Map<string, Transfer | null>()
  events.forEach((event, position) => {
    const place = placeKey(locate(event, position))
    if (event.type === 'regen.ecocredit.v1.EventTransfer') transfers.set(place, toTransfer(event))
    const transfer = transfers.get(place)
    if (!transfer) return
    const read = decodeBankEvent(event, position)
    if (read && 'movement' in read) transfer.payments.push(read.movement)
    if (event.type !== 'regen.ecocredit.marketplace.v1.EventBuyDirect') return
    transfers.delete(place)
    const trade = closeOrder(event, transfer)
    if (trade) trades.push(trade)
  })
  return trades
}

function toTransfer(event: AbciEvent): Transfer | null {
  const [sender, recipient, batchDenom, tradable, retired] = [
    'sender',
    'recipient',
    'batch_denom',
    'tradable_amount',
    'retired_amount',
  ].map(name => textOf(jsonOf(event, name)))
  const [free, gone] = [creditsOf(tradable ?? ''), creditsOf(retired ?? '')]
  if (!sender || !recipient || !batchDenom || free === null || gone === null) return null
  return { sender, recipient, batchDenom, quantity: (free + gone) as Credits, payments: [] }
}

function closeOrder(
  event: AbciEvent,
  { sender, recipient, batchDenom, quantity, payments }: Transfer,
): Trade | null {
  const [seller, buyer] = [textOf(jsonOf(event, 'seller')), textOf(jsonOf(event, 'buyer'))]
  const sellerFee = coinOf(jsonOf(event, 'seller_fee_paid'))
  if (!sellerFee || !sameAccount(sender, seller) || !sameAccount(recipient, buyer)) return null
  const { denom, ...payment } = paymentOf({ payments, sellerFee }, { buyer, seller, quantity })
  return { classId: classOf(batchDenom), denom, quantity, payment }
}

function jsonOf(event: AbciEvent, name: string): unknown {
  try {
    return parseJson(attributeOf(event, name) ?? '')
  } catch {
    return undefined
  }
}

const textOf = (json: unknown): string => (typeof json === 'string' ? json : '')

function coinOf(json: unknown): Coin | null {
  const { denom, amount } = Object(json)
  return typeof denom === 'string' && /^\d{1,78}$/.test(amount) ? { denom, amount: BigInt(amount) } : null
}
