import { partsOfShard } from '../../simulation/study/plan.ts'
import { JSON_OPTION, type NamedCommand, textOption } from '../command.ts'
import { counted } from '../render/text.ts'
import { openStudy, partsFolder, readPlan } from './files/studyFolder.ts'
import { outOf, shardOf, WORKERS } from './options.ts'
import { runMissing, said } from './results.ts'

export const run: NamedCommand = {
  name: 'run',
  summary: 'computes one shard of a planned study',
  description:
    'Computes one shard of a plan, as an ordinary process: in an indexed Kubernetes Job, a Slurm array or GNU parallel. Parts that are there already are ' +
    'not computed again. After Ctrl-C or SIGTERM every part is whole or not there, and the same command goes on.',
  arguments: [{ name: '<folder>', summary: 'the folder of the plan, or its plan.json' }],
  options: [
    { flags: '--shard <k/n>', summary: 'the k-th of n shards, such as 3/10; default: all of it' },
    { flags: '--out <folder>', summary: 'where the parts are written; default: the folder of the plan' },
    WORKERS,
    JSON_OPTION,
  ],
  examples: [
    'regen-fees simulate run study --shard 3/10',
    'regen-fees simulate run study --shard 3/10 --out shard-3',
  ],
  async run(input, io) {
    const place = input.args[0] ?? ''
    const study = await readPlan(place)
    const folder = textOption(input, 'out') ?? (place.endsWith('.json') ? outOf(input) : place)
    const [k, n] = shardOf(input)
    const parts = partsOfShard(study, k, n)
    await openStudy(folder, study)
    const done = await runMissing(study, parts, folder, input, io)
    return said(
      'simulation-shard',
      { planHash: study.hash, parts, computed: done },
      `Shard ${k}/${n}: ${counted(parts.length, 'part')} in ${partsFolder(folder)}, ${done} computed now`,
    )
  },
}
