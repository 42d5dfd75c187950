import { RegenError } from '../../../primitives/errors.ts'
import { BUDGET_INVALID } from '../../../primitives/errorTable.ts'

/** What a pool has promised already: to awards that are not paid yet, and to proposals whose vote is open. */
export type Promised = { readonly what: string; readonly amount: bigint }

/** What a pool holds, what of it is promised or kept back, and what is free, in smallest units. */
export type PoolBalance = {
  readonly balance: bigint
  readonly promised: readonly Promised[]
  readonly reserve: bigint
  readonly free: bigint
}

/**
 * What of a pool may still be spent.
 *
 *     free = balance − Σ promised − reserve, at least 0
 *
 * @example
 * freeBalance(100n, [{ what: 'awards of round 7', amount: 30n }], 20n).free // 50n
 */
export function freeBalance(balance: bigint, promised: readonly Promised[], reserve = 0n): PoolBalance {
  const left = promised.reduce((rest, { amount }) => rest - amount, balance - reserve)
  return { balance, promised, reserve, free: left < 0n ? 0n : left }
}

/** Where a budget is from: M013 fees, the marketplace’s fee pool, class fees, continuous funds … */
export type BudgetSource = { readonly from: string; readonly amount: bigint }

/**
 * Σ sources = budget; more than is free is refused.
 *
 * @example
 * budgetFrom([{ from: 'M013 fees', amount: 60n }, { from: 'class fees', amount: 40n }]) // 100n
 */
export function budgetFrom(sources: readonly BudgetSource[], free: bigint | null = null): bigint {
  const budget = sources.reduce((sum, { amount }) => sum + amount, 0n)
  if (budget <= 0n || sources.some(({ amount }) => amount < 0n))
    throw new RegenError(BUDGET_INVALID, { budget })
  if (free !== null && budget > free) throw new RegenError(BUDGET_INVALID, { budget, most: free })
  return budget
}
