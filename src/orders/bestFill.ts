import type { SellOrder } from '../messages/ledger.ts'
import { type Cost, costOf, type FeeScale } from './cost.ts'
import type { Taken } from './fillInput.ts'
import { sumOf } from './greedyFill.ts'

/** A fill among orders of one denom, and within how many units it is proven to be the cheapest; null where nothing was proven. */
export type BestFill = { readonly taken: readonly Taken[]; readonly provenWithin: bigint | null }

export type BestLimits = {
  readonly scale: FeeScale
  readonly purse: bigint | null
  readonly wanted: bigint | null
  readonly leastOfEach: bigint
}

/** Steps of the search below that take no time to speak of. */
const MAX_STEPS = 200_000n

/**
 * Makes a fill better where the keeper's truncation allows it: more credits for the purse, or the same for less, from no more orders than
 * greedy took, since an order more costs gas that truncation never gives back.
 *
 * Where amounts are small, truncation is a good part of them: there all fills are compared and the best one is taken. Where they are large it is at most
 * two units for each order: there neighbours of the greedy fill are compared, and `provenWithin` says how far the best could be.
 */
export function bestFill(
  orders: readonly SellOrder[],
  greedy: readonly Taken[],
  limits: BestLimits,
): BestFill {
  const { scale, wanted } = limits
  const [first] = greedy
  if (first === undefined) return { taken: [], provenWithin: wanted === null ? null : 0n }
  const total = sumOf(greedy)
  const most = wanted ?? orders.reduce((sum, { quantity }) => sum + quantity, 0n)
  const widest = orders.reduce((width, { quantity }) => (quantity > width ? quantity : width), 0n)
  const step = widest < most ? widest : most
  if (BigInt(orders.length * greedy.length) * (most + 1n) * step <= MAX_STEPS)
    return { taken: searchAll(orders, greedy.length, most, limits), provenWithin: 0n }
  // One order alone: the cheapest that holds enough, and a lower price never costs more.
  if (greedy.length === 1 && wanted === total) return { taken: greedy, provenWithin: 0n }
  const taken = shift(greedy, limits)
  if (wanted === null || total < wanted) return { taken, provenWithin: null }
  const least = leastCost(orders, total, greedy.length, scale)
  const debit = costOfAll(taken, scale).debit
  return { taken, provenWithin: debit > least ? debit - least : 0n }
}

/** What all of them cost one after the other, and what the account must hold at the start. */
export function costOfAll(taken: readonly Taken[], scale: FeeScale): Cost {
  let [debit, needed] = [0n, 0n]
  for (const { order, millionths } of taken) {
    const cost = costOf(order.askAmount, millionths, scale)
    if (debit + cost.needed > needed) needed = debit + cost.needed
    debit += cost.debit
  }
  return { debit, needed }
}

type State = { readonly debit: bigint; readonly taken: readonly Taken[] }

/**
 * All fills of at most `count` orders, by dynamic programming: the least debit for every amount and number of orders. Of two ways to the same amount, the cheaper one
 * leaves more in the purse, so the dearer one need not be followed.
 */
function searchAll(
  orders: readonly SellOrder[],
  count: number,
  most: bigint,
  { scale, purse, leastOfEach }: BestLimits,
): readonly Taken[] {
  let states = new Map<string, State>([['0 0', { debit: 0n, taken: [] }]])
  for (const order of orders) {
    const next = new Map(states)
    for (const [key, { debit, taken }] of states) {
      if (taken.length === count) continue
      const [, held = '0'] = key.split(' ')
      const room = most - BigInt(held)
      const last = order.quantity < room ? order.quantity : room
      for (let millionths = leastOfEach > 0n ? leastOfEach : 1n; millionths <= last; millionths++) {
        const cost = costOf(order.askAmount, millionths, scale)
        if (purse !== null && debit + cost.needed > purse) break
        const place = `${taken.length + 1} ${BigInt(held) + millionths}`
        const total = debit + cost.debit
        const known = next.get(place)
        if (known === undefined || total < known.debit)
          next.set(place, { debit: total, taken: [...taken, { order, millionths }] })
      }
    }
    states = next
  }
  const best = [...states.values()].reduce((best, state) => (isBetter(state, best) ? state : best))
  return best.taken
}

/** More credits; of equal ones the cheaper; of equal ones the fewer orders. */
function isBetter(a: State, b: State): boolean {
  const [more, than] = [sumOf(a.taken), sumOf(b.taken)]
  if (more !== than) return more > than
  return a.debit === b.debit ? a.taken.length < b.taken.length : a.debit < b.debit
}

/** Truncation repeats within so many millionths at most prices; further away the price difference eats what it gives. */
const FURTHEST = 32n

/** Moves a few millionths between the last order and each other one, as long as that makes it cheaper. */
function shift(greedy: readonly Taken[], { scale, purse, leastOfEach }: BestLimits): readonly Taken[] {
  const taken = [...greedy]
  const end = taken.length - 1
  for (let index = 0; index < end; index++) {
    let best = costOfPair(taken, index, 0n, scale)
    let move = 0n
    for (let by = -FURTHEST; by <= FURTHEST; by++) {
      const [other, last] = [taken[index], taken[end]]
      if (other === undefined || last === undefined) break
      const [less, more] = [other.millionths - by, last.millionths + by]
      if (less < leastOfEach || more < leastOfEach || less < 1n || more < 1n) continue
      if (less > other.order.quantity || more > last.order.quantity) continue
      const cost = costOfPair(taken, index, by, scale)
      if (cost < best) [best, move] = [cost, by]
    }
    if (move === 0n) continue
    const moved = moveBetween(taken, index, move)
    if (purse === null || costOfAll(moved, scale).needed <= purse) taken.splice(0, taken.length, ...moved)
  }
  return taken
}

function costOfPair(taken: readonly Taken[], index: number, by: bigint, scale: FeeScale): bigint {
  const moved = moveBetween(
    [taken[index], taken.at(-1)].filter(item => item !== undefined),
    0,
    by,
  )
  return moved.reduce(
    (sum, { order, millionths }) => sum + costOf(order.askAmount, millionths, scale).debit,
    0n,
  )
}

const moveBetween = (taken: readonly Taken[], index: number, by: bigint): readonly Taken[] =>
  taken.map((item, place) => {
    if (place === index) return { ...item, millionths: item.millionths - by }
    return place === taken.length - 1 ? { ...item, millionths: item.millionths + by } : item
  })

/**
 * What no fill of so many orders goes below: the exact cost of the cheapest credits, less what truncation can give away, which is under one unit for
 * each of the two amounts that move.
 */
function leastCost(
  orders: readonly SellOrder[],
  total: bigint,
  count: number,
  { one, buyer, seller }: FeeScale,
): bigint {
  let [missing, payment] = [total, 0n]
  for (const { quantity, askAmount } of orders) {
    const here = quantity < missing ? quantity : missing
    payment += here * askAmount
    missing -= here
    if (missing === 0n) break
  }
  const exact = (payment * (one + buyer)) / (1_000_000n * one)
  const truncations = BigInt(count) * (buyer + seller === 0n ? 1n : 2n)
  return exact > truncations ? exact - truncations + 1n : 0n
}
