import { mulFloor, type Ratio } from '../../../primitives/ratio.ts'
import type { AllocationReport } from './allocationReport.ts'

/**
 * What each project of a round may still get, so that its recipient has no more than a share of several rounds together. A recipient
 * with several projects in this round has the whole limit for each of them.
 *
 *     limit_r = floor( share × Σ budgets, this one included ) − what r got of the earlier rounds, at least 0
 *
 * Only rounds of the same denom count. Put into a round as `limits`, which its method keeps to as it keeps to the cap.
 *
 * @param keyOf what is limited: by default the recipient; a category or class by another function
 *
 * @example
 * concentrationLimits(100_000_000n, 'uregen', round.projects, [report], parseRatio('0.2')) // { soil: 20681818n, forest: 9318182n, guide: 0n }
 */
export function concentrationLimits(
  budget: bigint,
  denom: string,
  projects: readonly {
    readonly id: string
    readonly recipient: string
    readonly category?: string | undefined
  }[],
  earlier: readonly AllocationReport[],
  share: Ratio,
  keyOf: (project: {
    readonly recipient: string
    readonly category?: string | null | undefined
  }) => string = ({ recipient }) => recipient,
): { readonly [project: string]: bigint } {
  const counted = earlier.filter(report => report.denom === denom)
  const whole = counted.reduce((sum, report) => sum + report.budget, budget)
  const got = new Map<string, bigint>()
  for (const allocation of counted.flatMap(({ allocations }) => allocations)) {
    const key = keyOf(allocation)
    got.set(key, (got.get(key) ?? 0n) + allocation.amount)
  }
  return Object.fromEntries(
    projects.map(project => {
      const left = mulFloor(whole, share) - (got.get(keyOf(project)) ?? 0n)
      return [project.id, left < 0n ? 0n : left]
    }),
  )
}
