import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { readNetwork } from '../src/network/index.ts'
import { connectRpc } from '../src/node/rpc/connectRpc.ts'
import { readRecordings, startRecordedNode } from '../src/testing.ts'
import { literal } from './literal.ts'

const NAME = 'virtual:recorded-network'

/** The genesis of the recorded chain is dated months before its blocks. */
const WHOLE_CHAIN = 400n * 86_400n

/** The network as the recorded node has it, read when the page is built: what the network view shows without a node. */
export const recordedNetwork: Plugin = {
  name: 'recorded network',
  resolveId: id => (id === NAME ? `\0${NAME}` : null),
  async load(id) {
    if (id !== `\0${NAME}`) return null
    const node = await startRecordedNode(
      readRecordings(fileURLToPath(new URL('../test/recordings', import.meta.url))),
    )
    // Where its whole state was recorded.
    node.standAt('end')
    try {
      const network = await readNetwork(connectRpc(node.url), { periodSeconds: WHOLE_CHAIN })
      return `export const network = ${literal(network)}`
    } finally {
      await node.close()
    }
  },
}
