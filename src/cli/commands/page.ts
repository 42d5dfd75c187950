import { bundledFiles } from '../../bundled/bundledFiles.ts'
import { RegenError } from '../../primitives/errors.ts'
import { FILE_UNREADABLE } from '../../primitives/errorTable.ts'
import { type Command, textOption } from '../command.ts'
import { optionError } from '../io/inputError.ts'
import { reasonOf } from '../io/reasonOf.ts'
import { writeFolder } from '../io/writeFolder.ts'
import { servePage } from '../page/servePage.ts'

/** Where the page is, unless another port is named. */
const USUAL_PORT = '8787'

export const page: Command = {
  description:
    'Opens the page: what a transaction costs, the market, the network, a policy, a funding round, in a browser and without a command line. It is ' +
    'served to this machine only, works without a network on bundled data, and asks no other address than the node that its reader names. Ctrl-C stops it.',
  arguments: [],
  options: [
    { flags: '--port <number>', summary: `the port on 127.0.0.1; 0: any free one; default: ${USUAL_PORT}` },
    {
      flags: '--out <folder>',
      summary: 'write it into a new folder instead, for a host of your own, or to open its index.html',
    },
  ],
  examples: ['regen-fees page', 'regen-fees page --port 0', 'regen-fees page --out fees-page'],
  async run(input, io) {
    if (textOption(input, 'port') !== undefined && textOption(input, 'out') !== undefined)
      throw optionError('page', 'name a --port to serve it, or --out to write it, not both')
    const port = portOf(textOption(input, 'port') ?? USUAL_PORT)
    const files = bundledFiles('page/dist')
    if (!files.has('index.html'))
      throw new RegenError(FILE_UNREADABLE, {
        file: 'page/dist/index.html',
        reason: 'run "npm run page" first',
      })
    const folder = textOption(input, 'out')
    if (folder !== undefined) {
      await writeFolder(folder, files, io.signal)
      io.out(`Written: the page, ${files.size} files in ${folder}`)
      return null
    }
    const served = await servePage(files, port).catch((cause: unknown) => {
      throw optionError('--port', `port ${port} cannot be used: ${reasonOf(cause)}`)
    })
    io.out(`The page is at ${served.url} (this machine only). Ctrl-C stops it.`)
    if (!io.signal.aborted)
      await new Promise<void>(resolve => {
        io.signal.addEventListener('abort', () => resolve(), { once: true })
      })
    await served.close()
    io.signal.throwIfAborted()
    return null
  },
}

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? parseInt(text, 10) : 65_536
  if (port > 65_535)
    throw optionError('--port', `expected a whole number up to 65535; got "${text.slice(0, 40)}"`)
  return port
}
