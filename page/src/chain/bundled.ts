import bundledJson from '../../../examples/snapshot.json' with { type: 'json' }
import { type LedgerSnapshot, parseSnapshot } from '../../../src/preview/snapshot.ts'

let parsed: LedgerSnapshot | null = null

/** The recorded test chain, whole. */
export function bundledSnapshot(): LedgerSnapshot {
  parsed ??= parseSnapshot(bundledJson)
  return parsed
}
