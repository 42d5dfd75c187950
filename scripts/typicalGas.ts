import { readFileSync, writeFileSync } from 'node:fs'
import { typicalGasFile } from './typicalGas/table.ts'

/**
 * Writes src/cli/preview/typicalGas.ts from the recordings. With --check it writes nothing and exits 1 when the file is not up to date.
 *
 *     npx tsx scripts/typicalGas.ts
 */
const file = new URL('../src/cli/preview/typicalGas.ts', import.meta.url)
const wanted = typicalGasFile()
if (!process.argv.includes('--check')) writeFileSync(file, wanted)
else if (readFileSync(file, 'utf8') !== wanted) {
  console.error('src/cli/preview/typicalGas.ts is not up to date; run "npx tsx scripts/typicalGas.ts"')
  process.exitCode = 1
}
