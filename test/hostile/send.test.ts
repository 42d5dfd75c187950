import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { connectRegen } from '../../src/client/connectRegen.ts'
import { decodeTx } from '../../src/wire/decodeTx.ts'
import { counted } from '../client/interpose.ts'
import { asRecorded, modeOf, recordedTx, walletOf } from '../client/live.ts'
import { messagesOf } from '../snapshot/recorded.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { byTurns } from '../support/runs.ts'
import { KINDS } from './kinds.ts'
import { endOf, quickClock, type SeenRequest, socketNode } from './socketNode.ts'

/** A node that misbehaves at each call of a send: it ends with an error of ours or a receipt, and no sequence is signed twice. */

const NAME = 'retire'
const tx = recordedTx(NAME)

let unhandled: unknown[] = []
const listen = (reason: unknown) => unhandled.push(reason)
beforeEach(() => {
  unhandled = []
  process.on('unhandledRejection', listen)
})
afterEach(async () => {
  await new Promise(resolve => setImmediate(resolve))
  process.off('unhandledRejection', listen)
  expect(unhandled).toEqual([])
})

/** The distinct transactions that a node was sent, and the sequences that they were signed with. */
function broadcastsOf(requests: readonly SeenRequest[]) {
  const sent = new Set(
    requests.flatMap(({ text }) =>
      ([JSON.parse(text)].flat() as { method: string; params: { tx: string } }[]).flatMap(
        ({ method, params }) => (method === 'broadcast_tx_sync' ? [params.tx] : []),
      ),
    ),
  )
  const sequences = [...sent].map(bytes =>
    decodeTx(new Uint8Array(Buffer.from(bytes, 'base64'))).authInfo.signerInfos.map(
      ({ sequence }) => sequence,
    ),
  )
  return { transactions: sent.size, sequences: sequences.flat().map(String) }
}

/** What is asked after the preview: where a lie could make a second transaction. */
const METHODS = ['broadcast_tx_sync', 'tx', 'abci_query', 'status'] as const

describe.each(Object.entries(KINDS).map(([name, kind], index) => ({ name, kind, index })))(
  '$name',
  ({ kind, index: place }) => {
    test.each(byTurns(METHODS, METHODS.length, place))(
      'at every %s of a send once it begins: at most one transaction, at most one signature',
      async method => {
        const honest = await recordedNode()
        honest.standBefore(NAME)
        const begins = method === 'broadcast_tx_sync' || method === 'tx' ? 0 : 6
        const node = await socketNode(honest, ({ index, methods }) =>
          index > begins && methods.includes(method) ? kind : null,
        )
        const clock = quickClock()
        const signer = counted(await walletOf(tx.signer, modeOf(tx)))
        const options = { clock, batchLimit: 1, attempts: 2, answerLimit: 2_000_000, random: () => 1 }
        const end = await endOf(
          connectRegen(node.url, options).then(async regen => {
            const sending = regen
              .connectSigner(signer.wallet)
              .signAndBroadcast(messagesOf(NAME), { ...asRecorded(tx), timeoutMs: 2_000 })
            return sending.finally(regen.disconnect)
          }),
        )
        expect(end).toMatch(/^[a-zA-Z_]+$/)
        const { transactions, sequences } = broadcastsOf(node.requests)
        expect(transactions).toBeLessThanOrEqual(1)
        expect(signer.asked()).toBeLessThanOrEqual(1)
        expect(new Set(sequences).size).toBe(sequences.length)
        await node.close()
      },
    )
  },
)
