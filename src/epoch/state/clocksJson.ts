import * as z from 'zod/mini'
import { AccountText } from '../../policy/kinds.ts'
import { amountOf } from '../../primitives/coin.ts'
import { TimeText, UregenText, WholeAmount } from '../../primitives/schemas.ts'
import { Activity } from '../inputs/activityInputs.ts'
import { FractionText } from '../inputs/fractionText.ts'
import { Decided } from '../inputs/governanceInputs.ts'
import { Coins, Count } from '../inputs/inputSchemas.ts'
import { nanosecondsBetween } from '../periodBounds.ts'
import type { EpochState } from './epochState.ts'

const running = { start: TimeText, end: TimeText }

const SupplyClockJson = z.strictObject({
  ...running,
  committed: UregenText,
  serving: Count,
  revenue: UregenText,
  otherBurns: UregenText,
})

const RewardClockJson = z.strictObject({
  ...running,
  revenue: UregenText,
  inflow: z.strictObject({ validator: Coins, community: Coins }),
  activities: z.array(Activity),
  resolvedAnomalies: Count,
  approved: Decided,
  served: z.array(z.strictObject({ address: AccountText, active: WholeAmount, probation: WholeAmount })),
  scores: z.array(z.strictObject({ address: AccountText, score: z.nullable(FractionText) })),
  left: z.array(AccountText),
})

/** The periods that run, as the state holds them. */
export const ClocksJson = z.strictObject({
  m012: z.nullable(SupplyClockJson),
  m015: z.nullable(RewardClockJson),
  paid: UregenText,
})

/** What a clock of a state breaks; null when it may stand so. */
export function clockProblem({ time, clocks, pools }: EpochState): string | null {
  for (const period of [clocks?.m012, clocks?.m015])
    if (period && (nanosecondsBetween(period.start, time) < 0n || nanosecondsBetween(time, period.end) <= 0n))
      return `the period from ${period.start} to ${period.end} does not run at ${time}`
  const inflow = clocks?.m015?.inflow
  for (const pool of ['validator', 'community'] as const)
    for (const { denom, amount } of inflow?.[pool] ?? [])
      if (amount > amountOf(pools[pool].coins, denom))
        return `more ${denom} waits than the ${pool} pool holds`
  return null
}
