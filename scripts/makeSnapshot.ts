import { writeFileSync } from 'node:fs'
import { parseSnapshot, snapshotJson } from '../src/preview/snapshot.ts'
import { stateAtEnd } from '../test/support/replay.ts'

/** Writes examples/snapshot.json, the snapshot that the CLI uses when it is given none, from the recordings. */
const snapshot = stateAtEnd()
const json = snapshotJson(snapshot)
parseSnapshot(json)
const file = new URL('../examples/snapshot.json', import.meta.url)
writeFileSync(file, `${JSON.stringify(json, null, 1)}\n`)
console.log(
  `examples/snapshot.json: ${snapshot.chainId} at height ${snapshot.height}, ${snapshot.sellOrders.length} sell orders`,
)
