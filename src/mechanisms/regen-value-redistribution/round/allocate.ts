import { canonicalHash } from '../../../primitives/canonicalHash.ts'
import { RegenError } from '../../../primitives/errors.ts'
import { ROUND_INVALID } from '../../../primitives/errorTable.ts'
import { sanitize } from '../../../primitives/sanitize.ts'
import { ballotsRoot } from '../retroactive/ballotsRoot.ts'
import { requireSharedLimits, type SharedLimit, togetherOf } from '../shares/limits.ts'
import type { Allocation, AllocationReport, TraceStep } from './allocationReport.ts'
import { splitBudget } from './categoryBudgets.ts'
import { invariantsOf } from './invariants.ts'
import { METHOD_RUNS, type MethodInput } from './methods.ts'
import { isExcluded, type Method, type Round, type RoundProject } from './round.ts'
import { type RoundPolicy, roundPolicyHash } from './roundPolicy.ts'
import { runWithin } from './runWithin.ts'

/** What a method computes from: a round without its method and policy. */
export type RoundInput = Omit<Round, 'method' | 'policy'>

/**
 * Allocates a round by its own method and policy.
 *
 * @example
 * const { allocations, dust } = allocateRound(round)
 */
export const allocateRound = (round: Round): AllocationReport => {
  const { method, policy, ...input } = round
  return allocate(method, input, policy)
}

/**
 * Allocates a budget: the same input gives the same bytes, and Σ allocations + dust = budget.
 *
 * Where the round has categories, the budget is split over them first and the method runs in each; what a category does not use is
 * dust, and not for the others. A shared limit holds over all categories that its projects are in.
 *
 * @example
 * const { method, policy, ...input } = round
 * allocate(method, input, policy).allocations.map(({ project, amount }) => `${project} ${amount}`) // [ 'soil 19318182', 'forest 30681818', 'guide 50000000' ]
 */
export function allocate(method: Method, input: RoundInput, policy: RoundPolicy): AllocationReport {
  const { taking, excluded } = eligible(input.projects)
  const shared = input.sharedLimits ?? []
  requireSharedLimits(
    shared,
    input.projects.map(({ id }) => id),
  )
  const parts = categoriesOf(input, taking, policy)
  const runs = runWithin(parts, shared, ({ category, budget, projects }, limits) => ({
    category,
    budget,
    ...METHOD_RUNS[method](inputOf(input, budget, projects, limits), policy),
  }))
  const found = new Map(runs.flatMap(({ rows }) => rows.map(row => [row.project, row] as const)))
  const allocations = taking.map((project): Allocation => {
    const row = found.get(project.id)
    return {
      project: project.id,
      recipient: project.recipient,
      amount: row?.amount ?? 0n,
      category: project.category ?? null,
      weight: row?.weight ?? '0',
      voices: row?.voices ?? 0,
      given: row?.given ?? null,
      sybilGain: row?.sybilGain ?? null,
      note: row?.note ?? null,
    }
  })
  const allocated = allocations.reduce((sum, { amount }) => sum + amount, 0n)
  const dust = input.budget - allocated
  return {
    version: 1,
    round: input.id,
    method,
    denom: input.denom,
    budget: input.budget,
    allocations,
    excluded,
    allocated,
    dust,
    ...(shared.length > 0 && {
      sharedLimits: shared.map(limit => ({
        ...limit,
        allocated: togetherOf(limit, allocations),
        binds: runs.some(({ full }) => full.includes(limit.name)),
      })),
    }),
    alpha: runs.length === 1 ? (runs[0]?.alpha ?? null) : null,
    inputHash: canonicalHash(input),
    ballotsRoot: ballotsRoot(input.contributions ?? input.ballots ?? input.metricBallots ?? []),
    policyHash: roundPolicyHash(policy),
    policy,
    invariants: invariantsOf(input, runs, { allocations, dust }, method, policy),
    trace: runs.flatMap(({ category, trace }): readonly TraceStep[] =>
      category === null
        ? trace
        : trace.map(({ step, operands }) => ({ step, operands: { category, ...operands } })),
    ),
  }
}

function eligible(projects: readonly RoundProject[]) {
  return {
    taking: projects.filter(project => !isExcluded(project)),
    excluded: projects
      .filter(isExcluded)
      .map(({ id, excluded = '' }) => ({ project: id, reason: sanitize(excluded) })),
  }
}

type Part = {
  readonly category: string | null
  readonly budget: bigint
  readonly projects: readonly RoundProject[]
}

function categoriesOf(
  { budget, categories }: RoundInput,
  taking: readonly RoundProject[],
  { dust }: RoundPolicy,
): readonly Part[] {
  if (categories === undefined) return [{ category: null, budget, projects: taking }]
  const stray = taking.find(({ category }) => category === undefined || !Object.hasOwn(categories, category))
  if (stray !== undefined)
    throw new RegenError(ROUND_INVALID, { reason: `"${sanitize(stray.id)}" is in none of the categories` })
  return [...splitBudget(budget, categories, dust)]
    .map(([category, part]) => ({
      category,
      budget: part,
      projects: taking.filter(project => project.category === category),
    }))
    .filter(part => part.budget > 0n)
}

/** Only what concerns these projects; a project that the round does not have is refused by the method. */
function inputOf(
  input: RoundInput,
  budget: bigint,
  projects: readonly RoundProject[],
  sharedLimits: readonly SharedLimit[],
): MethodInput {
  const here = new Set(projects.map(({ id }) => id))
  const elsewhere = new Set(input.projects.map(({ id }) => id).filter(id => !here.has(id)))
  const only = <T>(record: { readonly [project: string]: T }) =>
    Object.fromEntries(Object.entries(record).filter(([project]) => !elsewhere.has(project)))
  return {
    ...input,
    budget,
    projects: projects.map(({ id }) => id),
    contributions: (input.contributions ?? []).filter(({ project }) => !elsewhere.has(project)),
    ballots: (input.ballots ?? []).map(({ voter, votes }) => ({ voter, votes: only(votes) })),
    metrics: Object.fromEntries(
      Object.entries(input.metrics ?? {}).map(([metric, values]) => [metric, only(values)]),
    ),
    metricBallots: input.metricBallots ?? [],
    multipliers: only(input.multipliers ?? {}),
    limits: only(input.limits ?? {}),
    sharedLimits,
  }
}
