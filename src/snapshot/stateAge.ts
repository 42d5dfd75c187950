import type { NodeStatus } from '../node/decode/blocks/status.ts'
import type { LedgerSnapshot, StateAge } from '../preview/snapshot.ts'
import { RegenError } from '../primitives/errors.ts'
import { STATE_TOO_OLD } from '../primitives/errorTable.ts'
import { parseTime } from '../primitives/time.ts'

/** How old the newest block of a node is at a moment, given in milliseconds since 1970; never less than 0. */
export function stateAge(
  { time, catchingUp }: Pick<NodeStatus, 'time' | 'catchingUp'>,
  at: number,
): StateAge {
  const seconds = BigInt(Math.trunc(at / 1000)) - parseTime(time).seconds
  return { seconds: seconds > 0n ? seconds : 0n, catchingUp }
}

/** Seconds beyond which nothing is signed on a state unless the caller says otherwise: a hundred blocks. */
const MAX_AGE = 600n

/**
 * Throws STATE_TOO_OLD where the newest block was more than `maxAge` seconds old (default: 600) when the snapshot was read: what is signed on it may meet
 * another state. A snapshot without an `age` passes.
 *
 * @example
 * requireFresh(snapshot, 60n)
 */
export function requireFresh(
  { age, height }: Pick<LedgerSnapshot, 'age' | 'height'>,
  maxAge = MAX_AGE,
): void {
  if (age && age.seconds > maxAge) throw new RegenError(STATE_TOO_OLD, { height, most: maxAge, ...age })
}
