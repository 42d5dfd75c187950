import { fileURLToPath } from 'node:url'
import { afterEach } from 'vitest'
import { type RecordedNode, readRecordings, startRecordedNode } from '../../src/testing.ts'

/** This project's recordings, in the form the recorded node takes. */
export const recordings = readRecordings(fileURLToPath(new URL('../recordings', import.meta.url)))

const running: RecordedNode[] = []

/** Starts a node that answers from this project's recordings; it stops when the test ends. */
export async function recordedNode(options: { readonly batchLimit?: number } = {}): Promise<RecordedNode> {
  const node = await startRecordedNode(recordings, options)
  running.push(node)
  return node
}

afterEach(async () => {
  await Promise.all(running.splice(0).map(node => node.close()))
})
