import type { Credits } from '../../src/primitives/credits.ts'

/** Choices that are the same for the same seed. */
export type Random = {
  /** A whole number from 0 to one below the limit. */
  readonly below: (limit: number) => number
  /** A whole number between two bounds, both included. */
  readonly between: (least: bigint, most: bigint) => bigint
  /** From 1 to `most`, small and large ones alike; now and then all of it. */
  readonly upTo: (most: bigint) => bigint
  /** Credits from one millionth to `most`, as often with few decimals as with six. */
  readonly creditsUpTo: (most: bigint) => Credits
  readonly pick: <Item>(list: readonly Item[]) => Item
  /** As many different ones, or all there are. */
  readonly pickSome: <Item>(list: readonly Item[], count: number) => readonly Item[]
  readonly chance: (percent: number) => boolean
}

/** Choices that follow from a seed (mulberry32). */
export function seededRandom(seed: number): Random {
  let state = seed | 0
  function bits32(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }

  const below = (limit: number) => bits32() % limit
  const between = (least: bigint, most: bigint): bigint => {
    const wide = (BigInt(bits32()) << 64n) | (BigInt(bits32()) << 32n) | BigInt(bits32())
    return least + (wide % (most - least + 1n))
  }
  const chance = (percent: number) => below(100) < percent
  const upTo = (most: bigint): bigint => {
    if (chance(4)) return most
    const bound = 10n ** BigInt(1 + below(most.toString().length))
    return between(1n, bound < most ? bound : most)
  }
  function pick<Item>(list: readonly Item[]): Item {
    if (list.length === 0) throw new Error('there is nothing to choose from')
    return list[below(list.length)] as Item
  }

  return {
    below,
    between,
    upTo,
    creditsUpTo: most => {
      const amount = upTo(most)
      const step = 10n ** BigInt(below(7))
      return (amount > step ? amount - (amount % step) : amount) as Credits
    },
    pick,
    pickSome: (list, count) => {
      const left = [...list]
      return Array.from({ length: Math.min(count, left.length) }, () =>
        left.splice(below(left.length), 1),
      ).flat()
    },
    chance,
  }
}
