import { mulFloor, mulRatio, type Ratio, ratio } from '../../../primitives/ratio.ts'
import { sumUregen, type Uregen } from '../../../primitives/uregen.ts'
import { requireBounds } from '../bounds.ts'
import { type RewardConfig, YEAR_SECONDS } from '../params.ts'
import { isRunning, type StabilityCommitment } from './commitment.ts'

/** One period's community inflow, divided: governance + stability + activity is the inflow. */
export type StabilityAllocation = {
  readonly governance: Uregen
  readonly auto: Uregen
  /** What was due to the commitments: this period's promises, with arrears where those are carried. */
  readonly due: Uregen
  readonly stability: Uregen
  /** The part of it that no commitment got, for the floors of `pooled`: less than one uregen for each. */
  readonly unassigned: Uregen
  /** More was due than the tier got. */
  readonly capped: boolean
  readonly activity: Uregen
  /** All commitments; those that earned are one period older, with what was promised and funded. */
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
 *     A(k) = floor( amount × rate × k × period / 31,556,926 )        with a clock of seconds
 *
 * @example
 * accrue({ amount: uregen(1_000_000_000n), rate: M015_V0.stabilityRate }, 26, M015_V0) // 30000000n
 */
export const accrue = (
  { amount, rate }: Pick<StabilityCommitment, 'amount' | 'rate'>,
  periods: number,
  params: YearParams,
): Uregen => {
  requireBounds(params)
  const { num, den } = periodOfYear(params)
  return mulFloor(amount, { num: rate.num * BigInt(periods) * num, den: rate.den * den })
}

/** What says how long a period of M015 is: periods per year, or a clock in seconds. */
export type YearParams = Pick<RewardConfig, 'periodsPerYear'> & Partial<Pick<RewardConfig, 'clock'>>

/** The part of a year that a period is. */
export const periodOfYear = ({ periodsPerYear, clock }: YearParams): Ratio =>
  clock?.kind === 'seconds'
    ? { num: BigInt(clock.period), den: YEAR_SECONDS }
    : { num: 1n, den: BigInt(periodsPerYear) }

/**
 * Divides one period's community inflow into stability_allocation, activity_pool and what governance directs, in uregen.
 *
 *     auto = floor( inflow × autoShare ),  governance = inflow − auto
 *     due = Σ ( A_i(k) − A_i(k−1) ), and with arrears `carry` what was promised before and not funded
 *     stability = min( due, floor( capBase × max_stability_share ), auto ),  activity = auto − stability
 *
 * With accrual `pooled`, as the contract drafts have it, floor( Σ amount × rate / periodsPerYear ) takes the place of the sum, and each commitment gets
 * floor( stability × amount / Σ amount ); there are no arrears then.
 *
 * The tier never gets more than its cap (invariant 2, Stability Cap), and all together never more than the inflow
 * (invariant 1, Revenue Constraint). What was promised and what was funded are two numbers: only the second is ever paid.
 *
 * @see SPEC M015, Reward Calculation, 1. Stability Tier Allocation
 *
 * @example
 * const committed = [commit(commitment, M015_V0)]
 * const { governance, stability, activity } = allocateStability({ committed, inflow: uregen(10_000_000n), params: M015_V0 })
 * governance // 3000000n
 * stability // 1153846n
 * activity // 5846154n
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
  const earns = (commitment: StabilityCommitment) =>
    params.accrualEnd === 'claim' ? commitment.state === 'COMMITTED' : isRunning(commitment)
  const earning = committed.filter(earns)
  const pooled = params.accrual === 'pooled' ? promisePooled(earning, params) : null
  const promises = pooled?.parts ?? earning.map(commitment => promiseOf(commitment, params))
  const dues = earning.map(({ promised, funded }, index) => {
    const promise = promises[index] ?? 0n
    return (params.arrears === 'carry' ? promise + promised - funded : promise) as Uregen
  })
  const due = pooled?.whole ?? sumUregen(...dues)
  const stability = [due, cap, auto].reduce((least, amount) => (amount < least ? amount : least))
  const funds = pooled
    ? shareOut(
        earning.map(({ amount }) => amount),
        stability,
      )
    : fundProRata(dues, stability)
  // Those that earn, in the order of all.
  let next = 0
  return {
    governance,
    auto,
    due,
    stability,
    unassigned: (pooled ? stability - sumUregen(...funds) : 0n) as Uregen,
    capped: stability < due,
    activity: (auto - stability) as Uregen,
    commitments: committed.map(commitment => {
      if (commitment !== earning[next]) return commitment
      const older: { -readonly [field in keyof StabilityCommitment]: StabilityCommitment[field] } = {
        ...commitment,
      }
      older.periods++
      older.promised = (commitment.promised + (promises[next] ?? 0n)) as Uregen
      older.funded = (commitment.funded + (funds[next] ?? 0n)) as Uregen
      next++
      return older
    }),
  }
}

/** A(k) − A(k−1) of one commitment. */
const promiseOf = (commitment: StabilityCommitment, params: YearParams): bigint =>
  accrue(commitment, commitment.periods + 1, params) - accrue(commitment, commitment.periods, params)

/** One sum at today's rate for all that is committed, and each commitment's part of it by amount. */
function promisePooled(
  earning: readonly StabilityCommitment[],
  params: RewardConfig,
): { readonly whole: Uregen; readonly parts: readonly Uregen[] } {
  const amounts = earning.map(({ amount }) => amount)
  const whole = mulFloor(sumUregen(...amounts), mulRatio(params.stabilityRate, periodOfYear(params)))
  return { whole, parts: shareOut(amounts, whole) }
}

/** part_i = floor( whole × amount_i / Σ amount ) */
function shareOut(amounts: readonly Uregen[], whole: Uregen): readonly Uregen[] {
  const total = sumUregen(...amounts)
  return amounts.map(amount => mulFloor(whole, ratio(amount, total > 0n ? total : 1n)))
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
  const floors = dues.map(due => mulFloor(available, { num: due, den: total }))
  let dust = floors.reduce<bigint>((rest, amount) => rest - amount, available)
  return floors.map((amount, index) => {
    if (dust === 0n || dues[index] === 0n) return amount as Uregen
    dust--
    return (amount + 1n) as Uregen
  })
}
