import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'

/**
 * Everything but the tests: `npm run check`. As many checks at a time as there are processors, and what each prints in one
 * piece when it has ended. All are run, also where one fails; exit 1 then.
 */

/** Scripts of package.json, the longest first. */
const CHECKS = ['check:unused', 'check:package', 'lint', 'check:types', 'check:size', 'check:generated']

const waiting = [...CHECKS]
const failed: string[] = []

/** Runs one check after another, while there are some. */
async function runChecks(): Promise<void> {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    const child = spawn('npm', ['run', check], { stdio: ['ignore', 'pipe', 'pipe'] })
    const printed: Buffer[] = []
    for (const output of [child.stdout, child.stderr]) output.on('data', data => printed.push(data))
    const code = await new Promise(resolve => child.once('close', resolve))
    process.stdout.write(Buffer.concat(printed))
    if (code !== 0) failed.push(check)
  }
}

await Promise.all(Array.from({ length: availableParallelism() }, runChecks))
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(', ')}.`)
  process.exitCode = 1
}
