import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { policyHash } from '../../policy/policyHash.ts'
import { toJson } from '../../primitives/canonical.ts'
import { csvText } from '../../primitives/csv.ts'
import { RegenError } from '../../primitives/errors.ts'
import { FILE_UNWRITABLE } from '../../primitives/errorTable.ts'
import { COLUMNS } from '../../simulation/run/columns.ts'
import { OUTCOME_NAMES, type Part } from '../../simulation/study/runPart.ts'
import type { Study } from '../../simulation/study/study.ts'
import { reasonOf } from '../io/reasonOf.ts'
import { writeWhole } from '../io/writeWhole.ts'
import { inkOf } from '../render/ink.ts'
import { renderStudy } from '../render/renderStudy.ts'
import { reportPage } from './reportPage.ts'

/** The results of a study, each made from its parts in their order: equal parts give equal bytes. */
const RESULT_FILES = ['runs.csv', 'bands.csv', 'summary.json', 'summary.txt', 'report.html'] as const

/** Writes every result but the periods. */
export async function writeResults(
  folder: string,
  study: Study,
  violations: readonly unknown[],
): Promise<void> {
  const files: { readonly [file in (typeof RESULT_FILES)[number]]: string } = {
    'runs.csv': runsCsv(study),
    'bands.csv': bandsCsv(study),
    'summary.json': `${JSON.stringify(summaryOf(study), null, 2)}\n`,
    'summary.txt': `${renderStudy(study, { width: 140, ink: inkOf(false) }, violations).join('\n')}\n`,
    'report.html': reportPage(study),
  }
  for (const file of RESULT_FILES) await writeWhole(join(folder, file), files[file])
  if (violations.length > 0)
    await writeWhole(join(folder, 'violations.json'), JSON.stringify(violations, null, 2))
}

export const csv = ([head = [], ...rows]: readonly (readonly (string | number)[])[]): string =>
  `${csvText(head.map(String), rows)}\n`

function runsCsv({ outcomes }: Study): string {
  return csv([
    ['run', ...OUTCOME_NAMES],
    ...outcomes.map((outcome, run) => [run, ...OUTCOME_NAMES.map(name => outcome[name])]),
  ])
}

const BAND_FIELDS = ['least', 'p5', 'p25', 'p50', 'p75', 'p95', 'most'] as const

function bandsCsv({ bands }: Study): string {
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
  spreads,
  criteria,
  failures,
  risk,
  expected,
  proof,
  proven,
}: Study): object {
  const { scenario, hash, scenarioHash } = plan
  return {
    status: 'proposed',
    scenario: { name: scenario.name, title: scenario.title, periods: scenario.periods, seed: scenario.seed },
    planHash: hash,
    scenarioHash,
    policyHash: policyHash(scenario.policy),
    runs,
    planned: plan.runs,
    expected,
    criteria,
    failures,
    risk,
    outcomes: spreads,
    proof: { ...(toJson(proof) as object), equal: proven },
  }
}

/** A file of all periods as CSV that grows part by part, so that its size never is in memory; it has its name when it is whole. */
export async function periodsCsv(folder: string) {
  const file = join(folder, 'periods.csv')
  const beside = `${file}.${process.pid}.tmp`
  const unwritable = async (cause: unknown): Promise<never> => {
    await rm(beside, { force: true })
    throw new RegenError(FILE_UNWRITABLE, { file, reason: reasonOf(cause) }, { cause })
  }
  const handle = await open(beside, 'w').catch(unwritable)
  const write = (lines: readonly string[]) => handle.appendFile(`${lines.join('\n')}\n`).catch(unwritable)
  await write([`run,period,${COLUMNS.map(({ name }) => name).join(',')}`])
  return {
    async add({ from, to, periods }: Pick<Part, 'from' | 'to' | 'periods'>): Promise<void> {
      const length = periods.supply.length / (to - from)
      const lines: string[] = []
      for (let row = 0; row < periods.supply.length; row++)
        lines.push(
          `${from + Math.floor(row / length)},${row % length},${COLUMNS.map(({ name }) => periods[name][row]).join(',')}`,
        )
      await write(lines)
    },
    async end(): Promise<void> {
      await handle.close()
      await rename(beside, file).catch(unwritable)
    },
    async discard(): Promise<void> {
      await handle.close()
      await rm(beside, { force: true })
    },
  }
}
