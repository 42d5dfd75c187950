import { planStudy } from '../../simulation/study/plan.ts'
import { concludeStudy, gather, newGathering } from '../../simulation/study/study.ts'
import { type Command, JSON_OPTION, POLICY_OPTION, textOption } from '../command.ts'
import { explainPeriod } from '../simulate/explainPeriod.ts'
import { allParts, merge, plan, results, runMissing, runShard, show } from '../simulate/onMachines.ts'
import { numberOption, scenarioOf, workersOf, wrong } from '../simulate/options.ts'
import { runParts } from '../simulate/runParts.ts'
import { scenarioNames } from '../simulate/scenarioFile.ts'
import { openStudy } from '../simulate/studyFolder.ts'

export const simulate: Command = {
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
    if (what === 'merge') return merge(rest, input)
    if (rest.length > 0) throw wrong(`one scenario at a time: "${rest.join(' ')}" is too much`)
    const scenario = await scenarioOf(what, input, io)
    if (input.options['explain'] !== undefined) return explainPeriod(scenario, input)
    const folder = textOption(input, 'out')
    const runs = numberOption(input, 'runs', folder === undefined ? 1 : 1_000, 1)
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
      return show(concludeStudy(gathering))
    }
    await openStudy(folder, study)
    await runMissing(study, allParts(study), folder, input, io)
    return results(study, [folder], folder, input)
  },
}
