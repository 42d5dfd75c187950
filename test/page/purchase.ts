import type { RecordedNode } from '../../src/testing.ts'
import { recordedNode } from '../support/recordedNode.ts'
import { recordedTxs } from '../support/recordings.ts'
import { packed } from './open.ts'

/** A purchase that was recorded, the node right before it, and its place in the page. */
export async function purchase(): Promise<{
  node: RecordedNode
  hash: string
  time: string
  signer: string
}> {
  const tx = recordedTxs().find(({ name }) => name === 'buy 2.345678 with fees')
  if (tx?.header == null) throw new Error('not recorded')
  const node = await recordedNode()
  node.standBefore(tx.name)
  return {
    node,
    hash: `#/preview?in=${packed(JSON.stringify({ messages: tx.messages }))}`,
    time: tx.header.time,
    signer: tx.signer,
  }
}
