import { RegenError } from '../../../primitives/errors.ts'
import { ROUND_INVALID } from '../../../primitives/errorTable.ts'
import { mulFloor, type Ratio } from '../../../primitives/ratio.ts'
import { DAY, formatSeconds, nanosecondsOf } from '../../../primitives/time.ts'
import { endowmentSpend } from '../pool/endowment.ts'

/** What a recurring round may spend: always the same, a share of what came in since the last one, or what an endowment allows. */
export type BudgetRule =
  | { readonly kind: 'fixed'; readonly amount: bigint }
  | { readonly kind: 'inflow'; readonly share: Ratio }
  | { readonly kind: 'endowment'; readonly share: Ratio; readonly reserve: bigint }

/** A program that goes on: a round every so many days. */
export type Schedule = {
  readonly program: string
  readonly first: string
  readonly everyDays: number
  readonly openDays: number
  readonly budget: BudgetRule
}

/** What is known when a round begins; balances end with today's. */
export type ScheduleFacts = { readonly inflow: bigint; readonly balances: readonly bigint[] }

/** A round that a schedule foresees: its times, RFC 3339, and its budget in smallest units. */
export type ScheduledRound = {
  readonly id: string
  readonly number: number
  readonly opens: string
  readonly closes: string
  readonly budget: bigint
}

const SECOND = 1_000_000_000n

/**
 * The nth round of a program, from 0: when it is open and what it may spend; never more than what the pool holds.
 *
 *     opens = first + n × everyDays,   closes = opens + openDays
 *
 * @example
 * const budget = { kind: 'fixed', amount: 500n } as const
 * const schedule = { program: 'soil', first: '2027-01-01T00:00:00Z', everyDays: 90, openDays: 30, budget }
 * scheduledRound(schedule, 1, { inflow: 0n, balances: [1_000n] }).opens // '2027-04-01T00:00:00Z'
 */
export function scheduledRound(schedule: Schedule, number: number, facts: ScheduleFacts): ScheduledRound {
  const { program, first, everyDays, openDays, budget } = schedule
  if (openDays > everyDays || openDays < 1)
    throw new RegenError(ROUND_INVALID, { reason: `it is open for ${openDays} of ${everyDays} days` })
  const opens = nanosecondsOf(first) + BigInt(number) * BigInt(everyDays) * DAY * SECOND
  const held = facts.balances.at(-1) ?? 0n
  const wanted =
    budget.kind === 'fixed'
      ? budget.amount
      : budget.kind === 'inflow'
        ? mulFloor(facts.inflow, budget.share)
        : endowmentSpend(facts.balances, budget.share, budget.reserve)
  return {
    id: `${program}-${number + 1}`,
    number,
    opens: timeAt(opens),
    closes: timeAt(opens + BigInt(openDays) * DAY * SECOND),
    budget: wanted < held ? wanted : held,
  }
}

/** A round opens and closes at a whole second. */
const timeAt = (nanoseconds: bigint): string => formatSeconds(nanoseconds / SECOND)
