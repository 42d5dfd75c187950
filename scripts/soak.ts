/**
 * Previews through a recorded node that fails 20 % of the time: each must be as without failures, or a typed error. Memory is reported.
 *
 *     npm run soak                          10,000 previews
 *     npm run soak -- --runs 500 --seed 7
 *
 * The report goes to stdout, progress to stderr. Ctrl-C ends it, with the report of what was done.
 */
import { parseArgs } from 'node:util'
import { soak } from '../test/support/soak.ts'

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
})
const [runs, seed] = [values.runs, values.seed].map(text => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0))
if (!runs || !seed) {
  console.error('--runs and --seed are whole numbers of 1 or more.')
  process.exit(1)
}

const stop = new AbortController()
process.once('SIGINT', () => stop.abort())

let shown = Date.now()
const report = await soak({
  runs,
  seed,
  signal: stop.signal,
  progress: previews => {
    if (Date.now() - shown < 1000) return
    shown = Date.now()
    console.error(`${previews} of ${runs} previews`)
  },
})

const { previews, identical, failed, requests, faults, heap, pending } = report
const sum = (counts: { readonly [name: string]: number }) =>
  Object.values(counts).reduce((total, count) => total + count, 0)
const list = (counts: { readonly [name: string]: number }) =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ') || 'none'
const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1)

console.log(`${previews} previews, seed ${seed}`)
console.log(`  as without failures   ${identical}`)
console.log(`  typed errors          ${sum(failed)}: ${list(failed)}`)
console.log(`  HTTP requests         ${requests}, of which ${sum(faults)} failed: ${list(faults)}`)
console.log(`  heap in MB            ${heap.map(megabytes).join(' ')}`)
console.log(`  still pending         ${pending}`)
if (stop.signal.aborted) process.exitCode = 130
