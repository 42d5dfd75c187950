import { nanosecondsOf, WEEK } from '../../../primitives/time.ts'
import type { Grant, GrantProgress } from '../grants/grant.ts'
import type { Stream } from '../grants/stream.ts'
import type { Indicator, Progress } from '../impact/indicators.ts'

/** What somebody who looks after a program should look at. */
export type FundAlert =
  | {
      readonly code: 'MILESTONE_OVERDUE'
      readonly grant: string
      readonly milestone: number
      readonly deadline: string
    }
  | { readonly code: 'TARGET_MISSED'; readonly indicator: string; readonly by: string }
  | { readonly code: 'MEASUREMENT_MISSING'; readonly indicator: string; readonly by: string }
  | { readonly code: 'STREAM_NEAR_EXPIRY'; readonly recipient: string; readonly expiry: string }
  | { readonly code: 'POOL_BELOW_RESERVE'; readonly balance: bigint; readonly reserve: bigint }

/** What the alerts of a fund look at: the time, its grants, indicators, streams and pool. */
export type FundFacts = {
  readonly now: string
  readonly grants?: readonly { readonly grant: Grant; readonly progress: GrantProgress }[]
  readonly indicators?: readonly { readonly indicator: Indicator; readonly progress: Progress }[]
  readonly streams?: readonly Stream[]
  readonly streamNoticeSeconds?: bigint
  readonly pool?: { readonly balance: bigint; readonly reserve: bigint }
}

/**
 * Overdue milestones, missed or unmeasured targets, streams near their end, a pool below its reserve.
 *
 * @example
 * fundAlerts({ now: '2027-01-01T00:00:00Z', pool: { balance: 90n, reserve: 100n } }) // [ { code: 'POOL_BELOW_RESERVE', balance: 90n, reserve: 100n } ]
 */
export function fundAlerts({
  now,
  grants = [],
  indicators = [],
  streams = [],
  streamNoticeSeconds = WEEK,
  pool,
}: FundFacts): readonly FundAlert[] {
  const passed = (time: string, after = 0n) =>
    nanosecondsOf(now) + after * 1_000_000_000n > nanosecondsOf(time)
  return [
    ...grants.flatMap(({ grant, progress }) =>
      progress.milestones.flatMap(({ state }, milestone): FundAlert[] => {
        const deadline = grant.milestones[milestone]?.deadline ?? now
        const isWaiting = state === 'proposed' || state === 'funded'
        return isWaiting && passed(deadline)
          ? [{ code: 'MILESTONE_OVERDUE', grant: grant.id, milestone, deadline }]
          : []
      }),
    ),
    ...indicators.flatMap(({ indicator: { id, target }, progress: { outcome } }): FundAlert[] =>
      target === null || !passed(target.by) || outcome === 'met' || outcome === 'no-target'
        ? []
        : [
            {
              code: outcome === 'missed' ? 'TARGET_MISSED' : 'MEASUREMENT_MISSING',
              indicator: id,
              by: target.by,
            },
          ],
    ),
    ...streams.flatMap(({ recipient, expiry }): FundAlert[] =>
      expiry !== null && !passed(expiry) && passed(expiry, streamNoticeSeconds)
        ? [{ code: 'STREAM_NEAR_EXPIRY', recipient, expiry }]
        : [],
    ),
    ...(pool !== undefined && pool.balance < pool.reserve
      ? [{ code: 'POOL_BELOW_RESERVE', balance: pool.balance, reserve: pool.reserve } as const]
      : []),
  ]
}
