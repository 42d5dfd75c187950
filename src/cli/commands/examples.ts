import { join } from 'node:path'
import { bundledFiles } from '../../bundled/bundledFiles.ts'
import { type Command, JSON_OPTION, textOption } from '../command.ts'
import { answerOf } from '../io/answerOf.ts'
import { writeFolder } from '../io/writeFolder.ts'

export const examples: Command = {
  description:
    'Lists the examples that come with the package: transactions, ledgers, periods, funding rounds, scenarios. Every command finds them by these names where the ' +
    'working folder has no such file; --out writes them as files, to be opened and changed.',
  arguments: [],
  options: [{ flags: '--out <folder>', summary: 'write them into a new folder' }, JSON_OPTION],
  examples: ['regen-fees examples', 'regen-fees examples --out examples'],
  async run(input, io) {
    const files = bundledFiles('examples')
    const names = [...files.keys()]
    const folder = textOption(input, 'out')
    if (folder === undefined)
      return answerOf(
        'examples',
        { files: names.map(name => `examples/${name}`) },
        { text: ({ files }) => files },
      )
    await writeFolder(folder, files, io.signal)
    return answerOf(
      'examples',
      { files: names.map(name => join(folder, name)) },
      { text: ({ files }) => [`Written: ${files.length} files in ${folder}`] },
    )
  },
}
