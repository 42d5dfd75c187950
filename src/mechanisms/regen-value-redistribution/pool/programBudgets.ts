import { RegenError } from '../../../primitives/errors.ts'
import { BUDGET_INVALID, ROUND_INVALID } from '../../../primitives/errorTable.ts'
import type { Ratio } from '../../../primitives/ratio.ts'
import { sanitize } from '../../../primitives/sanitize.ts'
import { apportion, type DustRule } from '../shares/largestRemainder.ts'
import { weightsOf } from '../shares/weights.ts'

/** A program’s share of a budget, and the least and the most that it gets, in smallest units. */
export type Program = { readonly share: Ratio; readonly floor?: bigint; readonly ceiling?: bigint }

/** What each programme of a pool gets, in smallest units. */
export type ProgramBudgets = {
  readonly budgets: ReadonlyMap<string, bigint>
  /** What no program may take, because all are at their ceilings, and units that the rule gives nobody. */
  readonly dust: bigint
}

/**
 * Splits a budget over programs by share, within their floors and ceilings (water filling).
 *
 *     1  part_p = rest × share_p / Σ share
 *     2  spare = Σ above the ceilings,   lacking = Σ below the floors
 *     3  the side that is larger gets its ceilings or floors, and leaves; both do where they are equal
 *     4  again with the rest, until nobody leaves
 *
 * Every pass but the last takes somebody out. Floors that come to more than the budget, or lie above a ceiling, are refused.
 *
 * @example
 * const half = parseRatio('0.5')
 * programBudgets(100n, { water: { share: half, ceiling: 30n }, soil: { share: half } }).budgets // Map(2) { 'water' => 30n, 'soil' => 70n }
 */
export function programBudgets(
  budget: bigint,
  programs: { readonly [program: string]: Program },
  dust: DustRule = 'largest-remainder',
): ProgramBudgets {
  const floorOf = (name: string) => programs[name]?.floor ?? 0n
  const floors = Object.keys(programs).reduce((sum, name) => sum + floorOf(name), 0n)
  if (floors > budget) throw new RegenError(BUDGET_INVALID, { budget })
  const crossed = Object.entries(programs).find(
    ([, { floor = 0n, ceiling }]) => ceiling !== undefined && ceiling < floor,
  )
  if (crossed !== undefined)
    throw new RegenError(ROUND_INVALID, {
      reason: `the floor of ${sanitize(crossed[0])} is above its ceiling`,
    })
  const fixed = new Map<string, bigint>()
  let sharing = Object.keys(programs)
  for (;;) {
    const rest = [...fixed.values()].reduce((left, amount) => left - amount, budget)
    const parts = apportion(
      rest,
      weightsOf(sharing.map(name => ({ name, score: programs[name]?.share ?? { num: 0n, den: 1n } }))),
      dust,
    )
    const below = parts.filter(({ name, amount }) => amount < floorOf(name))
    const over = parts.filter(({ name, amount }) => amount > (programs[name]?.ceiling ?? amount))
    const lacking = below.reduce((sum, { name, amount }) => sum + floorOf(name) - amount, 0n)
    const spare = over.reduce(
      (sum, { name, amount }) => sum + amount - (programs[name]?.ceiling ?? amount),
      0n,
    )
    // The larger of the two moves the rest for certain; the other one is looked at again.
    const leaving = [...(lacking >= spare ? below : []), ...(spare >= lacking ? over : [])]
    if (leaving.length === 0) {
      for (const { name, amount } of parts) fixed.set(name, amount)
      return {
        budgets: new Map(Object.keys(programs).map(name => [name, fixed.get(name) ?? 0n])),
        dust: [...fixed.values()].reduce((left, amount) => left - amount, budget),
      }
    }
    for (const { name } of leaving)
      fixed.set(
        name,
        below.some(each => each.name === name) ? floorOf(name) : (programs[name]?.ceiling ?? 0n),
      )
    const gone = new Set(leaving.map(({ name }) => name))
    sharing = sharing.filter(name => !gone.has(name))
  }
}
