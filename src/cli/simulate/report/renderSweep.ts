import type { OutcomeName } from '../../../simulation/run/outcome.ts'
import type { Scenario } from '../../../simulation/scenario/scenario.ts'
import { grouped, outcomeText, runsText } from '../../../simulation/study/answers/outcomeText.ts'
import type { GoalFound } from '../../../simulation/study/questions/goal.ts'
import type { GlobalSensitivity, Ranges } from '../../../simulation/study/questions/ranges.ts'
import type { Index } from '../../../simulation/study/questions/sobol.ts'
import type { Sensitivity, SweepPoint } from '../../../simulation/study/questions/sweep.ts'
import { type Page, table } from '../../render/table.ts'
import { counted } from '../../render/text.ts'
import type { Answered } from '../threads/answerOnThreads.ts'
import { percent, proofLines } from './renderStudy.ts'

const right = (name: string) => ({ name, align: 'right' as const })
const spoken = (name: OutcomeName) => name.replaceAll('_', ' ')
const head = (scenario: Scenario, what: string, page: Page) => [
  page.ink.bold(`${scenario.name}: ${what}`),
  'Proposed, not in force: M012, M013, M014, M015',
]

type Correlations = readonly {
  readonly outcome: OutcomeName
  readonly inputs: readonly { readonly path: string; readonly rank: number | null }[]
}[]

/** Points with the median of each outcome; of a sample of many points, only how outcomes follow inputs. */
export function renderSweep(
  {
    scenario,
    runs,
    outcomes,
    correlations,
  }: {
    readonly scenario: Scenario
    readonly runs: number
    readonly outcomes: readonly OutcomeName[]
    readonly correlations: Correlations | null
  },
  answered: Answered<readonly SweepPoint[]>,
  page: Page,
): readonly string[] {
  const points = answered.result
  const paths = Object.keys(points[0]?.inputs ?? {})
  const rows = points.map(({ inputs, study }) => [
    ...paths.map(path => String(inputs[path] ?? 'as it is')),
    ...outcomes.map(outcome =>
      outcomeText(outcome, study.spreads.find(({ name }) => name === outcome)?.p50 ?? Number.NaN),
    ),
    `${study.criteria.filter(({ met }) => met).length}/${study.criteria.length}`,
  ])
  return [
    ...head(scenario, `${grouped(points.length)} points, ${runsText(runs)} at each`, page),
    '',
    ...(correlations === null
      ? []
      : [
          'Rank correlations (Spearman), −1 to 1',
          table(
            ['input', ...outcomes.map(outcome => right(spoken(outcome)))],
            paths.map(path => [
              path,
              ...correlations.map(
                ({ inputs }) => inputs.find(input => input.path === path)?.rank?.toFixed(3) ?? 'none',
              ),
            ]),
            page,
          ),
          '',
        ]),
    ...(points.length > MAX_SHOWN ? [`The first ${MAX_SHOWN} points; --json and --out have them all`] : []),
    'Medians over the runs, and how many of the criteria of success are met',
    table(
      [
        ...paths.map(path => right(shortName(path, paths))),
        ...outcomes.map(outcome => right(spoken(outcome))),
        right('met'),
      ],
      rows.slice(0, MAX_SHOWN),
      page,
    ),
    ...proofLines(answered.proof, answered.violations.length),
  ]
}

const MAX_SHOWN = 60

/** The last word of a path, where no other ends with it: 'burn' for 'policy.m013.shares.burn'. */
function shortName(path: string, paths: readonly string[]): string {
  const last = path.slice(path.lastIndexOf('.') + 1)
  return paths.filter(other => other.endsWith(`.${last}`)).length > 1 ? path : last
}

/** Each input alone: the outcome at its values, and the elasticity. */
export function renderSensitivities(
  scenario: Scenario,
  runs: number,
  answered: Answered<readonly Sensitivity[]>,
  page: Page,
): readonly string[] {
  return [
    ...head(scenario, `one input at a time, ${runsText(runs)} at each value`, page),
    '',
    table(
      ['input', right('value'), 'outcome', right('5 %'), right('median'), right('95 %'), right('elasticity')],
      answered.result.flatMap(({ path, outcome, points, elasticity }) =>
        points.map(({ value, p5, median, p95 }, index) => [
          index === 0 ? path : '',
          String(value),
          index === 0 ? spoken(outcome) : '',
          ...[p5, median, p95].map(number => outcomeText(outcome, number)),
          index < points.length - 1 ? '' : (elasticity?.toFixed(3) ?? 'none'),
        ]),
      ),
      page,
    ),
    'Elasticity: how many per cent the median moves for one per cent of the input, between the first value and the last.',
    ...proofLines(answered.proof, answered.violations.length),
  ]
}

/** What was sought and found, in a sentence. */
export function renderGoal(
  {
    scenario,
    path,
    from,
    to,
    share,
    runs,
    meets,
  }: {
    readonly scenario: Scenario
    readonly path: string
    readonly from: number
    readonly to: number
    readonly share: number
    readonly runs: number
    readonly meets: readonly string[]
  },
  answered: Answered<GoalFound>,
  page: Page,
): readonly string[] {
  const { result } = answered
  const goal = `${meets.join(' and ')} in ${percent(share)} of ${runsText(runs)}`
  return [
    ...head(scenario, `${path} from ${from} to ${to}`, page),
    `Sought: ${goal}`,
    result === null
      ? `Not found: not even at ${to} is the goal met that often.`
      : result.value === from
        ? `Found: ${from}. The goal is met there already, in ${percent(result.probability.share)} of the runs.`
        : `Found: ${Number(result.value.toPrecision(9))}. There it is met in ${percent(result.probability.share)} of the runs (${percent(result.probability.from)} to ${percent(result.probability.to)}).`,
    ...proofLines(answered.proof, answered.violations.length),
  ]
}

/** Sobol indices, the most important input first. */
export function renderSobol(
  {
    scenario,
    n,
    runs,
    ranges,
  }: { readonly scenario: Scenario; readonly n: number; readonly runs: number; readonly ranges: Ranges },
  answered: Answered<readonly GlobalSensitivity[]>,
  page: Page,
): readonly string[] {
  const text = (index: Index | null) =>
    index === null
      ? 'unknown'
      : `${index.value.toFixed(3)} (${index.from.toFixed(3)} to ${index.to.toFixed(3)})`
  const { runs: early, points } = answered.result[0]?.endedEarly ?? { runs: 0, points: 0 }
  return [
    ...head(scenario, `Sobol indices from ${n} samples, ${runsText(runs)} at each point`, page),
    ...Object.entries(ranges).map(([path, { from, to }]) => `${path}: ${from} to ${to}`),
    ...(early === 0
      ? []
      : [
          `${counted(early, 'run')} ended early, at ${counted(points, 'point')}, and are in no mean: the indices are of the runs that came to their end.`,
        ]),
    ...answered.result.flatMap(({ outcome, unknown, inputs }) => [
      '',
      spoken(outcome),
      unknown !== null
        ? `Unknown: ${unknown}.`
        : table(
            ['input', right('S1: alone'), right('ST: with all it acts together with')],
            inputs
              .toSorted((a, b) => (b.total?.value ?? 0) - (a.total?.value ?? 0))
              .map(({ path, first, total }) => [path, text(first), text(total)]),
            page,
          ),
    ]),
    '',
    ...proofLines(answered.proof, answered.violations.length),
  ]
}
