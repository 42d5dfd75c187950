import type { Clock } from '../../../src/node/rpc/clock.ts'

/** Longer than any rest: what is set for this long is a timeout. */
export const TIMEOUT = 1_000_000

export type TestClock = Clock & {
  /** The rests so far, in milliseconds: each ended at once, with the time moved on. */
  readonly rests: number[]
  /** Rests and flushes that are still to come. */
  readonly toCome: () => number
  /** Timeouts that run. */
  readonly timeouts: () => number
  /** Lets all timeouts that run end now. */
  readonly timeOut: () => void
  readonly pass: (milliseconds: number) => void
}

/** A clock that never waits: rests end at once, timeouts only on demand. */
export function testClock(): TestClock {
  let now = Date.parse('2026-11-21T15:00:00Z')
  const rests: number[] = []
  const toCome = new Set<unknown>()
  const timeouts = new Set<() => void>()
  return {
    now: () => now,
    after: (milliseconds, run) => {
      if (milliseconds < TIMEOUT) {
        const timer = setTimeout(() => {
          toCome.delete(timer)
          if (milliseconds > 0) rests.push(milliseconds)
          now += milliseconds
          run()
        }, 0)
        toCome.add(timer)
        return () => {
          toCome.delete(timer)
          clearTimeout(timer)
        }
      }
      timeouts.add(run)
      return () => timeouts.delete(run)
    },
    rests,
    toCome: () => toCome.size,
    timeouts: () => timeouts.size,
    timeOut: () => {
      for (const run of [...timeouts]) run()
      timeouts.clear()
    },
    pass: milliseconds => {
      now += milliseconds
    },
  }
}

/** Waits for something that happens in another turn of the event loop. */
export async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await new Promise(resolve => setImmediate(resolve))
}
