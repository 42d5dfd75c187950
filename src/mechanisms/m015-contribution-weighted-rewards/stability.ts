import { mulFloor } from '../../primitives/ratio.ts'
import { sumUregen, type Uregen } from '../../primitives/uregen.ts'
import { requireBounds } from './bounds.ts'
import { isRunning, type StabilityCommitment } from './commitment.ts'
import type { RewardConfig } from './params.ts'

/** One period's community inflow, divided: governance + stability + activity is the inflow. */
export type StabilityAllocation = {
  readonly governance: Uregen
  readonly auto: Uregen
  /** What was due to the commitments: this period's promises, with arrears where those are carried. */
  readonly due: Uregen
  readonly stability: Uregen
  /** More was due than the tier got. */
  readonly capped: boolean
  readonly activity: Uregen
  /** The commitments one period older, with what was promised and funded. */
  readonly commitments: readonly StabilityCommitment[]
}

/** The part of an inflow that is distributed automatically, and the rest, which governance directs (OQ-M015-3). */
export function splitInflow(
  inflow: Uregen,
  params: Pick<RewardConfig, 'autoShare'>,
): { auto: Uregen; governance: Uregen } {
  requireBounds(params)
  const auto = mulFloor(inflow, params.autoShare)
  return { auto, governance: (inflow - auto) as Uregen }
}

/**
 * What a commitment is promised after k whole periods, in uregen: cumulative, so that its floors do not add up.
 *
 *     A(k) = floor( amount × rate × k / periodsPerYear )
 */
export const accrue = (
  { amount, rate }: Pick<StabilityCommitment, 'amount' | 'rate'>,
  periods: number,
  params: Pick<RewardConfig, 'periodsPerYear'>,
): Uregen => {
  requireBounds(params)
  return ((amount * rate.num * BigInt(periods)) / (rate.den * BigInt(params.periodsPerYear))) as Uregen
}

/**
 * Divides one period's community inflow into stability_allocation, activity_pool and what governance directs, in uregen.
 *
 *     auto = floor( inflow × autoShare ),  governance = inflow − auto
 *     stability = min( Σ ( A_i(k) − A_i(k−1) ), floor( capBase × 0.30 ), auto ),  activity = auto − stability
 *
 * The tier never gets more than its cap (invariant 2, Stability Cap), and all together never more than the inflow
 * (invariant 1, Revenue Constraint). What was promised and what was funded are two numbers: only the second is ever paid.
 *
 * @see SPEC M015, Reward Calculation, 1. Stability Tier Allocation
 */
export function allocateStability({
  committed,
  inflow,
  params,
}: {
  committed: readonly StabilityCommitment[]
  inflow: Uregen
  params: RewardConfig
}): StabilityAllocation {
  const { auto, governance } = splitInflow(inflow, params)
  const cap = mulFloor(params.stabilityCapBase === 'inflow' ? inflow : auto, params.maxStabilityShare)
  const terms = committed.map(commitment => {
    const { periods, promised, funded } = commitment
    if (!isRunning(commitment)) return { commitment, promise: 0n, due: 0n }
    const promise = accrue(commitment, periods + 1, params) - accrue(commitment, periods, params)
    return { commitment, promise, due: params.arrears === 'carry' ? promise + promised - funded : promise }
  })
  const dues = terms.map(({ due }) => due as Uregen)
  const due = sumUregen(...dues)
  const stability = [due, cap, auto].reduce((least, amount) => (amount < least ? amount : least))
  const funds = fundProRata(dues, stability)
  return {
    governance,
    auto,
    due,
    stability,
    capped: stability < due,
    activity: (auto - stability) as Uregen,
    commitments: terms.map(({ commitment, promise }, index) =>
      isRunning(commitment)
        ? {
            ...commitment,
            periods: commitment.periods + 1,
            promised: (commitment.promised + promise) as Uregen,
            funded: (commitment.funded + (funds[index] ?? 0n)) as Uregen,
          }
        : commitment,
    ),
  }
}

/**
 * Shares out what there is when it is less than what is due, in uregen.
 *
 *     funded_i = floor( available × due_i / Σ due )
 *
 * The floors leave less than one uregen for each that is due something: one each, the earliest commitment first.
 * So all of it is used, and nobody is funded beyond what is due.
 */
export function fundProRata(dues: readonly Uregen[], available: Uregen): readonly Uregen[] {
  const total = sumUregen(...dues)
  if (available >= total) return dues
  const floors = dues.map(due => (available * due) / total)
  let dust = floors.reduce<bigint>((rest, amount) => rest - amount, available)
  return floors.map((amount, index) => {
    if (dust === 0n || dues[index] === 0n) return amount as Uregen
    dust--
    return (amount + 1n) as Uregen
  })
}
