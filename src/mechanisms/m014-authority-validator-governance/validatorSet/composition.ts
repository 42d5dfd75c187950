import { requireBounds } from '../bounds.ts'
import { CATEGORIES, type PerCategory, type ValidatorParams } from '../params.ts'
import { byzantineTolerance } from './byzantine.ts'
import { type AuthorityValidator, countsIn } from './validator.ts'

/** What the composition of the set needs to know of a validator. */
export type Member = Pick<AuthorityValidator, 'address' | 'category' | 'status'>

/** The parameters that say how large the set of validators is, and how it is composed. @see SPEC M014 */
export type SetParams = Pick<
  ValidatorParams,
  'minValidators' | 'maxValidators' | 'compositionMinimum' | 'byzantineRule' | 'removalAtMinimum'
> &
  Partial<Pick<ValidatorParams, 'probationCounts'>>

/** An emergency for governance, and what it is about (invariant 6, Graceful Degradation). */
export type Escalation = { readonly level: 'P0'; readonly reasons: readonly string[] }

/** The validators that serve, counted. */
export type Composition = {
  readonly size: number
  readonly counts: PerCategory
  /** How many each category is short of its minimum. */
  readonly missing: PerCategory
  /** Every category has its minimum (invariant 1, Composition Guarantee). */
  readonly guaranteed: boolean
  /** How many may fail (invariant 2, Byzantine Tolerance). */
  readonly tolerated: number
  readonly escalation: Escalation | null
}

/**
 * Counts those that serve, ACTIVE and PROBATION (with probationCounts `nowhere` ACTIVE alone), by category, against the minimums.
 *
 * Below `min_validators`, or with a category below its minimum, governance is called: P0.
 *
 * @see SPEC M014, Validator Composition, invariants 1, 2 and 6
 *
 * @example
 * checkComposition(members, M014_V0).tolerated // 4
 * checkComposition(members.slice(1), M014_V0).escalation // { level: 'P0', reasons: [ 'min_validators', 'infrastructure_builders' ] }
 */
export function checkComposition(members: readonly Member[], params: SetParams): Composition {
  requireBounds(params)
  const serving = members.filter(member => countsIn(member, params))
  const counts = count(serving)
  const missing = shortOf(counts, params.compositionMinimum)
  const reasons = [
    ...(serving.length < params.minValidators ? ['min_validators'] : []),
    ...CATEGORIES.filter(category => missing[category] > 0),
  ]
  return {
    size: serving.length,
    counts,
    missing,
    guaranteed: total(missing) === 0,
    tolerated: byzantineTolerance(serving.length, params.byzantineRule),
    escalation: reasons.length > 0 ? { level: 'P0', reasons } : null,
  }
}

/**
 * Whether one more of a category may be approved: there is a seat, and the seats left after it are
 * enough for what the categories still lack. Those already APPROVED hold a seat.
 *
 * @example
 * slotAvailable(members, 'trusted_refi_partners', M014_V0) // true
 * slotAvailable(members, 'trusted_refi_partners', { ...M014_V0, maxValidators: 15 }) // false
 */
export function slotAvailable(
  members: readonly Member[],
  category: AuthorityValidator['category'],
  params: Pick<SetParams, 'maxValidators' | 'compositionMinimum' | 'probationCounts'>,
): boolean {
  requireBounds(params)
  const { maxValidators, compositionMinimum } = params
  const seated = members.filter(member => countsIn(member, params) || member.status === 'APPROVED')
  const counts = count([...seated, { category }])
  return seated.length + 1 + total(shortOf(counts, compositionMinimum)) <= maxValidators
}

/**
 * What the removal of one validator leaves behind, and whether it may happen.
 *
 * With 5 + 5 + 5 = min_validators every removal at the minimum breaks something: it is allowed and escalates, because a
 * validator that lies must go; with removalAtMinimum `block` it is refused.
 *
 * @example
 * checkRemoval(members, 'trusted_refi_partners-1', M014_V0).allowed // true
 * checkRemoval(members, 'trusted_refi_partners-1', { ...M014_V0, removalAtMinimum: 'block' }).allowed // false
 */
export function checkRemoval(
  members: readonly Member[],
  address: string,
  params: SetParams,
): { readonly allowed: boolean; readonly after: Composition } {
  const after = checkComposition(
    members.filter(member => member.address !== address),
    params,
  )
  return { allowed: after.escalation === null || params.removalAtMinimum === 'allow-escalate', after }
}

type Counts = { [category in AuthorityValidator['category']]: number }

const none = (): Counts => ({
  infrastructure_builders: 0,
  trusted_refi_partners: 0,
  ecological_data_stewards: 0,
})

function count(members: readonly Pick<Member, 'category'>[]): PerCategory {
  const counts = none()
  for (const { category } of members) counts[category]++
  return counts
}

/** How many each category is short of its minimum. */
export function shortOf(counts: PerCategory, minimum: PerCategory): PerCategory {
  const short = none()
  for (const category of CATEGORIES)
    if (counts[category] < minimum[category]) short[category] = minimum[category] - counts[category]
  return short
}

const total = (numbers: PerCategory) => CATEGORIES.reduce((sum, category) => sum + numbers[category], 0)
