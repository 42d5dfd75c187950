import { msgPut } from '../../../src/messages/basket/msgPut.ts'
import { msgTake } from '../../../src/messages/basket/msgTake.ts'
import { classOf } from '../../../src/messages/fields/identifiers.ts'
import { formatCredits } from '../../../src/primitives/credits.ts'
import { coinOf, holdingsOf } from '../world.ts'
import { anyPlace, anyReason, type Draw, third } from './action.ts'

/** Puts credits of one or two batches into the basket of the world, which takes every date. */
export const put: Draw = (world, random, owner) => {
  const { denom, allowedClasses } = world.basket
  const taken = holdingsOf(world, owner).filter(({ batchDenom }) =>
    allowedClasses.includes(classOf(batchDenom)),
  )
  const chosen = random.pickSome(taken, 1 + random.below(2))
  if (chosen.length === 0) return null
  return msgPut({
    owner,
    basketDenom: denom,
    credits: chosen.map(({ batchDenom, tradable }) => ({
      batchDenom,
      amount: formatCredits(random.creditsUpTo(third(tradable))),
    })),
  })
}

/** Takes the oldest credits out of the basket, to keep them or to retire them. */
export const take: Draw = (world, random, owner) => {
  const { denom, disableAutoRetire } = world.basket
  const tokens = coinOf(world, owner, denom)
  if (tokens === 0n) return null
  const retireOnTake = !disableAutoRetire || random.chance(50)
  return msgTake({
    owner,
    basketDenom: denom,
    amount: random.upTo(tokens).toString(),
    retireOnTake,
    ...(retireOnTake && { retirementJurisdiction: anyPlace(random), retirementReason: anyReason(random) }),
  })
}
