import { Bench } from 'tinybench'

/** One measured ratio; a goal says what was promised of it. */
export type Measure = {
  readonly name: string
  readonly ratio: number
  readonly goal: number | null
  /** What was measured, in absolute terms, for a reader of this machine. */
  readonly detail: string
}

const ROUNDS = 5
const MILLISECONDS = 300

/**
 * Median milliseconds of each task, round by round: whatever the machine does meanwhile hits all tasks of a round alike, so
 * a ratio within a round is worth more than two numbers from two runs.
 */
export async function rounds<Name extends string>(
  tasks: { readonly [name in Name]: () => unknown },
): Promise<readonly { readonly [name in Name]: number }[]> {
  const results: { [name in Name]: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const bench = new Bench({ time: MILLISECONDS, warmupTime: round === 0 ? MILLISECONDS : 50 })
    for (const [name, run] of Object.entries<() => unknown>(tasks)) bench.add(name, run)
    await bench.run()
    results.push(
      Object.fromEntries(
        bench.tasks.map(({ name, result }) => {
          if (!('latency' in result)) throw new Error(`${name} was not measured: ${result.state}`)
          return [name, result.latency.p50]
        }),
      ) as { [name in Name]: number },
    )
  }
  return results
}

/** Rounds until the engine has compiled what it will compile: its own threads count as processor time. */
const WARM_UP = 8

/**
 * Milliseconds of processor time of one call of each task, collection of garbage included: the least of five rounds, once it is compiled. What else
 * the machine does counts for none of them; by the clock a task that is longer than a slice of time waits for others, and a short one does not.
 */
export function processorTimes<Name extends string>(
  tasks: { readonly [name in Name]: () => unknown },
): { readonly [name in Name]: number } {
  const least: { [name: string]: number } = {}
  for (let round = 0; round < WARM_UP + ROUNDS; round++)
    for (const [name, run] of Object.entries<() => unknown>(tasks)) {
      const time = processorTime(run)
      if (round >= WARM_UP) least[name] = Math.min(time, least[name] ?? Infinity)
    }
  return least as { readonly [name in Name]: number }
}

function processorTime(run: () => unknown): number {
  const start = process.cpuUsage().user
  for (let count = 1; ; count++) {
    run()
    const used = (process.cpuUsage().user - start) / 1_000
    if (used >= MILLISECONDS) return used / count
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)]
  if (middle === undefined) throw new Error('nothing was measured')
  return middle
}
