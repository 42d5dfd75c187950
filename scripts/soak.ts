/**
 * Previews through a recorded node that fails 20 % of the time: each must be as without failures, or a typed error. Memory is reported.
 *
 *     npm run soak                          10,000 previews
 *     npm run soak -- --runs 500 --seed 7
 *     npm run soak -- --hostile             a node on a raw socket that misbehaves in every way at every call, of previews and sends
 *
 * The report goes to stdout, progress to stderr. Ctrl-C ends it, with the report of what was done.
 */
import { parseArgs } from 'node:util'
import { hostileReport, type Tally } from '../test/hostile/hostileReport.ts'
import { soak } from '../test/support/soak.ts'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    hostile: { type: 'boolean', default: false },
  },
})
const [runs = 0, seed = 0] = [values.runs, values.seed].map(text =>
  /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0,
)
if (!runs || !seed) {
  console.error('--runs and --seed are whole numbers of 1 or more.')
  process.exit(1)
}

const stop = new AbortController()
process.once('SIGINT', () => stop.abort())

let shown = Date.now()
function say(text: string): void {
  if (Date.now() - shown < 1000) return
  shown = Date.now()
  console.error(text)
}

const sum = (counts: { readonly [name: string]: number }) =>
  Object.values(counts).reduce((total, count) => total + count, 0)
const list = (counts: { readonly [name: string]: number }) =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ') || 'none'
const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1)

async function previewsUnderFaults(): Promise<void> {
  const { previews, identical, failed, requests, faults, heap, pending } = await soak({
    runs,
    seed,
    signal: stop.signal,
    progress: previews => say(`${previews} of ${runs} previews`),
  })
  console.log(`${previews} previews, seed ${seed}`)
  console.log(`  as without failures   ${identical}`)
  console.log(`  typed errors          ${sum(failed)}: ${list(failed)}`)
  console.log(`  HTTP requests         ${requests}, of which ${sum(faults)} failed: ${list(faults)}`)
  console.log(`  heap in MB            ${heap.map(megabytes).join(' ')}`)
  console.log(`  still pending         ${pending}`)
}

async function hostileNode(): Promise<void> {
  const { kinds, previews, sends, transactions, signatures, heap } = await hostileReport({
    signal: stop.signal,
    progress: (done, all) => say(`${done} of ${all} kinds`),
  })
  const line = ({ count, ends, longestMs, mostRequests, pending }: Tally) =>
    `${count}: ${list(ends)}; the longest ${longestMs} ms, at most ${mostRequests} HTTP requests, ${pending} timers left`
  console.log(`${kinds} kinds of misbehaviour`)
  console.log(`  previews              ${line(previews)}`)
  console.log(`  sends                 ${line(sends)}`)
  console.log(
    `  of one send           at most ${transactions} transaction, ${signatures} signature with one sequence`,
  )
  console.log(`  heap in MB            ${heap.map(megabytes).join(' ')}`)
  console.log(`  most memory in MB     ${megabytes(process.resourceUsage().maxRSS * 1024)}`)
}

await (values.hostile ? hostileNode() : previewsUnderFaults())
if (stop.signal.aborted) process.exitCode = 130
