import { RegenError } from '../../../primitives/errors.ts'
import { COMMITMENT_REFUSED, COMMITMENT_STATE } from '../../../primitives/errorTable.ts'
import { mulFloor, type Ratio, ZERO } from '../../../primitives/ratio.ts'
import type { Uregen } from '../../../primitives/uregen.ts'
import { requireBounds } from '../bounds.ts'
import type { RewardConfig } from '../params.ts'
import { periodsOfMonths } from '../periodLength.ts'

/** UNCOMMITTED waits in the queue, its tokens not locked. @see SPEC M015, Stability Tier Lifecycle */
export type CommitmentState = 'UNCOMMITTED' | 'COMMITTED' | 'MATURED' | 'EARLY_EXIT'

/** REGEN that somebody locks, or waits to lock, for a fixed return. @see SPEC M015, Storage: StabilityCommitment */
export type StabilityCommitment = {
  readonly id: string
  readonly holder: string
  readonly amount: Uregen
  readonly lockMonths: number
  /** The lock in whole periods. Like the rate it is fixed on admission; governance changes later ones only. */
  readonly lockPeriods: number
  /** The yearly return. */
  readonly rate: Ratio
  readonly state: CommitmentState
  /** k, the periods since admission. */
  readonly periods: number
  /** What the fixed return comes to so far. */
  readonly promised: Uregen
  /** What inflows have paid for so far, and all that is ever paid out. */
  readonly funded: Uregen
}

/** What a commitment pays when it ends. */
export type Settlement = {
  readonly commitment: StabilityCommitment
  readonly principal: Uregen
  readonly reward: Uregen
  /** Given up by an early exit; 0 at maturity. */
  readonly forfeited: Uregen
}

/**
 * Asks to commit: at least 100 REGEN for 6 to 24 months. The commitment waits until it is admitted.
 *
 * @example
 * const request = { id: 'commitment-1', holder: buyer, amount: uregen(1_000_000_000n), lockMonths: 12 }
 * requestCommitment(request, M015_V0).lockPeriods // 52
 */
export function requestCommitment(
  request: Pick<StabilityCommitment, 'id' | 'holder' | 'amount' | 'lockMonths'>,
  params: RewardConfig,
): StabilityCommitment {
  requireBounds(params)
  const { amount, lockMonths } = request
  const { minCommitment: least, minLockMonths: from, maxLockMonths: to, stabilityRate: rate } = params
  if (amount < least || !(lockMonths >= from && lockMonths <= to && lockMonths % 1 === 0))
    throw new RegenError(COMMITMENT_REFUSED, { amount, lockMonths, least, from, to })
  return {
    ...request,
    lockPeriods: periodsOfMonths(lockMonths, params),
    rate,
    state: 'UNCOMMITTED',
    periods: 0,
    promised: 0n as Uregen,
    funded: 0n as Uregen,
  }
}

/**
 * UNCOMMITTED → COMMITTED: locks the tokens, at the rate of today.
 *
 * @example
 * commit(commitment, M015_V0).state // 'COMMITTED'
 */
export function commit(commitment: StabilityCommitment, params: RewardConfig): StabilityCommitment {
  requireBounds(params)
  return {
    ...requireState(commitment, 'COMMITTED', commitment.state === 'UNCOMMITTED'),
    lockPeriods: periodsOfMonths(commitment.lockMonths, params),
    rate: params.stabilityRate,
  }
}

/** Committed, and its lock not over: it is promised a return for the coming period. */
export const isRunning = ({ state, periods, lockPeriods }: StabilityCommitment): boolean =>
  state === 'COMMITTED' && periods < lockPeriods

/**
 * COMMITTED → MATURED, once the lock is over: pays the principal and what was funded.
 *
 * @example
 * const over = { ...commitment, state: 'COMMITTED', periods: 52, funded: uregen(60_000_000n) } as const
 * mature(over).reward // 60000000n
 */
export const mature = (commitment: StabilityCommitment): Settlement =>
  settle(commitment, 'MATURED', commitment.state === 'COMMITTED' && !isRunning(commitment), ZERO)

/**
 * COMMITTED → EARLY_EXIT, before the lock is over, in uregen. The principal is always whole.
 *
 *     forfeited = floor( funded × penalty ),  reward = funded − forfeited
 *
 * @example
 * const running = { ...commitment, state: 'COMMITTED', periods: 26, funded: uregen(30_000_000n) } as const
 * exitEarly(running, M015_V0).forfeited // 15000000n
 */
export const exitEarly = (
  commitment: StabilityCommitment,
  params: Pick<RewardConfig, 'earlyExitPenalty' | 'forfeitTo'>,
): Settlement & Pick<RewardConfig, 'forfeitTo'> => {
  requireBounds(params)
  const { earlyExitPenalty, forfeitTo } = params
  return { ...settle(commitment, 'EARLY_EXIT', isRunning(commitment), earlyExitPenalty), forfeitTo }
}

function settle(
  commitment: StabilityCommitment,
  to: CommitmentState,
  allowed: boolean,
  penalty: Ratio,
): Settlement {
  const { amount, funded } = commitment
  const forfeited = mulFloor(funded, penalty)
  return {
    commitment: requireState(commitment, to, allowed),
    principal: amount,
    reward: (funded - forfeited) as Uregen,
    forfeited,
  }
}

/**
 * The tokens of a holder that count in a vote: all of them, or those that are not committed.
 *
 * @example
 * votingTokens({ tokens: uregen(500n), locked: uregen(200n) }, { lockedTokens: 'cannot-vote' }) // 300n
 */
export const votingTokens = (
  { tokens, locked }: { tokens: Uregen; locked: Uregen },
  params: Pick<RewardConfig, 'lockedTokens'>,
): Uregen => {
  requireBounds(params)
  return (params.lockedTokens === 'vote' ? tokens : tokens - locked) as Uregen
}

function requireState(
  commitment: StabilityCommitment,
  to: CommitmentState,
  allowed: boolean,
): StabilityCommitment {
  const { id, state, periods, lockPeriods } = commitment
  if (!allowed) throw new RegenError(COMMITMENT_STATE, { id, from: state, to, periods, lockPeriods })
  return { ...commitment, state: to }
}
