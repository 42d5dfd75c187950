import { divideRatio, type Ratio, ratio } from '../../../primitives/ratio.ts'

/** Credits that were sold: of which project, how many millionths, for how much of which denom. */
export type CreditSale = {
  readonly project: string
  readonly units: bigint
  readonly denom: string
  readonly amount: bigint
}

/** What was sold of a project’s credits in one denom; `units` are millionths of a credit, `amount` smallest units. */
export type MarketLine = {
  readonly project: string
  readonly denom: string
  readonly sales: number
  readonly units: bigint
  readonly amount: bigint
  /** Smallest units of the denom for a whole credit: Σ amount × 10^6 / Σ units; null where nothing was sold. */
  readonly price: Ratio | null
}

const CREDIT = 1_000_000n

/**
 * Price and volume of each project's credits, denom by denom; amounts of two denoms are never added up.
 *
 * @example
 * impactMarket(salesFromPurchases(purchases)) // [ { project: 'C01-001', denom: 'uregen', sales: 1, units: 2000000n, amount: 90000000n, price: { num: 45000000n, den: 1n } } ]
 */
export function impactMarket(sales: readonly CreditSale[]): readonly MarketLine[] {
  const lines = new Map<string, MarketLine>()
  for (const { project, denom, units, amount } of sales) {
    const key = JSON.stringify([project, denom])
    const before = lines.get(key)
    const whole = {
      units: (before?.units ?? 0n) + units,
      amount: (before?.amount ?? 0n) + amount,
    }
    lines.set(key, {
      project,
      denom,
      sales: (before?.sales ?? 0) + 1,
      ...whole,
      price: whole.units === 0n ? null : ratio(whole.amount * CREDIT, whole.units),
    })
  }
  return [...lines.values()]
}

/**
 * What was paid for one unit of an outcome, such as uregen for a credit that was retired; null where there is no outcome.
 *
 * @example
 * costPerOutcome(90_000_000n, parseRatio('2')) // { num: 45000000n, den: 1n }
 */
export const costPerOutcome = (spent: bigint, outcome: Ratio): Ratio | null =>
  outcome.num === 0n ? null : divideRatio(ratio(spent), outcome)
