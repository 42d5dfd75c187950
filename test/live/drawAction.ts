import type { Action, Draw } from './actions/action.ts'
import { put, take } from './actions/baskets.ts'
import { burn } from './actions/burn.ts'
import { buy } from './actions/buy.ts'
import { cancel, retire, send } from './actions/credits.ts'
import { createBatch } from './actions/issue.ts'
import { cancelOrder, sell, updateOrder } from './actions/orders.ts'
import type { Random } from './random.ts'
import { coinOf, type World } from './world.ts'

/** What people do, and how often out of all weights together. */
const KINDS: { readonly [name: string]: { readonly weight: number; readonly draw: Draw } } = {
  buy: { weight: 30, draw: buy },
  sell: { weight: 8, draw: sell },
  'update order': { weight: 3, draw: updateOrder },
  'cancel order': { weight: 3, draw: cancelOrder },
  send: { weight: 10, draw: send },
  retire: { weight: 8, draw: retire },
  cancel: { weight: 5, draw: cancel },
  put: { weight: 8, draw: put },
  take: { weight: 8, draw: take },
  'create batch': { weight: 6, draw: createBatch },
  burn: { weight: 4, draw: burn },
}

/** Messages that leave each other enough to work with, two in one transaction. */
const TOGETHER: readonly Draw[] = [send, retire, burn]

const BAG = Object.entries(KINDS).flatMap(([name, { weight }]) => Array<string>(weight).fill(name))

/** The gas of a transaction is far below one REGEN. */
const ONE_REGEN = 1_000_000n

/** Chooses a transaction that the chain should accept in this world. */
export function drawAction(world: World, random: Random): Action {
  const solvent = world.people.filter(person => coinOf(world, person, 'uregen') > 3n * ONE_REGEN)
  for (let attempt = 0; attempt < 100; attempt++) {
    const signer = random.pick(solvent)
    if (random.chance(7)) {
      const messages = random.pickSome(TOGETHER, 2).flatMap(draw => draw(world, random, signer) ?? [])
      if (messages.length === 2) return { name: 'two messages', signer, messages }
    }
    const name = random.pick(BAG)
    const message = KINDS[name]?.draw(world, random, signer)
    if (message) return { name, signer, messages: [message] }
  }
  throw new Error('nobody can do anything in this world')
}
