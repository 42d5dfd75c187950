import { mulFloor, type Ratio } from '../../../primitives/ratio.ts'
import type { SharedLimit } from '../shares/limits.ts'
import type { AllocationReport } from './allocationReport.ts'

/**
 * What the projects of each recipient of a round may still get together, so that the recipient has no more than a share of several rounds;
 * split over more projects, it gets no more.
 *
 *     limit_r = floor( share × Σ budgets, this one included ) − what r got of the earlier rounds, at least 0
 *
 * Only rounds of the same denom count. Put into a round as `sharedLimits`, which its method keeps to as it keeps to the cap.
 *
 * @param keyOf what is limited: by default the recipient; a category or class by another function. A project for which it gives null or
 * nothing has no limit
 *
 * @example
 * const sharedLimits = concentrationLimits(100_000_000n, 'uregen', round.projects, [report], parseRatio('0.2'))
 * sharedLimits.map(({ projects, most }) => `${projects.join()} ${most}`) // [ 'soil 20681818', 'forest 9318182', 'guide 0' ]
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
  }) => string | null | undefined = ({ recipient }) => recipient,
): readonly SharedLimit[] {
  const counted = earlier.filter(report => report.denom === denom)
  const whole = counted.reduce((sum, report) => sum + report.budget, budget)
  const got = new Map<string, bigint>()
  for (const allocation of counted.flatMap(({ allocations }) => allocations)) {
    const key = keyOf(allocation) ?? null
    if (key !== null) got.set(key, (got.get(key) ?? 0n) + allocation.amount)
  }
  const projectsOf = new Map<string, string[]>()
  for (const project of projects) {
    const key = keyOf(project) ?? null
    if (key !== null) projectsOf.set(key, [...(projectsOf.get(key) ?? []), project.id])
  }
  return [...projectsOf].map(([name, own]) => {
    const left = mulFloor(whole, share) - (got.get(name) ?? 0n)
    return { name, projects: own, most: left < 0n ? 0n : left }
  })
}
