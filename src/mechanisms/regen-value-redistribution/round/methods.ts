import type { Ratio } from '../../../primitives/ratio.ts'
import { sanitize } from '../../../primitives/sanitize.ts'
import type { Contribution, Identities } from '../quadratic/contributions.ts'
import { quadraticFunding } from '../quadratic/quadraticFunding.ts'
import type { Ballot } from '../retroactive/ballots.ts'
import { retroMedian } from '../retroactive/retroMedian.ts'
import { type MetricBallot, type Metrics, retroMetrics } from '../retroactive/retroMetrics.ts'
import { decimalText } from '../shares/bounds.ts'
import type { ShareStep } from '../shares/fill.ts'
import type { SharedLimit } from '../shares/limits.ts'
import type { Shares } from '../shares/shareOut.ts'
import type { TraceStep } from './allocationReport.ts'
import type { Method } from './round.ts'
import type { RoundPolicy } from './roundPolicy.ts'

export type MethodInput = Identities & {
  readonly budget: bigint
  readonly projects: readonly string[]
  readonly contributions: Iterable<Contribution>
  readonly ballots: Iterable<Ballot>
  readonly metrics: Metrics
  readonly metricBallots: readonly MetricBallot[]
  readonly multipliers: { readonly [project: string]: Ratio }
  readonly limits: { readonly [project: string]: bigint }
  readonly sharedLimits: readonly SharedLimit[]
}

type MethodRow = {
  readonly project: string
  readonly amount: bigint
  readonly weight: string
  readonly voices: number
  readonly given?: bigint
  readonly sybilGain?: string
  readonly note?: string | null
}

export type MethodRun = {
  readonly rows: readonly MethodRow[]
  readonly alpha?: string | null
  /** The names of the shared limits that bind. */
  readonly full: readonly string[]
  readonly trace: readonly TraceStep[]
}

/** Every method of a round, by name: comparable, as each gives the same form. */
export const METHOD_RUNS: {
  readonly [method in Method]: (input: MethodInput, policy: RoundPolicy) => MethodRun
} = {
  quadratic(input, policy) {
    const result = quadraticFunding(input, policy)
    const weight =
      policy.basis === 'square' && policy.variant !== 'clr' ? 'F = (Σ√c)²' : SUBSIDY[policy.variant]
    return {
      rows: result.projects.map(({ project, match, subsidy, givers, given, sybilGain }) => ({
        project,
        amount: match,
        weight: decimalText(subsidy),
        voices: givers,
        given,
        sybilGain: decimalText(sybilGain),
      })),
      alpha: result.alpha === null ? null : decimalText(result.alpha),
      full: result.shares.full.map(({ name }) => name),
      trace: [
        step(weight, { Σ: decimalText(result.subsidies), projects: String(input.projects.length) }),
        ...(result.alpha === null
          ? []
          : [
              step('α = min( 1, budget / Σ )', {
                budget: input.budget.toString(),
                Σ: decimalText(result.subsidies),
                α: decimalText(result.alpha),
              }),
            ]),
        ...passes(
          result.shares,
          result.saturated || policy.saturation === 'scale-up'
            ? 'budget × weight / Σ weight'
            : 'floor( S ), in full',
        ),
        step('dust', { rule: policy.dust, dust: result.dust.toString() }),
      ],
    }
  },
  'retro-median'(input, policy) {
    const result = retroMedian(input, policy)
    return {
      rows: result.projects.map(({ project, award, score, voters, excluded }) => ({
        project,
        amount: award,
        weight: score === null ? '0' : decimalText(score),
        voices: voters,
        note: excluded,
      })),
      full: result.shares.full.map(({ name }) => name),
      trace: [
        step(`score = ${policy.style} of the votes that were cast`, {
          quorum: String(policy.quorum),
          minimum: policy.minimum.toString(),
          taking: String(result.projects.filter(({ excluded }) => excluded === null).length),
        }),
        ...passes(result.shares, 'shared × score / Σ score'),
        step('dust', { rule: policy.dust, dust: result.dust.toString() }),
      ],
    }
  },
  'retro-metrics'(input, policy) {
    const result = retroMetrics({ ...input, ballots: input.metricBallots }, policy)
    return {
      rows: result.projects.map(({ project, award, share }) => ({
        project,
        amount: award,
        weight: decimalText(share),
        voices: input.metricBallots.length,
      })),
      full: result.shares.full.map(({ name }) => name),
      trace: [
        step(
          'w = median of the weights, normalised',
          Object.fromEntries(
            Object.entries(result.weights).map(([metric, weight]) => [metric, decimalText(weight)]),
          ),
        ),
        ...passes(result.shares, 'budget × share'),
        step('dust', { rule: policy.dust, dust: result.dust.toString() }),
      ],
    }
  },
}

const SUBSIDY = {
  qf: 'S = (Σ√c)² − Σc',
  clr: 'S = (Σ√c)² − Σc',
  pairwise: 'S = Σ k × √(c_i × c_j)',
  cocm: 'S = Σ √(P_gh × P_hg)',
} as const

const step = (name: string, operands: TraceStep['operands']): TraceStep => ({ step: name, operands })

const passes = ({ steps, full }: Shares, formula: string): readonly TraceStep[] => [
  ...steps.map((pass, index) => passStep(`pass ${index + 1}: ${formula}`, pass)),
  ...full.flatMap(({ name, steps }) =>
    steps.map((pass, index) =>
      passStep(`limit of ${sanitize(name)}, pass ${index + 1}: shared × weight / Σ weight`, pass),
    ),
  ),
]

const passStep = (name: string, { shared, parties, capped, full, dropped }: ShareStep): TraceStep =>
  step(name, {
    shared: shared.toString(),
    projects: String(parties),
    ...(capped.length > 0 && { capped: capped.join(', ') }),
    ...(full.length > 0 && { 'at a shared limit': full.map(sanitize).join(', ') }),
    ...(dropped.length > 0 && { 'below the minimum': dropped.join(', ') }),
  })
