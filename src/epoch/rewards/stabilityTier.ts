import type { RewardConfig } from '../../mechanisms/m015-contribution-weighted-rewards/params.ts'
import { admit } from '../../mechanisms/m015-contribution-weighted-rewards/stabilityTier/admission.ts'
import {
  exitEarly,
  isRunning,
  mature,
  requestCommitment,
  type Settlement,
  type StabilityCommitment,
} from '../../mechanisms/m015-contribution-weighted-rewards/stabilityTier/commitment.ts'
import { RegenError } from '../../primitives/errors.ts'
import { COMMITMENT_STATE, COMMITMENT_TWICE } from '../../primitives/errorTable.ts'
import { sumUregen, type Uregen } from '../../primitives/uregen.ts'
import { type Movement, move } from '../books/movements.ts'
import type { EpochInputs } from '../inputs/epochInputs.ts'
import type { StabilityTier } from '../state/epochState.ts'

/** The tier after exits, requests and admission, before the period accrues. */
export type TierChange = {
  readonly commitments: readonly StabilityCommitment[]
  readonly admitted: readonly StabilityCommitment[]
  readonly exits: readonly Settlement[]
  readonly movements: readonly Movement[]
}

/** Principal of those that are locked, in uregen: S_stability_committed of M012. */
export const committedOf = (commitments: readonly StabilityCommitment[]): Uregen =>
  sumUregen(...commitments.filter(isLocked).map(({ amount }) => amount))

/** What inflows have paid for and nobody has received yet, in uregen. */
export const fundedOf = (commitments: readonly StabilityCommitment[]): Uregen =>
  sumUregen(...commitments.filter(isLocked).map(({ funded }) => funded))

/** The id that was asked for: partial admission marks what still waits with a "+". */
const requestOf = (id: string): string => id.replace(/\++$/, '')

const isLocked = ({ state }: StabilityCommitment): boolean => state === 'COMMITTED'

/**
 * Early exits, new requests, and admission in the order of the queue. Who still waits may leave the queue without a
 * penalty. Nobody is admitted before M015 distributes: nothing would accrue. Who is admitted at the end of a distribution period earns for all of it.
 *
 * @see SPEC M015, Stability Tier
 */
export function changeTier(
  { commitments, inflows }: StabilityTier,
  { requests, exits }: EpochInputs['stability'],
  { admits, params }: { admits: boolean; params: RewardConfig },
): TierChange {
  let open = [...commitments]
  const left: Settlement[] = []
  for (const id of exits) {
    const leaving = open.find(commitment => commitment.id === id)
    if (leaving === undefined)
      throw new RegenError(COMMITMENT_STATE, {
        id,
        from: 'absent',
        to: 'EARLY_EXIT',
        periods: 0,
        lockPeriods: 0,
      })
    if (leaving.state === 'COMMITTED') left.push(exitEarly(leaving, params))
    open = open.filter(commitment => commitment !== leaving)
  }
  for (const request of requests) {
    const { id } = request
    if (open.some(commitment => requestOf(commitment.id) === requestOf(id)))
      throw new RegenError(COMMITMENT_TWICE, { id })
    open.push(requestCommitment(request, params))
  }
  const after = admits ? admit({ commitments: open, inflows, params }) : open
  const waited = new Set(open.filter(commitment => !isLocked(commitment)).map(({ id }) => id))
  const admitted = after.filter(commitment => isLocked(commitment) && waited.has(commitment.id))
  return {
    commitments: after,
    admitted,
    exits: left,
    movements: [
      ...move('everybody else', 'stability principal', committedOf(admitted), 'commitments admitted'),
      ...settlementMovements(left, 'early exit', params),
    ],
  }
}

/** Those whose lock is over are paid out, at the end of the period in which it ends. */
export function matureTier(
  commitments: readonly StabilityCommitment[],
  params: Pick<RewardConfig, 'forfeitTo'>,
): {
  readonly commitments: readonly StabilityCommitment[]
  readonly matured: readonly Settlement[]
  readonly movements: readonly Movement[]
} {
  const isOver = (commitment: StabilityCommitment) => isLocked(commitment) && !isRunning(commitment)
  const matured = commitments.filter(isOver).map(mature)
  return {
    commitments: commitments.filter(commitment => !isOver(commitment)),
    matured,
    movements: settlementMovements(matured, 'maturity', params),
  }
}

function settlementMovements(
  settlements: readonly Settlement[],
  why: string,
  { forfeitTo }: Pick<RewardConfig, 'forfeitTo'>,
): readonly Movement[] {
  const sum = (part: 'principal' | 'reward' | 'forfeited') =>
    sumUregen(...settlements.map(settlement => settlement[part]))
  const to = forfeitTo === 'community' ? 'community pool' : 'forfeited rewards'
  return [
    ...move('stability principal', 'everybody else', sum('principal'), `${why}: principal`),
    ...move('stability rewards', 'everybody else', sum('reward'), `${why}: reward`),
    ...move('stability rewards', to, sum('forfeited'), `${why}: forfeited`),
  ]
}
