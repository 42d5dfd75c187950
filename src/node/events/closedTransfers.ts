import { sameAccount } from '../../messages/keeper/authorize.ts'
import { MODULE_ACCOUNTS } from '../../messages/keeper/moduleAccounts.ts'
import type { Coin } from '../../primitives/coin.ts'
import type { Coin as WireCoin } from '../../wire/generated/cosmos/base/v1beta1/coin.ts'
import type { RegenEvent } from './eventFields.ts'
import {
  addAct,
  addOddity,
  amountOf,
  type PlaceEvents,
  transferredCredits,
  unclaimed,
} from './placeEvents.ts'

type Transfer = RegenEvent<'regen.ecocredit.v1.EventTransfer'>
type Buy = RegenEvent<'regen.ecocredit.marketplace.v1.EventBuyDirect'>
type BasketEvent = RegenEvent<'regen.ecocredit.basket.v1.EventPut' | 'regen.ecocredit.basket.v1.EventTake'>

const BASKETS = MODULE_ACCOUNTS['ecocredit-basket']

/**
 * Transfers that a later event explains. EventBuyDirect, EventPut and EventTake come after the transfers they stand for
 * and say what those were; only they tell a purchase from a gift.
 */
export function readClosedTransfers(place: PlaceEvents): void {
  for (const event of place.events) {
    if (event.type === 'regen.ecocredit.marketplace.v1.EventBuyDirect') closePurchase(event, place)
    if (
      event.type === 'regen.ecocredit.basket.v1.EventPut' ||
      event.type === 'regen.ecocredit.basket.v1.EventTake'
    )
      closeBasket(event, place)
  }
}

/** The last unclaimed transfers before an event. */
const transfersBefore = (event: RegenEvent, count: number, place: PlaceEvents): readonly Transfer[] =>
  count === 0
    ? []
    : unclaimed(place, 'regen.ecocredit.v1.EventTransfer')
        .filter(({ position }) => position < event.position)
        .slice(-count)

function closePurchase(event: Buy, place: PlaceEvents): void {
  const { sellOrderId, seller, buyer, sellerFeePaid, buyerFeePaid } = event.fields
  const [transfer] = transfersBefore(event, 1, place)
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
  place.claimed.add(event).add(transfer)
  addAct(place, {
    kind: 'buy',
    seller,
    buyer,
    filled: {
      orderId: sellOrderId,
      buyerFee: coinOf(buyerFeePaid),
      sellerFee: coinOf(sellerFeePaid),
      payments: place.movements.filter(
        ({ position }) => position > transfer.position && position < event.position,
      ),
    },
    ...creditsOf(transfer, place),
  })
}

function closeBasket(event: BasketEvent, place: PlaceEvents): void {
  const { owner, basketDenom, credits } = event.fields
  const isPut = event.type === 'regen.ecocredit.basket.v1.EventPut'
  const transfers = transfersBefore(event, credits.length, place)
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
  place.claimed.add(event)
  for (const transfer of transfers) {
    place.claimed.add(transfer)
    const kind = isPut ? 'put' : 'take'
    addAct(place, { kind, owner, basketDenom, ...creditsOf(transfer, place) })
  }
}

/** The retirement of bought or taken credits, if any, is the event right after the transfer. */
const creditsOf = (transfer: Transfer, place: PlaceEvents) =>
  transferredCredits(transfer, place.events[place.events.indexOf(transfer) + 1], place)

const coinOf = ({ denom, amount }: WireCoin): Coin => ({ denom, amount: BigInt(amount) })
