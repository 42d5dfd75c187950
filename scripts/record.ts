/**
 * Records a node: a live run of random transactions, every transaction of the chain before it, and the answers to all queries, in the
 * form of test/recordings.
 *
 *     scripts/devnet --reset
 *     REGEN_RPC=http://127.0.0.1:26657 npm run record -- <new folder>
 *
 * The settings are those of npm run test:live. Progress goes to stderr. Ctrl-C ends it and leaves nothing.
 */

import { parseArgs } from 'node:util'
import { refuseExisting, writeRecordings } from './record/writeRecordings.ts'

const USAGE = 'Usage: REGEN_RPC=http://127.0.0.1:26657 npm run record -- <new folder>'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', short: 'h', default: false } },
})
if (values.help) {
  const { HOW_TO_RUN } = await import('../test/live/settings.ts')
  console.log(`${USAGE}\n\n${HOW_TO_RUN.replace('A live run needs a node', 'It needs a node')}`)
  process.exit(0)
}

// Until everything is there, nothing is written: there is nothing to clean up.
process.once('SIGINT', () => process.exit(130))

try {
  await record()
} catch (error) {
  console.error(`record: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}

async function record(): Promise<void> {
  const [folder, ...others] = positionals
  if (folder === undefined || others.length > 0) throw new Error(USAGE)
  refuseExisting(folder)
  // What signs and asks a node takes a second to load: an answer to a wrong command does not wait for it.
  const { liveSettings } = await import('../test/live/settings.ts')
  const settings = await liveSettings(process.env)
  if (settings === null) throw new Error(USAGE)
  if (settings.rpc.length > 1) throw new Error('one node is recorded at a time; REGEN_RPC names several')
  const { recordLiveRun } = await import('./record/recordLiveRun.ts')
  const recordings = await recordLiveRun(settings)
  writeRecordings(folder, recordings)
  console.error(
    `${recordings.txs.length} transactions, ${recordings.queries.length} queries and ${recordings.calls.length} calls are in ${folder}`,
  )
}
