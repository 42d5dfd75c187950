import type { SellOrder } from '../../../src/messages/ledger.ts'
import { msgBuyDirect } from '../../../src/messages/marketplace/msgBuyDirect.ts'
import { CREDIT, formatCredits } from '../../../src/primitives/credits.ts'
import type { Random } from '../random.ts'
import { coinOf, type World } from '../world.ts'
import { anyPlace, anyReason, type Draw } from './action.ts'

/** A purchase from one to three orders, tradable or retired, sometimes twice from the same order, sometimes all of it. */
export const buy: Draw = (world, random, buyer) => {
  const left = new Map(world.orders.map(order => [order.id, order.quantity as bigint]))
  const orders = Array.from({ length: 1 + random.below(3) }, () => {
    const offered = world.orders.filter(order => mostOf(order, left, world, buyer) > 0n)
    if (offered.length === 0) return []
    const order = random.pick(offered)
    const quantity = random.creditsUpTo(mostOf(order, left, world, buyer))
    left.set(order.id, (left.get(order.id) ?? 0n) - quantity)
    return [buyFrom(order, quantity, random)]
  }).flat()
  return orders.length === 0 ? null : msgBuyDirect({ buyer, orders })
}

/** What is left of an order, or as much as a twentieth of the buyer's coins pays, in millionths. */
function mostOf(
  { id, seller, askDenom, askAmount }: SellOrder,
  left: ReadonlyMap<string, bigint>,
  world: World,
  buyer: string,
): bigint {
  if (seller === buyer || askAmount === 0n) return 0n
  const payable = (coinOf(world, buyer, askDenom) * CREDIT) / (20n * askAmount)
  const offered = left.get(id) ?? 0n
  return offered < payable ? offered : payable
}

/** The bid is the ask or above it. The fee that is allowed is left to the client, or the whole price: more than any fee. */
function buyFrom(
  { id, askDenom: denom, askAmount, disableAutoRetire }: SellOrder,
  quantity: ReturnType<Random['creditsUpTo']>,
  random: Random,
) {
  const isTradable = disableAutoRetire && random.chance(60)
  const bid = askAmount + (random.chance(30) ? random.upTo(1_000_000n) : 0n)
  const price = (askAmount * quantity) / CREDIT + 1n
  return {
    sellOrderId: BigInt(id),
    quantity: formatCredits(quantity),
    bidPrice: { denom, amount: bid.toString() },
    disableAutoRetire: isTradable,
    ...(!isTradable && { retirementJurisdiction: anyPlace(random), retirementReason: anyReason(random) }),
    ...(random.chance(30) && { maxFeeAmount: { denom, amount: price.toString() } }),
  }
}
