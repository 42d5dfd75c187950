import { RegenError } from '../../../primitives/errors.ts'
import { MILESTONE_REFUSED, ROUND_INVALID } from '../../../primitives/errorTable.ts'
import { mulFloor } from '../../../primitives/ratio.ts'
import { nanosecondsOf } from '../../../primitives/time.ts'

/** What a milestone of a grant can be, from proposed to decided or expired. */
export const MILESTONE_STATES = [
  'proposed',
  'funded',
  'submitted',
  'accepted',
  'rejected',
  'expired',
  'halved',
] as const

/** What a milestone of a grant is at the moment. */
export type MilestoneState = (typeof MILESTONE_STATES)[number]

/** Something that happened to a milestone. Events are listed in the order in which they happened; milestones are counted from 0. */
export type GrantEvent = {
  readonly milestone: number
  readonly act: 'fund' | 'submit' | 'accept' | 'reject' | 'expire' | 'dispute' | 'halve'
  /** RFC 3339. */
  readonly time: string
  /** What was handed in or decided on: an IRI or a transaction hash. */
  readonly evidence?: string
}

/** A milestone as a grant plans it: its part of the award, and the date until which it is to be submitted. */
export type MilestonePlan = {
  /** Of 10,000. */
  readonly basisPoints: number
  /** RFC 3339; after it, a milestone that was not submitted expires. */
  readonly deadline: string
}

/** An award that is paid in parts, as milestones are accepted. */
export type Grant = {
  readonly id: string
  readonly recipient: string
  /** In smallest units. */
  readonly award: bigint
  readonly milestones: readonly MilestonePlan[]
  /** Seconds after a rejection within which it may be disputed. */
  readonly disputeSeconds: bigint
}

/** A milestone as it stands, with its amount in smallest units. */
export type Milestone = {
  readonly amount: bigint
  readonly state: MilestoneState
  /** When it was rejected, for the dispute; null where it was not. */
  readonly rejectedAt: string | null
  readonly disputed: boolean
}

/** What a grant has paid, what came back, and what is open, in smallest units. */
export type GrantProgress = {
  readonly milestones: readonly Milestone[]
  /** The amounts of accepted milestones, and half of each halved one, floored. */
  readonly paid: bigint
  /** The amounts of rejected and expired milestones, and the rest of each halved one. */
  readonly returned: bigint
  /** Neither decided nor expired. */
  readonly open: bigint
}

/**
 * An award by milestone.
 *
 *     amount_i = floor( award × bps_i / 10,000 ), and the last one takes what is left
 *
 * 100,001 in 3333, 3333 and 3334 is 33,330, 33,330 and 33,341.
 *
 * @example
 * milestoneAmounts(100_001n, [3333, 3333, 3334]) // [ 33330n, 33330n, 33341n ]
 */
export function milestoneAmounts(award: bigint, basisPoints: readonly number[]): readonly bigint[] {
  if (basisPoints.length === 0 || basisPoints.reduce((sum, part) => sum + part, 0) !== 10_000)
    throw new RegenError(ROUND_INVALID, {
      reason: 'the milestones of a grant do not come to 10000 basis points',
    })
  const floors = basisPoints.slice(0, -1).map(part => mulFloor(award, { num: BigInt(part), den: 10_000n }))
  return [...floors, floors.reduce((left, amount) => left - amount, award)]
}

/**
 * A grant after what has happened; anything its states do not allow is refused. Σ paid + returned + open = award.
 *
 *     proposed → funded → submitted → accepted | rejected;   proposed | funded → expired after the deadline
 *     rejected → submitted once more, when it is disputed in time; then governance may also halve it: half is paid, half returned
 *
 * @example
 * const time = '2027-01-05T00:00:00Z'
 * const acts = ['fund', 'submit', 'accept'] as const
 * const { paid, open } = grantProgress(grant, acts.map(act => ({ milestone: 0, act, time })))
 * console.log([paid, open]) // [ 33330n, 66671n ]
 */
export function grantProgress(grant: Grant, events: readonly GrantEvent[]): GrantProgress {
  const amounts = milestoneAmounts(
    grant.award,
    grant.milestones.map(({ basisPoints }) => basisPoints),
  )
  const milestones = amounts.map(
    (amount): Milestone => ({ amount, state: 'proposed', rejectedAt: null, disputed: false }),
  )
  for (const event of events) {
    const before = milestones[event.milestone]
    if (before === undefined)
      throw new RegenError(ROUND_INVALID, { reason: `grant ${grant.id} has no milestone ${event.milestone}` })
    milestones[event.milestone] = step(grant, before, event)
  }
  const half = milestones.reduce(
    (sum, { amount, state }) => (state === 'halved' ? sum + amount / 2n : sum),
    0n,
  )
  const sumOf = (...states: readonly MilestoneState[]) =>
    milestones.reduce((sum, { amount, state }) => (states.includes(state) ? sum + amount : sum), 0n)
  return {
    milestones,
    paid: sumOf('accepted') + half,
    returned: sumOf('rejected', 'expired', 'halved') - half,
    open: sumOf('proposed', 'funded', 'submitted'),
  }
}

/** What each act leads to, and from where. */
const ACTS: {
  readonly [act in GrantEvent['act']]: {
    readonly from: readonly MilestoneState[]
    readonly to: MilestoneState
  }
} = {
  fund: { from: ['proposed'], to: 'funded' },
  submit: { from: ['funded'], to: 'submitted' },
  accept: { from: ['submitted'], to: 'accepted' },
  reject: { from: ['submitted'], to: 'rejected' },
  expire: { from: ['proposed', 'funded'], to: 'expired' },
  dispute: { from: ['rejected'], to: 'submitted' },
  halve: { from: ['submitted'], to: 'halved' },
}

function step(grant: Grant, before: Milestone, { milestone, act, time }: GrantEvent): Milestone {
  const { from, to } = ACTS[act]
  const deadline = grant.milestones[milestone]?.deadline ?? time
  const reason = !from.includes(before.state)
    ? `that takes ${from.join(' or ')}`
    : act === 'submit' && nanosecondsOf(time) > nanosecondsOf(deadline)
      ? `its deadline was ${deadline}`
      : act === 'expire' && nanosecondsOf(time) <= nanosecondsOf(deadline)
        ? `its deadline is ${deadline}`
        : act === 'dispute' && before.disputed
          ? 'it was disputed before'
          : act === 'halve' && !before.disputed
            ? 'only a disputed one is halved'
            : act === 'dispute' &&
                nanosecondsOf(time) >
                  nanosecondsOf(before.rejectedAt ?? time) + grant.disputeSeconds * 1_000_000_000n
              ? `a dispute takes ${grant.disputeSeconds} seconds at most`
              : null
  if (reason !== null)
    throw new RegenError(MILESTONE_REFUSED, {
      grant: grant.id,
      milestone: String(milestone),
      from: before.state,
      to,
      reason,
    })
  return {
    amount: before.amount,
    state: to,
    rejectedAt: act === 'reject' ? time : before.rejectedAt,
    disputed: before.disputed || act === 'dispute',
  }
}
