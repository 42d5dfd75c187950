import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { runEpoch } from '../../epoch/runEpoch.ts'
import { RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID } from '../../primitives/errorTable.ts'
import { toEpochInputs } from '../../simulation/advance/aggregatedPeriod.ts'
import { type Step, simulateRun } from '../../simulation/run/simulateRun.ts'
import { type Scenario, withPolicy } from '../../simulation/scenario/scenario.ts'
import { type Plan, partsOfShard, planStudy } from '../../simulation/study/plan.ts'
import { concludeStudy, gather, newGathering, type Study } from '../../simulation/study/study.ts'
import {
  type Command,
  type CommandInput,
  type Io,
  JSON_OPTION,
  POLICY_OPTION,
  textOption,
} from '../command.ts'
import { readPolicy } from '../io/readInput.ts'
import { renderEpoch } from '../render/renderEpoch.ts'
import { renderStudy } from '../render/renderStudy.ts'
import { readable } from '../render/text.ts'
import { periodsCsv, summaryJson, writeResults } from '../simulate/resultFiles.ts'
import { runParts } from '../simulate/runParts.ts'
import { readScenario, scenarioNames } from '../simulate/scenarioFile.ts'
import { gatherFolders, missingParts, openStudy, partsFolder, readPlan } from '../simulate/studyFolder.ts'

export const simulate: Command = {
  name: 'simulate',
  summary: 'the whole economy over years: the published scenarios, or one of your own',
  description:
    'Runs M012 to M015 over years with agents that trade, leave, lock, vote and cheat, many times over: what was expected of the scenario and ' +
    'what is found, which targets are met or missed, and the sums that show that no uregen appeared or disappeared. Proposed, not in force.\n\n' +
    `Scenarios: ${scenarioNames().join(', ')}; or a JSON file.\n\n` +
    'On several machines: "simulate plan <scenario> --out <folder>" writes the plan, "simulate run <folder> --shard 3/10 --out <folder>" runs a ' +
    'part of it, "simulate merge <folder>… --out <folder>" puts the parts together, to the same bytes as one machine.',
  arguments: [
    { name: '<what>', summary: 'a scenario; or plan, run, merge' },
    { name: '[folders...]', summary: 'of plan: the scenario; of run and merge: folders of a study' },
  ],
  options: [
    POLICY_OPTION,
    { flags: '--runs <number>', summary: 'how many runs (default 1; of plan and with --out 1000)' },
    {
      flags: '--out <folder>',
      summary: 'keep every part and write CSV, Parquet and one HTML report; goes on where it stopped',
    },
    { flags: '--shard <k/n>', summary: 'of run: the k-th of n shards, such as 3/10' },
    { flags: '--periods', summary: 'also write every period of every run as periods.csv' },
    { flags: '--workers <number>', summary: 'how many threads (default: one a core)' },
    { flags: '--explain <period>', summary: 'the full report of one period' },
    { flags: '--run <number>', summary: 'of which run (with --explain, default 0)' },
    JSON_OPTION,
  ],
  examples: [
    'regen-fees simulate baseline',
    'regen-fees simulate SC-003 --runs 1000 --out sc-003',
    'regen-fees simulate baseline --explain 57',
    'regen-fees simulate plan monte-carlo --runs 10000 --out study',
    'regen-fees simulate run study --shard 3/10 --out study',
    'regen-fees simulate merge study --out study',
  ],
  async run(input, io) {
    const [what = '', ...rest] = input.args
    if (what === 'plan') return plan(rest, input, io)
    if (what === 'run') return runShard(rest, input, io)
    if (what === 'merge') return merge(rest, input, io)
    if (rest.length > 0) throw wrong(`one scenario at a time: "${rest.join(' ')}" is too much`)
    const scenario = await scenarioOf(what, input, io)
    if (input.options['explain'] !== undefined) return explain(scenario, input, io)
    const folder = textOption(input, 'out')
    const runs = numberOption(input, 'runs', folder === undefined ? 1 : 1_000)
    const study = planStudy(scenario, runs)
    if (folder === undefined) {
      const gathering = newGathering(study)
      await runParts(
        {
          plan: study,
          parts: allParts(study),
          folder: null,
          workers: workersOf(input),
          onPart: part => gather(gathering, part),
        },
        io,
      )
      return show(concludeStudy(gathering), input, io)
    }
    await openStudy(folder, study)
    await runMissing(study, allParts(study), folder, input, io)
    return results(study, [folder], folder, input, io)
  },
}

const wrong = (issue: string) => new RegenError(INPUT_INVALID, { what: 'command line', issues: `✖ ${issue}` })

const allParts = ({ parts }: Plan): readonly number[] => Array.from({ length: parts }, (_, part) => part)

function numberOption(input: CommandInput, name: string, otherwise: number): number {
  const text = textOption(input, name)
  if (text === undefined) return otherwise
  if (/^\d{1,8}$/.test(text)) return Number(text)
  throw wrong(`--${name} is a whole number, not "${text.slice(0, 40)}"`)
}

const workersOf = (input: CommandInput): number => numberOption(input, 'workers', availableParallelism())

async function scenarioOf(what: string, input: CommandInput, io: Io): Promise<Scenario> {
  const scenario = await readScenario(what, io)
  return textOption(input, 'policy') === undefined
    ? scenario
    : withPolicy(scenario, await readPolicy(input, io))
}

function outOf(input: CommandInput): string {
  const folder = textOption(input, 'out')
  if (folder !== undefined) return folder
  throw wrong('name a folder with --out')
}

async function plan([what = '', ...more]: readonly string[], input: CommandInput, io: Io): Promise<number> {
  if (what === '' || more.length > 0) throw wrong('plan takes one scenario')
  const folder = outOf(input)
  const study = planStudy(await scenarioOf(what, input, io), numberOption(input, 'runs', 1_000))
  await openStudy(folder, study)
  io.out(
    `${join(folder, 'plan.json')}: ${study.runs} runs in ${study.parts} parts of ${study.runsPerPart}, plan ${study.hash}`,
  )
  return 0
}

async function runShard(
  [place = '', ...more]: readonly string[],
  input: CommandInput,
  io: Io,
): Promise<number> {
  if (place === '' || more.length > 0) throw wrong('run takes the folder of one plan')
  const folder = outOf(input)
  const study = await readPlan(place)
  const [k, n] = shardOf(input)
  await openStudy(folder, study)
  const parts = partsOfShard(study, k, n)
  const done = await runMissing(study, parts, folder, input, io)
  io.out(`Shard ${k}/${n}: ${parts.length} parts in ${partsFolder(folder)}, ${done} of them computed now`)
  return 0
}

function shardOf(input: CommandInput): readonly [number, number] {
  const match = /^(\d{1,6})\/(\d{1,6})$/.exec(textOption(input, 'shard') ?? '1/1')
  if (match === null) throw wrong('a shard is k/n, such as 3/10')
  return [Number(match[1]), Number(match[2])]
}

async function runMissing(
  study: Plan,
  parts: readonly number[],
  folder: string,
  input: CommandInput,
  io: Io,
): Promise<number> {
  const missing = missingParts(folder, parts)
  if (missing.length < parts.length && missing.length > 0)
    io.err(`${parts.length - missing.length} of ${parts.length} parts are there already`)
  await runParts(
    { plan: study, parts: missing, folder: partsFolder(folder), workers: workersOf(input), onPart: () => {} },
    io,
  )
  return missing.length
}

async function merge(folders: readonly string[], input: CommandInput, io: Io): Promise<number> {
  const [first] = folders
  if (first === undefined) throw wrong('merge takes the folders of a study')
  const study = await readPlan(first)
  const folder = outOf(input)
  await openStudy(folder, study)
  return results(study, folders, folder, input, io)
}

async function results(
  study: Plan,
  folders: readonly string[],
  folder: string,
  input: CommandInput,
  io: Io,
): Promise<number> {
  const csv = input.options['periods'] === true ? periodsCsv(folder) : null
  const gathering = await gatherFolders(study, folders, part => csv?.add(part))
  await csv?.end()
  const concluded = concludeStudy(gathering)
  if (concluded.runs === 0) throw wrong('there is not one whole part in these folders')
  await writeResults(folder, concluded, gathering.stored)
  show(concluded, input, io, gathering.stored.length)
  if (input.options['json'] !== true)
    io.out(`Written: ${join(folder, 'report.html')} and the files beside it`)
  return 0
}

function show(study: Study, input: CommandInput, io: Io, violations = study.violations.length): number {
  io.out(input.options['json'] ? summaryJson(study).trimEnd() : renderStudy(study, io.colors, violations))
  return 0
}

/** The report of one period: the run up to it, and that period by the long way. */
function explain(scenario: Scenario, input: CommandInput, io: Io): number {
  const period = numberOption(input, 'explain', 0)
  if (period >= scenario.periods)
    throw wrong(`the periods of ${scenario.name} are 0 to ${scenario.periods - 1}`)
  let step: Step | null = null
  simulateRun({ ...scenario, periods: period + 1 }, numberOption(input, 'run', 0), {
    onStep: now => {
      step = now
    },
  })
  if (step === null) return 0
  const { state, inputs, policy } = step as Step
  const { report } = runEpoch(state, toEpochInputs(inputs, state), policy)
  io.out(['Proposed, not in force: M012, M013, M014, M015', readable(renderEpoch(report))].join('\n\n'))
  return 0
}
