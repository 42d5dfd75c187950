import { expect, test } from 'vitest'
import { messageType } from '../../src/messages/catalog.ts'
import type { Message } from '../../src/messages/message.ts'
import { parseMessages } from '../../src/messages/parseMessages.ts'
import { decodeTx } from '../../src/wire/decodeTx.ts'
import { type RecordedTx, recordedTxs } from '../support/recordings.ts'
import { asRecorded, rightBefore } from './live.ts'

const bytesOf = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'))

/** The messages as the recording has them in JSON; those outside of the catalog from the bytes. */
const messagesOf = (tx: RecordedTx): readonly Message[] =>
  tx.messages.map((message, index) =>
    messageType(message.typeUrl)
      ? (parseMessages([message])[0] as Message)
      : (decodeTx(bytesOf(tx.txBytes)).body.messages[index] as Message),
  )

const succeeded = recordedTxs().filter(({ tx }) => tx?.tx_result.code === 0)

test.each(succeeded)('$name: previewed, simulated, signed, sent and reconciled', async ({ name }) => {
  const { tx, node, regen, wallet } = await rightBefore(name)
  const steps: string[] = []
  const sent = await regen.connectSigner(wallet).signAndBroadcast(messagesOf(tx), {
    ...asRecorded(tx),
    allow: ['MESSAGE_UNKNOWN'],
    onStep: ({ step }) => steps.push(step),
  })
  expect(sent.txHash).toBe(tx.hash)
  expect(sent.height).toBe(BigInt(tx.tx?.height ?? 0))
  expect(sent.reconciliation.differences).toEqual([])
  expect(steps).toEqual(['previewed', 'simulated', 'signed', 'sent', 'included'])
  expect(node.missing).toEqual([])
})
