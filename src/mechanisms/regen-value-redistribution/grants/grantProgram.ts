import { RegenError } from '../../../primitives/errors.ts'
import { ROUND_INVALID } from '../../../primitives/errorTable.ts'
import { nanosecondsOf } from '../../../primitives/time.ts'

/** A grant program: open for applications, then under review, when it awards, until it closes or its budget is used up. */
export type GrantProgram = {
  readonly id: string
  readonly budget: bigint
  readonly opens: string
  /** Applications end, and the review begins. */
  readonly reviews: string
  readonly closes: string
  readonly mostPerGrant: bigint | null
}

/** What happens to an application for a grant. Amounts in smallest units, times RFC 3339. */
export type ProgramEvent =
  | { readonly act: 'apply'; readonly grant: string; readonly asks: bigint; readonly time: string }
  | { readonly act: 'withdraw'; readonly grant: string; readonly time: string }
  | { readonly act: 'award'; readonly grant: string; readonly amount: bigint; readonly time: string }
  | { readonly act: 'refuse'; readonly grant: string; readonly reason: string; readonly time: string }

/** An application for a grant as it stands: what it asks and what it was awarded, in smallest units. */
export type Application = {
  readonly grant: string
  readonly asks: bigint
  readonly state: 'open' | 'withdrawn' | 'awarded' | 'refused'
  readonly awarded: bigint
}

/** Where a programme of grants stands at a time; amounts in smallest units. */
export type ProgramState = {
  readonly phase: 'announced' | 'open' | 'review' | 'closed'
  readonly applications: readonly Application[]
  readonly awarded: bigint
  /** Σ awarded + left = budget. */
  readonly left: bigint
}

/**
 * A program at a moment, after what has happened. Every guard is computed from dates and amounts, none is taken as given:
 * applications while it is open, awards during the review until it closes: at most what is asked for, what one grant may get, and what is left.
 *
 * @example
 * const [opens, reviews, closes] = ['2027-01-01T00:00:00Z', '2027-02-01T00:00:00Z', '2027-03-01T00:00:00Z'] as const
 * const program = { id: 'soil-2027', budget: 1_000n, opens, reviews, closes, mostPerGrant: null }
 * const applied = { act: 'apply', grant: 'lab', asks: 400n, time: '2027-01-10T00:00:00Z' } as const
 * const awarded = { act: 'award', grant: 'lab', amount: 300n, time: '2027-02-10T00:00:00Z' } as const
 * grantProgram(program, [applied, awarded], closes).left // 700n
 */
export function grantProgram(
  program: GrantProgram,
  events: readonly ProgramEvent[],
  now: string,
): ProgramState {
  const applications = new Map<string, Application>()
  let left = program.budget
  for (const event of events) {
    const before = applications.get(event.grant)
    const problem = problemOf(program, event, before, left)
    if (problem !== null)
      throw new RegenError(ROUND_INVALID, {
        reason: `${event.act} ${event.grant} in ${program.id}: ${problem}`,
      })
    const asks = event.act === 'apply' ? event.asks : (before?.asks ?? 0n)
    const awarded = event.act === 'award' ? event.amount : 0n
    left -= awarded
    applications.set(event.grant, { grant: event.grant, asks, state: STATE[event.act], awarded })
  }
  return {
    phase: phaseAt(program, now),
    applications: [...applications.values()],
    awarded: program.budget - left,
    left,
  }
}

const STATE = { apply: 'open', withdraw: 'withdrawn', award: 'awarded', refuse: 'refused' } as const

const phaseAt = ({ opens, reviews, closes }: GrantProgram, time: string): ProgramState['phase'] =>
  nanosecondsOf(time) < nanosecondsOf(opens)
    ? 'announced'
    : nanosecondsOf(time) < nanosecondsOf(reviews)
      ? 'open'
      : nanosecondsOf(time) <= nanosecondsOf(closes)
        ? 'review'
        : 'closed'

function problemOf(
  program: GrantProgram,
  event: ProgramEvent,
  before: Application | undefined,
  left: bigint,
): string | null {
  const phase = phaseAt(program, event.time)
  if (event.act === 'apply')
    return before !== undefined
      ? 'it has applied before'
      : phase === 'open'
        ? null
        : `the program is ${phase}`
  if (before?.state !== 'open') return before === undefined ? 'it has not applied' : `it is ${before.state}`
  if (event.act === 'withdraw') return phase === 'closed' ? 'the program is closed' : null
  if (phase !== 'review') return `the program is ${phase}`
  if (event.act === 'refuse') return null
  const most = [before.asks, left, ...(program.mostPerGrant === null ? [] : [program.mostPerGrant])]
  const least = most.reduce((a, b) => (a < b ? a : b))
  return event.amount > least || event.amount <= 0n ? `${event.amount} is not 1 to ${least}` : null
}
