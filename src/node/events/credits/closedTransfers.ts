import { sameAccount } from '../../../messages/keeper/authorize.ts'
import { MODULE_ACCOUNTS } from '../../../messages/keeper/moduleAccounts.ts'
import type { Coin, WireCoin } from '../../../primitives/coin.ts'
import type { RegenEvent } from '../eventFields.ts'
import { addAct, addOddity, amountOf, beside, type PlaceEvents, transferredCredits } from './placeEvents.ts'

type Transfer = RegenEvent<'regen.ecocredit.v1.EventTransfer'>
type Buy = RegenEvent<'regen.ecocredit.marketplace.v1.EventBuyDirect'>
type BasketEvent = RegenEvent<'regen.ecocredit.basket.v1.EventPut' | 'regen.ecocredit.basket.v1.EventTake'>

const BASKETS = MODULE_ACCOUNTS['ecocredit-basket']

/**
 * Transfers that a later event explains. EventBuyDirect, EventPut and EventTake come after the transfers they stand for
 * and say what those were; only they tell a purchase from a gift. `open` holds the transfers so far that no event has claimed.
 */
export function addClosedTransfers(place: PlaceEvents): void {
  const open: Transfer[] = []
  let paidUntil = -1
  for (const event of place.events) {
    if (event.type === 'regen.ecocredit.v1.EventTransfer') open.push(event)
    if (event.type === 'regen.ecocredit.marketplace.v1.EventBuyDirect') {
      closePurchase(event, open, paidUntil, place)
      paidUntil = event.position
    }
    if (
      event.type === 'regen.ecocredit.basket.v1.EventPut' ||
      event.type === 'regen.ecocredit.basket.v1.EventTake'
    )
      closeBasket(event, open, place)
  }
}

/** Closes the last of the open transfers. What the bank moved before the purchase before belongs to that one. */
function closePurchase(event: Buy, open: Transfer[], paidUntil: number, place: PlaceEvents): void {
  const { sellOrderId, seller, buyer, sellerFeePaid, buyerFeePaid } = event.fields
  const transfer = open.at(-1)
  if (
    transfer === undefined ||
    !sameAccount(transfer.fields.sender, seller) ||
    !sameAccount(transfer.fields.recipient, buyer) ||
    !sellerFeePaid ||
    !buyerFeePaid
  ) {
    addOddity(place, event, 'no transfer from the seller to the buyer comes before it')
    return
  }
  open.pop()
  place.claimed.add(event).add(transfer)
  addAct(place, {
    kind: 'buy',
    seller,
    buyer,
    filled: {
      orderId: sellOrderId,
      buyerFee: coinOf(buyerFeePaid),
      sellerFee: coinOf(sellerFeePaid),
      payments: between(
        place.movements,
        transfer.position > paidUntil ? transfer.position : paidUntil,
        event.position,
      ),
    },
    ...creditsOf(transfer, place),
  })
}

/** The items of a list in order that stand behind one position and before another. */
function between<Item extends { readonly position: number }>(
  items: readonly Item[],
  after: number,
  before: number,
): readonly Item[] {
  const first = firstBehind(items, after)
  let end = first
  for (let item = items[end]; item !== undefined && item.position < before; item = items[end]) end++
  return items.slice(first, end)
}

/** The index of the first item behind a position, found by halves. */
function firstBehind(items: readonly { readonly position: number }[], position: number): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((items[middle]?.position ?? 0) > position) high = middle
    else low = middle + 1
  }
  return low
}

function closeBasket(event: BasketEvent, open: Transfer[], place: PlaceEvents): void {
  const { owner, basketDenom, credits } = event.fields
  const isPut = event.type === 'regen.ecocredit.basket.v1.EventPut'
  const transfers = credits.length === 0 ? [] : open.slice(-credits.length)
  const fit =
    transfers.length === credits.length &&
    transfers.every(({ fields: { sender, recipient, batchDenom, tradableAmount, retiredAmount } }, index) => {
      const named = credits[index]
      const [module, account] = isPut ? [recipient, sender] : [sender, recipient]
      return (
        module === BASKETS &&
        sameAccount(account, owner) &&
        named?.batchDenom === batchDenom &&
        amountOf(named.amount) === amountOf(tradableAmount) + amountOf(retiredAmount)
      )
    })
  if (!fit) {
    addOddity(place, event, 'the transfers before it are not those of the credits it names')
    return
  }
  open.length -= transfers.length
  place.claimed.add(event)
  for (const transfer of transfers) {
    place.claimed.add(transfer)
    const kind = isPut ? 'put' : 'take'
    addAct(place, { kind, owner, basketDenom, ...creditsOf(transfer, place) })
  }
}

/** The retirement of bought or taken credits, if any, is the event right after the transfer. */
const creditsOf = (transfer: Transfer, place: PlaceEvents) =>
  transferredCredits(transfer, beside(place, transfer, 1), place)

const coinOf = ({ denom, amount }: WireCoin): Coin => ({ denom, amount: BigInt(amount) })
