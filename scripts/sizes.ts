import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { MEASURED, type Measured, SIZES } from './docs/sizes.ts'
import { liveSizes } from './liveSizes.ts'

/**
 * What a dApp ships, measured: each bundle of .size-limit.json and what a page loads, against its budget and against what docs/reference/sizes.md says.
 *
 * With --write it records what it measured, for `npm run docs`.
 */

const root = fileURLToPath(new URL('..', import.meta.url))

/** By how much a recorded size may be off before the page is wrong. */
const TOLERANCE = 0.03

type SizeLimit = readonly { readonly name: string; readonly size: number }[]

/** It exits 1 where a bundle is over its budget, and prints the sizes all the same. */
async function bundleSizes(): Promise<SizeLimit> {
  const program = `${root}node_modules/size-limit/bin.js`
  const run = promisify(execFile)(process.execPath, [program, '--json'], { cwd: root, maxBuffer: 1e8 })
  const { stdout } = await run.catch((error: Error & { readonly stdout: string }) => {
    if (error.stdout === '') throw error
    return error
  })
  return JSON.parse(stdout)
}

const sizes = [...(await bundleSizes()), ...(await liveSizes())]
const measured: Measured = Object.fromEntries(sizes.map(({ name, size }) => [name, size]))

for (const { name, budget } of SIZES) {
  const size = measured[name]
  console.log(`${name}: ${size} bytes of ${budget}`)
  if (size === undefined || size > budget) process.exitCode = 1
}

if (process.argv.includes('--write')) {
  writeFileSync(MEASURED, `${JSON.stringify(measured, null, 2)}\n`)
  console.log('Recorded; "npm run docs" writes the page.')
} else {
  const recorded: Measured = JSON.parse(readFileSync(MEASURED, 'utf8'))
  for (const [name, size] of Object.entries(measured)) {
    const before = recorded[name] ?? 0
    if (Math.abs(size - before) <= TOLERANCE * size) continue
    console.error(
      `${name}: recorded as ${before} bytes. Run "npm run check:size -- --write" and "npm run docs"`,
    )
    process.exitCode = 1
  }
}
