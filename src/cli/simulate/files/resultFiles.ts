import { join } from 'node:path'
import { policyHash } from '../../../policy/policyHash.ts'
import { toJson } from '../../../primitives/canonical.ts'
import { csvText } from '../../../primitives/csv.ts'
import { COLUMNS } from '../../../simulation/run/columns.ts'
import { OUTCOME_NAMES } from '../../../simulation/run/outcome.ts'
import { type OutcomeRows, rowsIn } from '../../../simulation/study/answers/outcomes.ts'
import type { Part } from '../../../simulation/study/runPart.ts'
import type { StudyResult } from '../../../simulation/study/study.ts'
import { writeWhole } from '../../io/writeWhole.ts'
import { inkOf } from '../../render/ink.ts'
import { renderStudy } from '../report/renderStudy.ts'
import { reportPage } from '../report/reportPage.ts'
import { type GrowingFile, growFile, growing } from './growFile.ts'
import { rowsOf } from './partParquet.ts'

/** The results of a study, each made from its parts in their order: equal parts give equal bytes. */
const RESULT_FILES = ['bands.csv', 'summary.json', 'summary.txt', 'report.html'] as const

/** Writes every result but the periods and the violations, which grow while the parts are read. */
export async function writeResults(folder: string, study: StudyResult, outcomes: OutcomeRows): Promise<void> {
  await writeRuns(join(folder, 'runs.csv'), outcomes)
  const files: { readonly [file in (typeof RESULT_FILES)[number]]: string } = {
    'bands.csv': bandsCsv(study),
    'summary.json': `${JSON.stringify(summaryOf(study), null, 2)}\n`,
    'summary.txt': `${renderStudy(study, { width: 140, ink: inkOf(false) }).join('\n')}\n`,
    'report.html': reportPage(study),
  }
  for (const file of RESULT_FILES) await writeWhole(join(folder, file), files[file])
}

/** A table as CSV; a number that is not known is an empty cell. */
export const csv = ([head = [], ...rows]: readonly (readonly (string | number)[])[]): string =>
  `${csvText(
    head.map(String),
    rows.map(row => row.map(value => (Number.isNaN(value) ? '' : value))),
  )}\n`

/** One row for each run, a thousand at a time; what is not known of a run that ended early is an empty cell. */
const writeRuns = (file: string, outcomes: OutcomeRows): Promise<void> =>
  growing(file, async add => {
    let text = `run,${OUTCOME_NAMES.join(',')}\n`
    for (const [run, row] of rowsIn(outcomes)) {
      text += `${run},${Array.from(row, cell).join(',')}\n`
      if (run % 1_000 === 999) {
        await add(text)
        text = ''
      }
    }
    await add(text)
  })

/** A number as a cell; empty where it is not known. */
const cell = (value: number): string => (Number.isNaN(value) ? '' : `${value}`)

const BAND_FIELDS = ['runs', 'least', 'p5', 'p25', 'p50', 'p75', 'p95', 'most'] as const

function bandsCsv({ bands }: StudyResult): string {
  return csv([
    ['column', 'unit', 'period', ...BAND_FIELDS],
    ...COLUMNS.flatMap(({ name, unit }) =>
      bands[name].map((band, period) => [name, unit, period, ...BAND_FIELDS.map(field => band[field])]),
    ),
  ])
}

/** The study as JSON, without the runs and the bands, which have files of their own. */
export function summaryOf({
  plan,
  runs,
  endedEarly,
  spreads,
  criteria,
  failures,
  risk,
  expected,
  proof,
  proven,
}: StudyResult): object {
  const { scenario, hash, scenarioHash } = plan
  return {
    status: 'proposed',
    scenario: { name: scenario.name, title: scenario.title, periods: scenario.periods, seed: scenario.seed },
    planHash: hash,
    scenarioHash,
    policyHash: policyHash(scenario.policy),
    runs,
    planned: plan.runs,
    endedEarly,
    expected,
    criteria,
    failures,
    risk,
    outcomes: spreads,
    proof: { ...(toJson(proof) as object), equal: proven },
  }
}

/** Every period that was computed as CSV, part by part. */
export async function periodsCsv(folder: string) {
  const file = await growFile(join(folder, 'periods.csv'))
  await file.add(`run,period,${COLUMNS.map(({ name }) => name).join(',')}\n`)
  return {
    ...file,
    async addPart(part: Pick<Part, 'from' | 'to' | 'periods'>): Promise<void> {
      const { from, to, periods } = part
      const length = periods.supply.length / (to - from)
      let lines = ''
      for (const row of rowsOf(part))
        lines += `${from + Math.floor(row / length)},${row % length},${COLUMNS.map(({ name }) => periods[name][row]).join(',')}\n`
      await file.add(lines)
    },
  }
}

/** Every run that ended early, with the state in which that period began, as a JSON list; a study without one has no such file. */
export function violationsFile(folder: string) {
  let file: GrowingFile | null = null
  return {
    async add(violations: readonly unknown[]): Promise<void> {
      for (const violation of violations) {
        const first = file === null
        file ??= await growFile(join(folder, 'violations.json'))
        await file.add(`${first ? '[' : ','}\n${JSON.stringify(violation, null, 2)}`)
      }
    },
    async end(): Promise<void> {
      await file?.add('\n]\n')
      await file?.end()
    },
    discard: async () => file?.discard(),
  }
}
