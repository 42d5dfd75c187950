/**
 * Gives the genesis that `regen init` has made the state of the recorded chain: credit types, allowed denoms, accounts with money,
 * quick governance. Used by scripts/devnet.
 *
 *     tsx scripts/devnetGenesis.ts <genesis.json>
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readRecordings, resultOf } from '../src/testing/recordings.ts'

type State = { readonly [module: string]: unknown }
type Genesis = { readonly app_state: State; readonly [field: string]: unknown }

const RECORDINGS = fileURLToPath(new URL('../test/recordings', import.meta.url))

/**
 * What the chain's own version needs stays: the form of the file, and modules that the recorded version did not have. The recorded
 * validator does not: its genesis transaction is made anew.
 */
export const devnetGenesis = (made: Genesis, recorded: State, now: Date): Genesis => ({
  ...made,
  genesis_time: now.toISOString(),
  app_state: { ...made.app_state, ...recorded, genutil: { gen_txs: [] } },
})

const [, script, file] = process.argv
if (script === fileURLToPath(import.meta.url)) {
  if (file === undefined) {
    console.error('Usage: tsx scripts/devnetGenesis.ts <genesis.json>')
    process.exit(1)
  }
  const { genesis } = resultOf(readRecordings(RECORDINGS), 'genesis') as { genesis: Genesis }
  const made = JSON.parse(readFileSync(file, 'utf8')) as Genesis
  writeFileSync(`${file}.new`, JSON.stringify(devnetGenesis(made, genesis.app_state, new Date()), null, 1))
  renameSync(`${file}.new`, file)
}
