/** Time as the client sees it. Tests pass their own, so that nothing in them waits. */
export type Clock = {
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number
  /** Runs once, that many milliseconds from now; what it gives back cancels it. */
  readonly after: (milliseconds: number, run: () => void) => () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
}
