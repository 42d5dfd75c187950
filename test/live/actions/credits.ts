import { msgCancel } from '../../../src/messages/ecocredit/msgCancel.ts'
import { msgRetire } from '../../../src/messages/ecocredit/msgRetire.ts'
import { msgSend } from '../../../src/messages/ecocredit/msgSend.ts'
import { formatCredits } from '../../../src/primitives/credits.ts'
import type { Random } from '../random.ts'
import { holdingsOf, type World } from '../world.ts'
import { anyPlace, anyReason, type Draw, third } from './action.ts'

/** Credits of one or two batches that somebody holds. */
const anyCredits = (world: World, random: Random, person: string) =>
  random.pickSome(holdingsOf(world, person), 1 + random.below(2)).map(({ batchDenom, tradable }) => ({
    batchDenom,
    amount: formatCredits(random.creditsUpTo(third(tradable))),
  }))

/** Sends credits: tradable, retired on arrival, or both; sometimes '0' is written out, sometimes left out. */
export const send: Draw = (world, random, sender) => {
  const held = random.pickSome(holdingsOf(world, sender), 1 + random.below(2))
  if (held.length === 0) return null
  return msgSend({
    sender,
    recipient: random.pick(world.people.filter(person => person !== sender)),
    credits: held.map(({ batchDenom, tradable }) => {
      const half = third(tradable) / 2n
      const isRetired = half > 0n && random.chance(40)
      const isTradable = !isRetired || random.chance(50)
      return {
        batchDenom,
        tradableAmount: isTradable ? formatCredits(random.creditsUpTo(half || 1n)) : '0',
        ...(isRetired && {
          retiredAmount: formatCredits(random.creditsUpTo(half)),
          retirementJurisdiction: anyPlace(random),
          retirementReason: anyReason(random),
        }),
      }
    }),
  })
}

export const retire: Draw = (world, random, owner) => {
  const credits = anyCredits(world, random, owner)
  if (credits.length === 0) return null
  return msgRetire({ owner, credits, jurisdiction: anyPlace(random), reason: anyReason(random) })
}

export const cancel: Draw = (world, random, owner) => {
  const credits = anyCredits(world, random, owner)
  return credits.length === 0
    ? null
    : msgCancel({ owner, credits, reason: anyReason(random) || 'moved elsewhere' })
}
