import { JSON_OPTION, type NamedCommand, textOption } from '../command.ts'
import { openStudy, readPlan } from './files/studyFolder.ts'
import { outOf, PERIODS } from './options.ts'
import { results } from './results.ts'

export const merge: NamedCommand = {
  name: 'merge',
  summary: 'puts the shards of a study together, to the bytes of one machine',
  description:
    'Reads one part at a time, in whichever folder it lies, and writes the results: the order of the folders makes no difference. ' +
    'Parts of another plan or of another release are refused; parts that are missing make a study of fewer runs, which says so.',
  arguments: [{ name: '<folders...>', summary: 'folders of one study' }],
  options: [
    {
      flags: '--out <folder>',
      summary: 'where the results are written; default: the folder, when there is one',
    },
    PERIODS,
    JSON_OPTION,
  ],
  examples: [
    'regen-fees simulate merge study',
    'regen-fees simulate merge shard-1 shard-2 shard-3 --out study',
  ],
  async run(input, io) {
    const [first = '', ...more] = input.args
    const study = await readPlan(first)
    // Of one folder, the results stand beside its parts.
    const folder = more.length === 0 ? (textOption(input, 'out') ?? first) : outOf(input)
    await openStudy(folder, study)
    return results(study, input.args, folder, input, io)
  },
}
