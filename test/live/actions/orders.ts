import { msgCancelSellOrder } from '../../../src/messages/marketplace/msgCancelSellOrder.ts'
import { msgSell } from '../../../src/messages/marketplace/msgSell.ts'
import { msgUpdateSellOrders } from '../../../src/messages/marketplace/msgUpdateSellOrders.ts'
import { type Credits, formatCredits } from '../../../src/primitives/credits.ts'
import { formatTime, parseTime } from '../../../src/primitives/time.ts'
import type { Random } from '../random.ts'
import { coinOf, holdingsOf, type World } from '../world.ts'
import { type Draw, third } from './action.ts'

/** For one credit: from 1 smallest unit to 30 whole coins, in a denom that is allowed and that somebody here holds. */
function anyAsk(world: World, random: Random): { readonly denom: string; readonly amount: string } {
  const payable = world.allowedDenoms
    .map(({ bankDenom }) => bankDenom)
    .filter(denom => world.people.some(person => coinOf(world, person, denom) > 0n))
  const denom = payable.includes('uregen') && random.chance(60) ? 'uregen' : random.pick(payable)
  return { denom, amount: random.upTo(30_000_000n).toString() }
}

/** A year after the block of the world. */
const nextYear = ({ time }: World) => formatTime({ seconds: parseTime(time).seconds + 31_536_000n, nanos: 0 })

/** Puts credits of one or two batches on sale. */
export const sell: Draw = (world, random, seller) => {
  const chosen = random.pickSome(holdingsOf(world, seller), 1 + random.below(2))
  if (chosen.length === 0) return null
  return msgSell({
    seller,
    orders: chosen.map(({ batchDenom, tradable }) => ({
      batchDenom,
      quantity: formatCredits(random.creditsUpTo(third(tradable))),
      askPrice: anyAsk(world, random),
      disableAutoRetire: random.chance(70),
      ...(random.chance(30) && { expiration: nextYear(world) }),
    })),
  })
}

/** Changes price and quantity of an order, within what its seller has. */
export const updateOrder: Draw = (world, random, seller) => {
  const own = world.orders.filter(order => order.seller === seller)
  if (own.length === 0) return null
  const { id, batchDenom, quantity } = random.pick(own)
  const free = holdingsOf(world, seller).find(held => held.batchDenom === batchDenom)?.tradable ?? 0n
  const most = (quantity + third(free)) as Credits
  return msgUpdateSellOrders({
    seller,
    updates: [
      {
        sellOrderId: BigInt(id),
        newQuantity: formatCredits(random.creditsUpTo(most)),
        newAskPrice: anyAsk(world, random),
        disableAutoRetire: random.chance(70),
      },
    ],
  })
}

export const cancelOrder: Draw = (world, random, seller) => {
  const own = world.orders.filter(order => order.seller === seller)
  return own.length === 0 ? null : msgCancelSellOrder({ seller, sellOrderId: BigInt(random.pick(own).id) })
}
