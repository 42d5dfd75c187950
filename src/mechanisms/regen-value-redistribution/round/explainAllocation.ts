import { divideRatio, mulRatio, ONE, ratio, sumRatios, ZERO } from '../../../primitives/ratio.ts'
import { sanitize } from '../../../primitives/sanitize.ts'
import { gatherContributions } from '../quadratic/contributions.ts'
import { isqrt } from '../quadratic/roots.ts'
import { retroMetrics } from '../retroactive/retroMetrics.ts'
import { decimalText, toRatio } from '../shares/bounds.ts'
import type { AllocationReport, SharedLimitResult, TraceStep } from './allocationReport.ts'
import { explainClusters, explainPairs } from './explainVariants.ts'
import { isExcluded, type Round } from './round.ts'

const BITS = 96n

/**
 * Where one project's amount is from, step by step, with every operand; at most `most` givers one by one.
 *
 * @example
 * explainAllocation(round, report, 'soil').at(-1) // { step: 'amount', operands: { amount: '19318182', denom: 'uregen' } }
 */
export function explainAllocation(
  round: Round,
  report: AllocationReport,
  project: string,
  most = 50,
): readonly TraceStep[] {
  const row = report.allocations.find(allocation => allocation.project === project)
  const own =
    round.method === 'quadratic' ? explainGifts(round, project, most) : explainVotes(round, project, most)
  const shared = report.trace.filter(
    ({ operands }) => operands['category'] === undefined || operands['category'] === row?.category,
  )
  return [
    ...own,
    { step: 'weight', operands: { of: project, weight: row?.weight ?? '0' } },
    ...shared,
    ...(report.sharedLimits ?? []).filter(({ projects }) => projects.includes(project)).map(explainLimit),
    { step: 'amount', operands: { amount: (row?.amount ?? 0n).toString(), denom: report.denom } },
  ]
}

const explainLimit = ({ name, projects, most, allocated, binds }: SharedLimitResult): TraceStep => ({
  step: `limit of ${sanitize(name)}: ${binds ? 'it binds' : 'it does not bind'}`,
  operands: {
    projects: projects.map(sanitize).join(', '),
    'at most': most.toString(),
    together: allocated.toString(),
  },
})

function explainGifts(round: Round, project: string, most: number): readonly TraceStep[] {
  const { policy } = round
  const category = round.projects.find(({ id }) => id === project)?.category
  // The projects that it was computed with: those that take part, of its category where there are any.
  const beside = round.projects
    .filter(each => !isExcluded(each) && (round.categories === undefined || each.category === category))
    .map(({ id }) => id)
  const gathered = gatherContributions(
    (round.contributions ?? []).filter(gift => beside.includes(gift.project)),
    beside,
    round,
    policy.minimumContribution,
  )
  const { projects, unit } = gathered
  const { gifts: counted = [], sums = [] } = projects.get(project) ?? {}
  const weighed = (amount: bigint) => decimalText(ratio(amount, unit))
  const roots = counted.map(({ amount }) => isqrt((amount << (2n * BITS)) / unit))
  const sum = roots.reduce((total, root) => total + root, 0n)
  const given = sums.reduce((total, amount) => total + amount, 0n)
  return [
    ...counted.slice(0, most).map(({ identity, amount }, index) => ({
      step: `√c of ${identity}`,
      operands: {
        c: weighed(amount),
        root: decimalText(toRatio({ lo: roots[index] ?? 0n, hi: roots[index] ?? 0n }, 1n << BITS)),
      },
    })),
    ...(counted.length > most
      ? [{ step: 'and more givers', operands: { givers: String(counted.length - most) } }]
      : []),
    ...(policy.variant === 'pairwise' ? explainPairs(gathered, project, policy, most) : []),
    ...(policy.variant === 'cocm'
      ? explainClusters(gathered, project, round.groups ?? {}, policy.cluster, most)
      : []),
    {
      step: 'Σ√c, (Σ√c)², Σc',
      operands: {
        'Σ√c': decimalText(ratio(sum, 1n << BITS)),
        '(Σ√c)²': decimalText(ratio(sum * sum, 1n << (2n * BITS))),
        Σc: decimalText(
          mulRatio(
            ratio(
              counted.reduce((total, { amount }) => total + amount, 0n),
              unit,
            ),
            ONE,
          ),
        ),
        given: given.toString(),
      },
    },
  ]
}

function explainVotes(round: Round, project: string, most: number): readonly TraceStep[] {
  if (round.method === 'retro-metrics') return explainMetrics(round, project)
  const votes = (round.ballots ?? [])
    .flatMap(({ votes }) => (Object.hasOwn(votes, project) ? [votes[project] ?? 0n] : []))
    .sort((a, b) => (a < b ? -1 : 1))
  return [
    {
      step: 'votes that were cast, sorted',
      operands: {
        votes: String(votes.length),
        amounts: `${votes.slice(0, most).join(', ')}${votes.length > most ? ', …' : ''}`,
      },
    },
  ]
}

/** Of each metric: the weights that were voted, their median, and the project’s part of the metric. */
function explainMetrics(round: Round, project: string): readonly TraceStep[] {
  const { weights } = retroMetrics(
    {
      budget: round.budget,
      projects: round.projects.map(({ id }) => id),
      metrics: round.metrics ?? {},
      ballots: round.metricBallots ?? [],
    },
    round.policy,
  )
  const parts = Object.entries(round.metrics ?? {}).map(([metric, values]) => {
    const [x, sum] = [values[project] ?? ZERO, sumRatios(...Object.values(values))]
    const weight = weights[metric] ?? ZERO
    return {
      metric,
      x,
      sum,
      weight,
      part: sum.num === 0n ? ZERO : mulRatio(weight, divideRatio(x, sum)),
    }
  })
  const multiplier = round.multipliers?.[project] ?? ONE
  return [
    ...parts.map(({ metric, x, sum, weight, part }) => ({
      step: `w × x / Σx of ${metric}`,
      operands: { w: decimalText(weight), x: decimalText(x), Σx: decimalText(sum), part: decimalText(part) },
    })),
    {
      step: 'Σ of the parts × multiplier',
      operands: {
        Σ: decimalText(sumRatios(...parts.map(({ part }) => part))),
        multiplier: decimalText(multiplier),
      },
    },
  ]
}
