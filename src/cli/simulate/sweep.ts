import { OUTCOME_NAMES } from '../../simulation/run/outcome.ts'
import type { Scenario } from '../../simulation/scenario/scenario.ts'
import { correlatedPoints, rankCorrelation } from '../../simulation/study/questions/correlatedPoints.ts'
import {
  gridPoints,
  type Inputs,
  movingOneAtATime,
  type SweepPoint,
  sweeping,
} from '../../simulation/study/questions/sweep.ts'
import { type CommandInput, JSON_OPTION, type NamedCommand } from '../command.ts'
import { answerOf } from '../io/answerOf.ts'
import { csv } from './files/resultFiles.ts'
import { proofJson, withFiles } from './files/studyFiles.ts'
import { correlationsOf, OUTCOME, outcomesOf, pointsOf, rangesOf, valuesOf } from './inputOptions.ts'
import { numberOption, OUT, RUNS, SCENARIO, SIMULATED_POLICY, scenarioOf, WORKERS, wrong } from './options.ts'
import { renderSensitivities, renderSweep } from './report/renderSweep.ts'
import { answerOnThreads } from './threads/answerOnThreads.ts'

export const sweep: NamedCommand = {
  name: 'sweep',
  summary:
    'a scenario at many values of its inputs: a grid, a list, one at a time, or drawn with correlations',
  description:
    'Every point sees the same random numbers, so that what differs is the input. With several --vary each value is combined with each ' +
    'of the others; --one-at-a-time moves one input while the others rest, and gives elasticities; --point is one point of a list; --sample ' +
    'draws points from ranges (input=from..to) as a Latin hypercube, correlated as --correlate says (Gaussian copula), and gives rank ' +
    'correlations. "simulate inputs" lists the inputs. A share of M013 takes from the others in proportion.',
  arguments: [SCENARIO],
  options: [
    { flags: '--vary <input=values>', summary: 'values as 0,0.15,0.3 or as 0..0.3/7', repeatable: true },
    { flags: '--point <inputs>', summary: 'one point of a list, as a=1,b=2', repeatable: true },
    { flags: '--one-at-a-time', summary: 'each input alone, with the elasticity of each outcome' },
    { flags: '--sample <number>', summary: 'so many points drawn from the ranges' },
    { flags: '--correlate <a,b=r>', summary: 'of --sample: two inputs that move together', repeatable: true },
    OUTCOME,
    SIMULATED_POLICY,
    RUNS,
    OUT,
    WORKERS,
    JSON_OPTION,
  ],
  examples: [
    'regen-fees simulate sweep baseline --vary policy.m013.shares.burn=0..0.3/4 --vary agents.market.volume=500000,1300000 --runs 1',
    'regen-fees simulate sweep SC-001 --one-at-a-time --vary policy.m012.baseRate=0.01,0.02,0.04 --outcome final_supply',
  ],
  async run(input, io) {
    const scenario = await scenarioOf(input.args[0] ?? '', input, io)
    const [runs, outcomes] = [numberOption(input, 'runs', 100, 1), outcomesOf(input)]
    const head = { status: 'proposed', scenario: scenario.name, runs }
    if (input.options['oneAtATime'] === true) {
      const inputs = valuesOf(input, scenario)
      if (Object.keys(inputs).length === 0) throw wrong(NOTHING)
      const answered = await answerOnThreads(movingOneAtATime(scenario, inputs, outcomes, runs), input, io)
      const answer = answerOf('simulation-sensitivity', answered, {
        json: ({ result }) => ({ ...head, sensitivities: result, ...proofJson(answered) }),
        text: (found, page) => renderSensitivities(scenario, runs, found, page),
      })
      const rows = answered.result.flatMap(({ path, outcome, points, elasticity }) =>
        points.map(({ value, median, p5, p95 }) => [path, outcome, value, p5, median, p95, elasticity ?? '']),
      )
      const names = ['input', 'outcome', 'value', 'p5', 'p50', 'p95', 'elasticity']
      return withFiles(answer, input, { 'sensitivities.csv': csv([names, ...rows]) })
    }
    const { points, isSample } = sweptPoints(input, scenario)
    const answered = await answerOnThreads(sweeping(scenario, points, runs), input, io)
    const paths = Object.keys(points[0] ?? {})
    const correlations = isSample
      ? outcomes.map(outcome => ({
          outcome,
          inputs: paths.map(path => ({ path, rank: rankCorrelation(answered.result, path, outcome) })),
        }))
      : null
    const answer = answerOf('simulation-sweep', answered, {
      json: ({ result }) => ({
        ...head,
        points: result.map(pointJson),
        correlations,
        ...proofJson(answered),
      }),
      text: (found, page) => renderSweep({ scenario, runs, outcomes, correlations }, found, page),
    })
    return withFiles(answer, input, { 'points.csv': pointsCsv(paths, answered.result) })
  },
}

const NOTHING = 'say what is varied, such as --vary policy.m013.shares.burn=0,0.15,0.3'

/** The points of a list, a sample or a grid. */
function sweptPoints(
  input: CommandInput,
  scenario: Scenario,
): { readonly points: readonly Inputs[]; readonly isSample: boolean } {
  const n = numberOption(input, 'sample', 0, 2, 100_000)
  const [listed, correlated] = [pointsOf(input, scenario), correlationsOf(input)]
  if (correlated.length > 0 && n === 0) throw wrong('--correlate is of --sample')
  if (n > 0) {
    const points = correlatedPoints(rangesOf(input, scenario), correlated, { n, seed: scenario.seed })
    if (Object.keys(points[0] ?? {}).length === 0) throw wrong(NOTHING)
    return { points, isSample: true }
  }
  const grid = valuesOf(input, scenario)
  const sizes = Object.values(grid).reduce((size, values) => size * values.length, 1)
  if (sizes > 100_000) throw wrong(`a grid of ${sizes} points is more than 100000`)
  const points = [...listed, ...(Object.keys(grid).length > 0 ? gridPoints(grid) : [])]
  if (points.length === 0) throw wrong(NOTHING)
  return { points, isSample: false }
}

const pointJson = ({ inputs, study }: SweepPoint) => ({
  inputs,
  planHash: study.plan.hash,
  runs: study.runs,
  endedEarly: study.endedEarly,
  outcomes: study.spreads,
  criteria: study.criteria,
  failures: study.failures,
  risk: study.risk,
})

/** One row for each point: its inputs, then the mean and three quantiles of every outcome. */
const pointsCsv = (paths: readonly string[], points: readonly SweepPoint[]): string =>
  csv([
    [...paths, 'risk', ...OUTCOME_NAMES.flatMap(name => QUANTILES.map(quantile => `${name}_${quantile}`))],
    ...points.map(({ inputs, study }) => [
      ...paths.map(path => inputs[path] ?? ''),
      study.risk,
      ...study.spreads.flatMap(spread => QUANTILES.map(quantile => spread[quantile])),
    ]),
  ])

const QUANTILES = ['mean', 'p5', 'p50', 'p95'] as const
