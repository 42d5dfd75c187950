import { join } from 'node:path'
import { runsText } from '../../simulation/study/answers/outcomeText.ts'
import { planStudy } from '../../simulation/study/plan.ts'
import { JSON_OPTION, type NamedCommand } from '../command.ts'
import { counted } from '../render/text.ts'
import { openStudy } from './files/studyFolder.ts'
import { numberOption, outOf, SCENARIO, SIMULATED_POLICY, scenarioOf } from './options.ts'
import { said } from './results.ts'

export const plan: NamedCommand = {
  name: 'plan',
  summary: 'writes the runs of a study as numbered parts, for several machines',
  description:
    'Writes plan.json into a folder: the scenario, how many runs, and the hash by which parts of another plan are told apart. ' +
    '"simulate run" computes a shard of it wherever the folder is seen, "simulate merge" puts the shards together.',
  arguments: [SCENARIO],
  options: [
    SIMULATED_POLICY,
    { flags: '--runs <number>', summary: 'how many runs; default: 1000' },
    { flags: '--out <folder>', summary: 'the folder of the study' },
    JSON_OPTION,
  ],
  examples: ['regen-fees simulate plan monte-carlo --runs 10000 --out study'],
  async run(input, io) {
    const folder = outOf(input)
    const study = planStudy(
      await scenarioOf(input.args[0] ?? '', input, io),
      numberOption(input, 'runs', 1_000, 1),
    )
    await openStudy(folder, study)
    return said(
      'simulation-plan',
      { planHash: study.hash, runs: study.runs, parts: study.parts },
      `${join(folder, 'plan.json')}: ${runsText(study.runs)} in ${counted(study.parts, 'part')} of ${study.runsPerPart}, plan ${study.hash}`,
    )
  },
}
