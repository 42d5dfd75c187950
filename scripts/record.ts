/**
 * Records a node: a live run of random transactions, every transaction of the chain before it, and the answers to all queries, in the
 * form of test/recordings.
 *
 *     scripts/devnet --reset
 *     REGEN_RPC=http://127.0.0.1:26657 npm run record -- <new folder>
 *
 * The settings are those of npm run test:live. Progress goes to stderr. Ctrl-C ends it and leaves nothing.
 */

import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { liveRun } from '../test/live/liveRun.ts'
import type { Person } from '../test/live/people.ts'
import { renderReport } from '../test/live/report.ts'
import { sendWith } from '../test/live/send.ts'
import { HOW_TO_RUN, liveSettings } from '../test/live/settings.ts'
import { network } from '../test/support/recordings.ts'
import { keepingDocuments } from './record/keepDocuments.ts'
import { type RecordedAccount, recordChain } from './record/recordChain.ts'
import { refuseExisting, writeRecordings } from './record/writeRecordings.ts'

const USAGE = 'Usage: REGEN_RPC=http://127.0.0.1:26657 npm run record -- <new folder>'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', short: 'h', default: false } },
})
if (values.help) {
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
  const settings = await liveSettings(process.env)
  if (settings === null) throw new Error(USAGE)
  const { rpc, people, governor, ...options } = settings
  const [url = '', ...more] = rpc
  if (more.length > 0) throw new Error('one node is recorded at a time; REGEN_RPC names several')

  const recordings = await recordChain({
    url,
    accounts: accountsOf(people, governor),
    say: text => console.error(text),
    run: async ({ regen, capture, mark }) => {
      const send = sendWith(
        regen,
        [...people, governor].map(person => keepingDocuments(person, capture.keepSignDoc)),
      )
      const report = await liveRun({
        ...options,
        regen,
        people: people.map(({ address }) => address),
        governor: governor.address,
        send: (action, mode, sendOptions) => {
          capture.callNext(action.name)
          return send(action, mode, sendOptions)
        },
        pause: milliseconds => pause(milliseconds),
        say: text => console.error(text),
        mark,
      })
      console.error(`\n${renderReport(report)}\n`)
    },
  })
  writeRecordings(folder, recordings)
  console.error(
    `${recordings.txs.length} transactions, ${recordings.queries.length} queries and ${recordings.calls.length} calls are in ${folder}`,
  )
}

/** Who acts; all recorded test accounts if it is only them. Their mnemonics are public; of anybody else only the address is written. */
function accountsOf(
  people: readonly Person[],
  governor: Person,
): { readonly [name: string]: RecordedAccount } {
  const acting = [...people, governor].map(({ name, address }): [string, RecordedAccount] => {
    const recorded = Object.entries(network.accounts).find(([, account]) => account.address === address)
    return recorded ?? [name, { address }]
  })
  const areRecorded = acting.every(([, { mnemonic }]) => mnemonic !== undefined)
  return areRecorded ? network.accounts : Object.fromEntries(acting)
}
