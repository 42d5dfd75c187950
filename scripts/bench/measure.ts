/** One measured ratio; a goal says what was promised of it. */
export type Measure = {
  readonly name: string
  readonly ratio: number
  readonly goal: number | null
  /** What was measured, in absolute terms, for a reader of this machine. */
  readonly detail: string
}

const ROUNDS = 5
/** Milliseconds of each task in a round. */
const MILLISECONDS = 300
const MAX_ROUNDS = 60

/**
 * Milliseconds of processor time of one call of each task, collection of garbage included: the least of as many rounds as it takes until five in a
 * row bring nothing less. The engine compiles for a while, with threads that count; and what else the machine does counts for none of them, whereas
 * by the clock a task that is longer than a slice of time waits for others, and a short one does not.
 */
export function processorTimes<Name extends string>(
  tasks: { readonly [name in Name]: () => unknown },
): { readonly [name in Name]: number } {
  const least: { [name: string]: number } = {}
  for (let [round, inVain] = [0, 0]; round < MAX_ROUNDS && inVain < ROUNDS; round++) {
    inVain++
    for (const [name, run] of Object.entries<() => unknown>(tasks)) {
      const time = processorTime(run)
      const best = least[name] ?? Infinity
      if (time < 0.98 * best) inVain = 0
      least[name] = Math.min(time, best)
    }
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
