import { canonicalHash } from '../../../primitives/canonicalHash.ts'
import { RegenError } from '../../../primitives/errors.ts'
import { CONSERVATION_BROKEN, ROUND_INVALID } from '../../../primitives/errorTable.ts'
import { sanitize } from '../../../primitives/sanitize.ts'
import { ballotsRoot } from '../retroactive/ballotsRoot.ts'
import { capOf } from '../shares/shareOut.ts'
import type { Allocation, AllocationReport, Invariant, TraceStep } from './allocationReport.ts'
import { splitBudget } from './categoryBudgets.ts'
import { METHOD_RUNS, type MethodInput } from './methods.ts'
import { isExcluded, type Method, type Round, type RoundProject } from './round.ts'
import { type RoundPolicy, roundPolicyHash } from './roundPolicy.ts'

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
 * dust, and not for the others.
 *
 * @example
 * const { method, policy, ...input } = round
 * allocate(method, input, policy).allocations.map(({ project, amount }) => `${project} ${amount}`) // [ 'soil 19318182', 'forest 30681818', 'guide 50000000' ]
 */
export function allocate(method: Method, input: RoundInput, policy: RoundPolicy): AllocationReport {
  const { taking, excluded } = eligible(input.projects)
  const parts = categoriesOf(input, taking, policy)
  const runs = parts.map(({ category, budget, projects }) => ({
    category,
    budget,
    ...METHOD_RUNS[method](inputOf(input, budget, projects), policy),
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
    alpha: runs.length === 1 ? (runs[0]?.alpha ?? null) : null,
    inputHash: canonicalHash(input),
    ballotsRoot: ballotsRoot(input.contributions ?? input.ballots ?? input.metricBallots ?? []),
    policyHash: roundPolicyHash(policy),
    policy,
    invariants: invariantsOf(input, runs, { allocations, dust }, policy),
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
function inputOf(input: RoundInput, budget: bigint, projects: readonly RoundProject[]): MethodInput {
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
  }
}

/** What every result keeps. One that did not would be a defect, and is an error. */
function invariantsOf(
  { budget, limits = {} }: RoundInput,
  runs: readonly { readonly category: string | null; readonly budget: bigint }[],
  { allocations, dust }: { readonly allocations: readonly Allocation[]; readonly dust: bigint },
  policy: RoundPolicy,
): readonly Invariant[] {
  const amounts = allocations.map(({ amount }) => amount)
  const total = amounts.reduce((sum, amount) => sum + amount, dust)
  const paid = amounts.filter(amount => amount > 0n)
  const least = paid.reduce((low, amount) => (amount < low ? amount : low), paid[0] ?? policy.minimum)
  const caps = runs.flatMap(({ category, budget: own }): Invariant[] => {
    const cap = capOf(own, policy)
    const inside = allocations.filter(allocation => category === null || allocation.category === category)
    const most = inside.reduce((high, { amount }) => (amount > high ? amount : high), 0n)
    return cap === null ? [] : [line('largest allocation is at most the cap', most, '≤', cap)]
  })
  return [
    line('Σ allocations + dust = budget', total, '=', budget),
    line('nothing is negative', dust < least ? dust : least, '≥', 0n),
    ...caps,
    ...allocations.flatMap(({ project, amount }) =>
      Object.hasOwn(limits, project)
        ? [line(`${sanitize(project)} gets at most its own limit`, amount, '≤', limits[project] ?? 0n)]
        : [],
    ),
    ...(policy.minimum > 0n
      ? [line('smallest allocation above 0 is at least the minimum', least, '≥', policy.minimum)]
      : []),
  ]
}

function line(name: string, left: bigint, relation: Invariant['relation'], right: bigint): Invariant {
  const holds = relation === '=' ? left === right : relation === '≤' ? left <= right : left >= right
  if (!holds) throw new RegenError(CONSERVATION_BROKEN, { label: name, left, right })
  return { name, left: left.toString(), relation, right: right.toString() }
}
