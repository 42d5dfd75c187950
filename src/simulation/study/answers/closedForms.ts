import {
  loweringBurn,
  periodsToCap,
  restingSupply,
} from '../../../mechanisms/m012-fixed-cap-dynamic-supply/equilibrium.ts'
import type { PolicyConfig } from '../../../policy/policy.ts'
import {
  divideRatio,
  floor,
  minRatio,
  mulFloor,
  mulRatio,
  type Ratio,
  ratio,
} from '../../../primitives/ratio.ts'
import type { Uregen } from '../../../primitives/uregen.ts'

/** A market that does not change: fees of a period in uregen, who shares the validators’ part, and what REGEN is worth. */
export type SteadyMarket = {
  readonly fees: Uregen
  readonly validators: number
  /** Micro-dollars for one REGEN. */
  readonly price: bigint
  readonly periodsPerYear: bigint
}

/** What a market that does not change comes to, without simulating it: an oracle for every simulation of one. */
export type ClosedForms = {
  /** B = floor( fees × burn share ) */
  readonly burned: Uregen
  /** ceil( (S − C) / B ); null when no burn lowers the supply: nothing is burned, or into the reserve. */
  readonly periodsToCap: bigint | null
  /** S* = C − B / r, floored, as burnKind and burnTiming have it; null when there is none. */
  readonly equilibrium: Uregen | null
  /** fees × validator share × periods in a year × price / n, in micro-dollars, floored; null without validators. */
  readonly yearlyIncome: bigint | null
  /** The fees per period, in uregen, at which income reaches a cost in micro-dollars: cost × n / (periods in a year × validator share × price). */
  readonly feesForCost: (yearlyCost: bigint) => Ratio
  /**
   * fees × community share × min( cap, auto share ) × periods in a year / rate, in uregen, floored; the cap is max_stability_share of the inflow, or of
   * its automatic part as `stabilityCapBase` says.
   */
  readonly stabilityCapacity: Uregen
}

/**
 * The closed forms of a steady market under a policy, r being the base rate.
 *
 * @see ESS 6.1, 6.4 and 6.5
 *
 * @example
 * const market = { fees: uregen(100_000_000_000n), validators: 18, price: 50_000n, periodsPerYear: 52n }
 * closedForms(market, uregen(224_000_000_000_000n), DEFAULT_POLICY).burned // 30000000000n
 */
export function closedForms(
  { fees, validators, price, periodsPerYear }: SteadyMarket,
  supply: Uregen,
  { m012, m013, m015 }: PolicyConfig,
): ClosedForms {
  const { burn, validator, community } = m013.shares
  const burned = mulFloor(fees, burn)
  const n = BigInt(validators)
  const { autoShare, maxStabilityShare } = m015
  const cap = m015.stabilityCapBase === 'inflow' ? maxStabilityShare : mulRatio(autoShare, maxStabilityShare)
  const share = minRatio(cap, autoShare)
  const inflow = mulRatio(mulRatio(ratio(fees), community), share)
  const rate = m015.stabilityRate
  return {
    burned,
    periodsToCap: periodsToCap({ supply, burnedPerPeriod: loweringBurn(burned, m012), cap: m012.hardCap }),
    equilibrium: restingSupply(burned, m012.baseRate, m012),
    yearlyIncome:
      n === 0n ? null : (fees * validator.num * periodsPerYear * price) / (validator.den * n * 1_000_000n),
    feesForCost: yearlyCost =>
      divideRatio(ratio(yearlyCost * n * 1_000_000n, periodsPerYear * price), validator),
    stabilityCapacity: floor(divideRatio(mulRatio(inflow, ratio(periodsPerYear)), rate)) as Uregen,
  }
}
