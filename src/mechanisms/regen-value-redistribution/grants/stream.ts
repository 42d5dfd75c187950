import { RegenError } from '../../../primitives/errors.ts'
import { STREAM_REFUSED } from '../../../primitives/errorTable.ts'
import { compareRatios, isOne, mulFloor, ONE, type Ratio, sumRatios } from '../../../primitives/ratio.ts'
import { nanosecondsOf } from '../../../primitives/time.ts'

/** A continuous fund of x/protocolpool: a share of every inflow until it expires. */
export type Stream = {
  readonly recipient: string
  readonly percentage: Ratio
  /** RFC 3339; null for one that does not expire. A block of just this time still pays it. */
  readonly expiry: string | null
}

/**
 * What the funds get of one inflow.
 *
 *     paid_s = floor( percentage_s × inflow ) for each fund that has not expired; the rest goes to the community pool
 *
 * Percentages are of the inflow, not of what others leave. Only what came in since the last distribution is shared, never the pool
 * itself, and only in the denoms that the chain's parameters enable.
 *
 * @example
 * const soil = { recipient: seller, percentage: parseRatio('0.15'), expiry: null }
 * streamPayouts(1_000n, [soil], '2027-01-01T00:00:00Z').rest // 850n
 */
export function streamPayouts(
  inflow: bigint,
  streams: readonly Stream[],
  time: string,
): {
  readonly paid: readonly { readonly recipient: string; readonly amount: bigint }[]
  readonly rest: bigint
} {
  requireStreams(streams)
  const paid = streams
    .filter(({ expiry }) => expiry === null || !isAfter(time, expiry))
    .map(({ recipient, percentage }) => ({ recipient, amount: mulFloor(inflow, percentage) }))
  return { paid, rest: paid.reduce((left, { amount }) => left - amount, inflow) }
}

/** Refuses what the chain refuses: a percentage of 0 or 1 and more, a sum above 1, two funds of one recipient. */
function requireStreams(streams: readonly Stream[]): void {
  const seen = new Set<string>()
  for (const { recipient, percentage } of streams) {
    const reason = seen.has(recipient)
      ? 'there is a fund for it already'
      : percentage.num === 0n
        ? 'its percentage is 0'
        : isOne(percentage) || compareRatios(percentage, ONE) > 0
          ? 'its percentage is 1 or more'
          : null
    if (reason !== null) throw new RegenError(STREAM_REFUSED, { recipient, reason })
    seen.add(recipient)
  }
  const last = streams.at(-1)
  if (last !== undefined && compareRatios(sumRatios(...streams.map(({ percentage }) => percentage)), ONE) > 0)
    throw new RegenError(STREAM_REFUSED, {
      recipient: last.recipient,
      reason: 'all percentages together are above 1',
    })
}

/**
 * What a linear stream has paid out at a moment.
 *
 *     streamed(t) = unlocked + floor( ( deposit − unlocked ) × ( t − start ) / ( end − start ) )        from start on
 *                   0 before start,  deposit from end on
 *
 * @example
 * const stream = { deposit: 1_000n, start: '2027-01-01T00:00:00Z', end: '2027-01-11T00:00:00Z' }
 * streamed(stream, '2027-01-04T00:00:00Z') // 300n
 */
export function streamed(
  { deposit, unlocked = 0n, start, end }: { deposit: bigint; unlocked?: bigint; start: string; end: string },
  time: string,
): bigint {
  const [from, to, now] = [start, end, time].map(nanosecondsOf)
  if (from === undefined || to === undefined || now === undefined || now < from) return 0n
  if (now >= to) return deposit
  return unlocked + mulFloor(deposit - unlocked, { num: now - from, den: to - from })
}

const isAfter = (a: string, b: string): boolean => nanosecondsOf(a) > nanosecondsOf(b)
