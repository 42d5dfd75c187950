import { indexChain, openStore } from '../../src/indexer/index.ts'
import { connectRpc } from '../../src/node/rpc/connectRpc.ts'

/** An indexer in a process of its own, that a test kills: says each transaction of the store on standard output. */
const [url = '', where = '', schema = ''] = process.argv.slice(2)
const store = await openStore(where, { schema })
process.stdout.write('open\n')
const rpc = connectRpc(url)
await indexChain(rpc, store, {
  blocksAtOnce: 5,
  onProgress: ({ height }) => process.stdout.write(`${height}\n`),
})
rpc.disconnect()
await store.close()
process.stdout.write('done\n')
