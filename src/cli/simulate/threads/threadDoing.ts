/**
 * What a thread does with its part, in memory that it shares with the one that stops it: it writes only what it computes, and is stopped only
 * while it computes. Whichever comes first is done, and the other is not; a message about it could come too late.
 */
export type Doing = Int32Array<SharedArrayBuffer>

const [COMPUTES, WRITES, STOPPED] = [0, 1, 2]

export const newDoing = (): Doing => new Int32Array(new SharedArrayBuffer(4))

export const beginPart = (doing: Doing): void => {
  Atomics.store(doing, 0, COMPUTES)
}

/** From computing to something else: true, unless the other side was first. */
export const turnTo = (doing: Doing, next: 'writes' | 'stopped'): boolean =>
  Atomics.compareExchange(doing, 0, COMPUTES, next === 'writes' ? WRITES : STOPPED) === COMPUTES
