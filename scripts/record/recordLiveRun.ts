import { setTimeout as pause } from 'node:timers/promises'
import { liveRun } from '../../test/live/liveRun.ts'
import type { Person } from '../../test/live/people.ts'
import { renderReport } from '../../test/live/report.ts'
import { sendWith } from '../../test/live/send.ts'
import type { LiveSettings } from '../../test/live/settings.ts'
import { network } from '../../test/support/recordings.ts'
import { keepingDocuments } from './keepDocuments.ts'
import { type RecordedAccount, recordChain } from './recordChain.ts'

/** Does a live run on the first of its nodes, and gives the recordings of that node. */
export function recordLiveRun({
  rpc,
  people,
  governor,
  ...options
}: LiveSettings): ReturnType<typeof recordChain> {
  const [url = ''] = rpc
  return recordChain({
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
