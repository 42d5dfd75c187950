import { RegenError } from '../../../primitives/errors.ts'
import { ROUND_INVALID } from '../../../primitives/errorTable.ts'
import { mulFloor, type Ratio } from '../../../primitives/ratio.ts'
import { sanitize } from '../../../primitives/sanitize.ts'

/** The most that some projects may get together, such as those of one recipient or of one category. */
export type SharedLimit = {
  /** What they have in common: an address, a category. */
  readonly name: string
  readonly projects: readonly string[]
  /** In smallest units. */
  readonly most: bigint
}

/** What bounds the parts of a budget from above. */
export type Limits = {
  /** The most for each one. */
  readonly cap: bigint | null
  /** The most for one alone; the smaller one of it and the cap holds. */
  readonly own?: { readonly [name: string]: bigint } | undefined
  /** The most for several together; nobody is in two of them. */
  readonly shared?: readonly SharedLimit[] | undefined
}

/** The most that one may get; null for no end. */
export function mostOf(name: string, { cap, own = {} }: Limits): bigint | null {
  const limit = Object.hasOwn(own, name) ? (own[name] ?? null) : null
  return cap === null || (limit !== null && limit < cap) ? limit : cap
}

/** The most that one project may get of a budget; null for no cap. */
export function capOf(
  budget: bigint,
  { cap, capShare }: { readonly cap: bigint | null; readonly capShare: Ratio | null },
): bigint | null {
  const byShare = capShare === null ? null : mulFloor(budget, capShare)
  return cap === null ? byShare : byShare === null || cap < byShare ? cap : byShare
}

/** What the projects of a shared limit get together. */
export const togetherOf = (
  { projects }: SharedLimit,
  rows: readonly { readonly project: string; readonly amount: bigint }[],
): bigint => rows.reduce((sum, { project, amount }) => (projects.includes(project) ? sum + amount : sum), 0n)

/** The shared limit of each name that has one. */
export const limitsByName = (limits: readonly SharedLimit[]): ReadonlyMap<string, SharedLimit> =>
  new Map(limits.flatMap(limit => limit.projects.map(project => [project, limit] as const)))

/** Refuses shared limits that are not clear: two of one name, one below 0, a project that is in two of them, or not in the round. */
export function requireSharedLimits(
  limits: readonly SharedLimit[] | undefined,
  projects: readonly string[],
): void {
  const known = new Set(projects)
  const names = new Set<string>()
  const limitOf = new Map<string, string>()
  const refuse = (reason: string) => {
    throw new RegenError(ROUND_INVALID, { reason })
  }
  for (const { name, projects: together, most } of limits ?? []) {
    const limit = `the shared limit "${sanitize(name)}"`
    if (names.has(name)) refuse(`${limit} is listed twice`)
    names.add(name)
    if (most < 0n) refuse(`${limit} is below 0`)
    for (const project of together) {
      const other = limitOf.get(project)
      if (!known.has(project)) refuse(`${limit} names "${sanitize(project)}", which is no project of it`)
      if (other === name) refuse(`${limit} names "${sanitize(project)}" twice`)
      if (other !== undefined)
        refuse(`"${sanitize(project)}" is in two shared limits, "${sanitize(other)}" and "${sanitize(name)}"`)
      limitOf.set(project, name)
    }
  }
}
