import { mulRatio, ONE, ratio } from '../../primitives/ratio.ts'
import type { AllocationReport, TraceStep } from './allocationReport.ts'
import { decimalText, toRatio } from './bounds.ts'
import { gatherContributions } from './contributions.ts'
import { isqrt } from './roots.ts'
import type { Round } from './round.ts'

const BITS = 96n

/** Where one project's amount is from, step by step, with every operand; at most `most` givers one by one. */
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
    { step: 'amount', operands: { amount: (row?.amount ?? 0n).toString(), denom: report.denom } },
  ]
}

function explainGifts(round: Round, project: string, most: number): readonly TraceStep[] {
  const gifts = (round.contributions ?? []).filter(gift => gift.project === project)
  const { projects, unit } = gatherContributions(gifts, [project], round, round.policy.minimumContribution)
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
  if (round.method === 'retro-metrics')
    return Object.entries(round.metrics ?? {}).map(([metric, values]) => ({
      step: `x / Σx of ${metric}`,
      operands: {
        x: decimalText(values[project] ?? ratio(0n)),
        Σx: decimalText(
          Object.values(values).reduce(
            (sum, x) => ratio(sum.num * x.den + x.num * sum.den, sum.den * x.den),
            ratio(0n),
          ),
        ),
      },
    }))
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
