import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'
import { readNetwork } from '../src/network/index.ts'
import { connectRpc } from '../src/node/rpc/connectRpc.ts'
import { readRecordings, startRecordedNode } from '../src/testing.ts'
import { keepAnswers } from './src/chain/replay.ts'
import { WHOLE_CHAIN } from './src/network/wholeChain.ts'

const NAME = 'virtual:recorded-node'

/** What the recorded node answers to who reads its network: enough for the network view under any policy, without a node. */
export const recordedNode: Plugin = {
  name: 'recorded node',
  resolveId: id => (id === NAME ? `\0${NAME}` : null),
  async load(id) {
    if (id !== `\0${NAME}`) return null
    packed ??= readPacked()
    return `export const packed = ${JSON.stringify(await packed)}`
  },
}

let packed: Promise<string> | undefined

async function readPacked(): Promise<string> {
  const node = await startRecordedNode(
    readRecordings(fileURLToPath(new URL('../test/recordings', import.meta.url))),
  )
  // Where its whole state was recorded.
  node.standAt('end')
  try {
    const { rpc, answers } = keepAnswers(connectRpc(node.url))
    await readNetwork(rpc, { periodSeconds: WHOLE_CHAIN })
    return gzipSync(JSON.stringify(answers), { level: 9 }).toString('base64')
  } finally {
    await node.close()
  }
}
