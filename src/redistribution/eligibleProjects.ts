import type { RoundProject } from '../mechanisms/regen-value-redistribution/round/round.ts'

/** A project of the ledger, as readProjects gives it. */
export type ProjectFact = {
  readonly id: string
  readonly classId: string
  readonly admin: string
  readonly jurisdiction: string
}

/** Which projects a round is for, and which are left out and why. */
export type Eligibility = {
  /** Only of these classes; all where it is left out. */
  readonly classes?: readonly string[]
  /** Only in these jurisdictions, whole or by their beginning, such as US. */
  readonly jurisdictions?: readonly string[]
  /** project → why it is excluded all the same; listed in the report. */
  readonly exclusions?: { readonly [project: string]: string }
  readonly category?: (project: ProjectFact) => string | undefined
}

/**
 * Projects of the ledger as candidates of a round; each is paid to its admin.
 *
 * @example
 * const project = { id: 'C01-001', classId: 'C01', admin: seller, jurisdiction: 'US-WA' }
 * eligibleProjects([project], { jurisdictions: ['US'] }).map(({ id }) => id) // [ 'C01-001' ]
 */
export const eligibleProjects = (
  projects: readonly ProjectFact[],
  { classes, jurisdictions, exclusions = {}, category }: Eligibility = {},
): readonly RoundProject[] =>
  projects
    .filter(
      ({ classId, jurisdiction }) =>
        (classes === undefined || classes.includes(classId)) &&
        (jurisdictions === undefined ||
          jurisdictions.some(place => jurisdiction === place || jurisdiction.startsWith(`${place}-`))),
    )
    .map(project => {
      const [kind, reason] = [
        category?.(project),
        Object.hasOwn(exclusions, project.id) ? exclusions[project.id] : undefined,
      ]
      return {
        id: project.id,
        recipient: project.admin,
        ...(kind !== undefined && { category: kind }),
        ...(reason !== undefined && { excluded: reason }),
      }
    })
