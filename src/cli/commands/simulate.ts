import { runEpoch } from '../../epoch/runEpoch.ts'
import { toEpochInputs } from '../../simulation/advance/aggregatedPeriod.ts'
import { type Step, simulateRun } from '../../simulation/run/simulateRun.ts'
import type { Scenario } from '../../simulation/scenario/scenario.ts'
import { planStudy } from '../../simulation/study/plan.ts'
import { gather, newGathering, resultOf } from '../../simulation/study/study.ts'
import { type Answer, type Command, type CommandInput, JSON_OPTION, textOption } from '../command.ts'
import { answerOf } from '../io/answerOf.ts'
import { renderEpoch } from '../render/renderEpoch.ts'
import { compare } from '../simulate/compare.ts'
import { scenarioNames } from '../simulate/files/scenarioFile.ts'
import { openStudy } from '../simulate/files/studyFolder.ts'
import { goal } from '../simulate/goal.ts'
import { inputs } from '../simulate/inputs.ts'
import { merge } from '../simulate/merge.ts'
import {
  numberOption,
  PERIODS,
  SIMULATED_POLICY,
  scenarioOf,
  WORKERS,
  workersOf,
  wrong,
} from '../simulate/options.ts'
import { plan } from '../simulate/plan.ts'
import { allParts, results, runMissing, show } from '../simulate/results.ts'
import { run as shard } from '../simulate/run.ts'
import { sobol } from '../simulate/sobol.ts'
import { sweep } from '../simulate/sweep.ts'
import { runParts } from '../simulate/threads/runParts.ts'

export const simulate: Command = {
  description:
    'Runs M012 to M015 over years with agents that trade, leave, lock, vote and cheat, many times over: what was expected of the scenario and ' +
    'what is found, which targets are met or missed, and the sums that show that no uregen appeared or disappeared. Proposed, not in force.\n\n' +
    `Scenarios: ${scenarioNames().join(', ')}; or a JSON file.`,
  arguments: [
    { name: '<scenario>', summary: 'a scenario by its name, or a file; or one of the commands below' },
    { name: '[period...]', summary: 'of "--explain period 57": the number' },
  ],
  options: [
    SIMULATED_POLICY,
    { flags: '--runs <number>', summary: 'how many runs; default: 1, with --out 1000' },
    {
      flags: '--out <folder>',
      summary: 'keep every part and write CSV, Parquet and one HTML report; goes on where it stopped',
    },
    PERIODS,
    WORKERS,
    { flags: '--explain <period>', summary: 'the full report of one period, counted from 0' },
    { flags: '--run <number>', summary: 'of which run, with --explain; default: 0' },
    JSON_OPTION,
  ],
  commands: [compare, sweep, goal, sobol, inputs, plan, shard, merge],
  examples: [
    'regen-fees simulate baseline',
    'regen-fees simulate SC-003 --runs 1000 --out sc-003',
    'regen-fees simulate baseline --explain period 57',
    'regen-fees simulate compare monte-carlo --with compromise',
    'regen-fees simulate plan monte-carlo --runs 10000 --out study',
  ],
  async run(input, io) {
    const [what = '', ...rest] = input.args
    const explained = textOption(input, 'explain')
    // As people say it: --explain period 57.
    const saysPeriod = explained === 'period'
    if (rest.length > (saysPeriod ? 1 : 0))
      throw wrong(`one scenario at a time: "${rest.join(' ').slice(0, 80)}" is too much`)
    const scenario = await scenarioOf(what, input, io)
    if (explained !== undefined)
      return explainPeriod(
        scenario,
        saysPeriod ? { ...input, options: { ...input.options, explain: rest[0] ?? '' } } : input,
      )
    const folder = textOption(input, 'out')
    if (folder === undefined && input.options['periods'] === true)
      throw wrong('--periods writes a file: name a folder with --out')
    const runs = numberOption(input, 'runs', folder === undefined ? 1 : 1_000, 1)
    const study = planStudy(scenario, runs)
    if (folder === undefined) {
      const gathering = newGathering(study)
      await runParts(
        {
          jobs: allParts(study).map(part => ({ plan: study, part })),
          folder: null,
          workers: workersOf(input),
          onPart: (_, part) => gather(gathering, part),
          study: { parts: study.parts, before: 0, folder: null },
        },
        io,
      )
      return show(resultOf(gathering))
    }
    await openStudy(folder, study)
    await runMissing(study, allParts(study), folder, input, io)
    return results(study, [folder], folder, input, io)
  },
}

/** The report of one period: the run up to it, and that period by the long way. */
function explainPeriod(scenario: Scenario, input: CommandInput): Answer {
  const period = numberOption(input, 'explain', 0)
  if (period >= scenario.periods)
    throw wrong(`the periods of ${scenario.name} are 0 to ${scenario.periods - 1}`)
  let step: Step | null = null
  simulateRun({ ...scenario, periods: period + 1 }, numberOption(input, 'run', 0), {
    onStep: now => {
      step = now
    },
  })
  const { state, inputs, policy } = step as unknown as Step
  const { report } = runEpoch(state, toEpochInputs(inputs, state), policy)
  return answerOf(
    'simulated-period',
    { status: 'proposed', report },
    {
      text: ({ report }, page) => [
        page.ink.bold('Proposed, not in force: M012, M013, M014, M015'),
        '',
        ...renderEpoch(report, page),
      ],
    },
  )
}
