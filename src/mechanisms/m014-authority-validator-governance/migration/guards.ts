import type { Uregen } from '../../../primitives/uregen.ts'
import { requireBounds } from '../bounds.ts'
import { addDays, isReached } from '../calendar.ts'
import type { ValidatorParams } from '../params.ts'
import type { PerformanceStatus } from '../score.ts'
import { checkRemoval, type Member, type SetParams, slotAvailable } from '../validatorSet/composition.ts'
import type { SeatTally } from '../validatorSet/seatVote.ts'
import type { AuthorityValidator } from '../validatorSet/validator.ts'

/** The guards of a transition by name, and whether each holds. @see SPEC M014, Validator Lifecycle */
export type Guards = { readonly [guard: string]: boolean }

/**
 * CANDIDATE → APPROVED: governance approved, not by validators alone; criteria met, a slot free, no active conflict.
 *
 * @example
 * const votes = [{ voter: buyer, track: 'holders', option: 'yes', weight: 100n }] as const
 * const facts = {
 *   governanceApproved: true,
 *   tally: tallySeat(validator.address, votes),
 *   criteria: meetsCriteria(validator.category, ['builds', 'code']),
 *   noActiveConflicts: true,
 *   members,
 * }
 * approvalGuards(validator, facts, M014_V0) // { governanceApproved: true, notByValidatorsAlone: true, meetsCompositionCriteria: false, slotAvailable: true, noActiveConflicts: true }
 */
export const approvalGuards = (
  { category }: AuthorityValidator,
  facts: {
    readonly governanceApproved: boolean
    readonly tally: SeatTally
    /** Each criterion of the category, and whether it was shown (`meetsCriteria`). */
    readonly criteria: Guards
    readonly noActiveConflicts: boolean
    readonly members: readonly Member[]
  },
  params: SetParams,
): Guards => ({
  governanceApproved: facts.governanceApproved,
  notByValidatorsAlone: facts.tally.notByValidatorsAlone,
  meetsCompositionCriteria: hold(facts.criteria),
  slotAvailable: slotAvailable(facts.members, category, params),
  noActiveConflicts: facts.noActiveConflicts,
})

/**
 * APPROVED → ACTIVE: the node runs, the minimum is bonded, and the infrastructure is verified in both ways.
 *
 * @example
 * const facts = { nodeOperational: true, bonded: uregen(0n), uptimeTested: true, keyManagementAudited: false }
 * m014.activationGuards(facts, M014_V0) // { nodeOperational: true, bondedMinimumStake: true, uptimeTested: true, keyManagementAudited: false }
 */
export const activationGuards = (
  facts: {
    readonly nodeOperational: boolean
    readonly bonded: Uregen
    readonly uptimeTested: boolean
    readonly keyManagementAudited: boolean
  },
  params: Pick<ValidatorParams, 'minStake'>,
): Guards => {
  requireBounds(params)
  return {
    nodeOperational: facts.nodeOperational,
    bondedMinimumStake: facts.bonded >= params.minStake,
    uptimeTested: facts.uptimeTested,
    keyManagementAudited: facts.keyManagementAudited,
  }
}

/**
 * ACTIVE → PROBATION: performance is below threshold or governance is concerned, by AGENT-004's report or a motion.
 *
 * @example
 * const facts = { performance: 'below', governanceConcern: false, agentReport: true, governanceMotion: false } as const
 * probationGuards(facts) // { belowThresholdOrConcern: true, reportOrMotion: true }
 */
export const probationGuards = (facts: {
  readonly performance: PerformanceStatus
  readonly governanceConcern: boolean
  readonly agentReport: boolean
  readonly governanceMotion: boolean
}): Guards => ({
  belowThresholdOrConcern: facts.performance === 'below' || facts.governanceConcern,
  reportOrMotion: facts.agentReport || facts.governanceMotion,
})

/**
 * PROBATION → ACTIVE: performance is restored, AGENT-004 confirms it, the probation is over and the term is not.
 *
 * @example
 * const member = { ...validator, status: 'PROBATION', probationStart: '2027-03-01T00:00:00Z' } as const
 * const facts = { performance: 'met', agentConfirms: true, at: '2027-03-30T00:00:00Z' } as const
 * restorationGuards(member, facts, M014_V0) // { performanceRestored: true, agentConfirms: true, probationElapsed: false, withinTerm: true }
 */
export const restorationGuards = (
  validator: AuthorityValidator,
  facts: { readonly performance: PerformanceStatus; readonly agentConfirms: boolean; readonly at: string },
  params: Pick<ValidatorParams, 'probationDays'>,
): Guards => ({
  performanceRestored: facts.performance === 'met',
  agentConfirms: facts.agentConfirms,
  probationElapsed: probationElapsed(validator, facts.at, params),
  withinTerm: !termEnded(validator, facts.at),
})

/**
 * PROBATION → REMOVED: the probation is over, performance is not restored, governance confirms, and the set permits it.
 *
 * @example
 * const member = { ...validator, status: 'PROBATION', probationStart: '2027-03-01T00:00:00Z' } as const
 * const facts = { performance: 'below', removalConfirmed: true, members, at: '2027-03-31T00:00:00Z' } as const
 * removalGuards(member, facts, M014_V0) // { probationElapsed: true, performanceNotRestored: true, removalConfirmed: true, removalPermitted: true }
 */
export const removalGuards = (
  validator: AuthorityValidator,
  facts: {
    readonly performance: PerformanceStatus
    readonly removalConfirmed: boolean
    readonly members: readonly Member[]
    readonly at: string
  },
  params: SetParams & Pick<ValidatorParams, 'probationDays'>,
): Guards => ({
  probationElapsed: probationElapsed(validator, facts.at, params),
  performanceNotRestored: facts.performance !== 'met',
  removalConfirmed: facts.removalConfirmed,
  removalPermitted: checkRemoval(facts.members, validator.address, params).allowed,
})

/**
 * ACTIVE or PROBATION → TERM_EXPIRED: the end of the term, and nothing else.
 *
 * @example
 * expiryGuards(validator, '2028-01-01T00:00:00Z') // { termEndReached: true }
 */
export const expiryGuards = (validator: AuthorityValidator, at: string): Guards => ({
  termEndReached: termEnded(validator, at),
})

/** Whether the term of a validator has ended; without a term, it has not. */
export const termEnded = ({ termEnd }: AuthorityValidator, at: string): boolean =>
  termEnd !== null && isReached(termEnd, at)

/** Whether its probation has lasted `probation_period`. */
export const probationElapsed = (
  { probationStart }: AuthorityValidator,
  at: string,
  params: Pick<ValidatorParams, 'probationDays'>,
): boolean => {
  requireBounds(params)
  return probationStart !== null && isReached(addDays(probationStart, params.probationDays), at)
}

/** Whether all hold, and there are any. */
const hold = (guards: Guards): boolean => {
  const each = Object.values(guards)
  return each.length > 0 && each.every(Boolean)
}
