import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { writePart } from '../../src/cli/simulate/files/partFiles.ts'
import { planJson, planStudy, runPart } from '../../src/simulation/index.ts'
import { changed } from '../simulation/support.ts'

/**
 * Ten million run-periods merged in little memory. Only with --mode long: it takes minutes, and a gigabyte of disk. One part is simulated; the others
 * are that part with every value moved a little, so that the sketches have as many buckets as they would have.
 */

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url))
const PERIODS = 260
const PER_PART = 50

/** Values from 1 to 2 times as large, in both studies: what quantiles are kept of depends on how far values lie apart. */
const factorOf = (part: number): number => 1 + ((part * 619) % 1_000) / 1_000

/** Runs a merge with little heap, so that what is let go is let go soon, and gives the most memory that it had, in MB. */
async function mergeOf(folders: readonly string[], out: string): Promise<number> {
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=160', MAIN, 'simulate', 'merge', ...folders, '--out', out],
    {
      stdio: 'ignore',
    },
  )
  let most = 0
  const watch = setInterval(() => {
    const status = existsSync(`/proc/${child.pid}/status`)
      ? readFileSync(`/proc/${child.pid}/status`, 'utf8')
      : ''
    most = Math.max(most, Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1_000)
  }, 50)
  const code = await new Promise(resolve => child.once('close', resolve))
  clearInterval(watch)
  expect(code).toBe(0)
  return most
}

test.runIf(process.env['REGEN_TEST_LONG'] === '1' && process.platform === 'linux')(
  'ten million run-periods take the memory of one million and a little for each run, and the order of the shards makes no difference',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'regen-fees-millions-'))
    const scenario = changed('monte-carlo', { agents: { stability: { adoption: null } } })
    const first = runPart(planStudy(scenario, PER_PART, PER_PART), 0)
    const write = async (name: string, runs: number) => {
      const plan = planStudy(scenario, runs, PER_PART)
      for (const shard of [1, 2]) {
        mkdirSync(join(folder, `${name}-${shard}`, 'parts'), { recursive: true })
        writeFileSync(join(folder, `${name}-${shard}`, 'plan.json'), JSON.stringify(planJson(plan)))
      }
      for (let part = 0; part < plan.parts; part++) {
        const periods = Object.fromEntries(
          Object.entries(first.periods).map(([column, values]) => [
            column,
            values.map(value => (Number.isInteger(value) ? Math.round : Number)(value * factorOf(part))),
          ]),
        ) as typeof first.periods
        const from = part * PER_PART
        const moved = { ...first, planHash: plan.hash, part, from, to: from + PER_PART, periods }
        await writePart(join(folder, `${name}-${(part % 2) + 1}`, 'parts'), moved)
      }
      return [1, 2].map(shard => join(folder, `${name}-${shard}`))
    }
    const small = await write('small', 3_850)
    const large = await write('large', 38_500)
    expect(38_500 * PERIODS).toBeGreaterThan(10_000_000)
    const started = Date.now()
    const [before, after] = [
      await mergeOf(small, join(folder, 'one')),
      await mergeOf(large, join(folder, 'ten')),
    ]
    const seconds = Math.round((Date.now() - started) / 1_000)
    console.log(
      `1,001,000 run-periods: ${Math.round(before)} MB; 10,010,000: ${Math.round(after)} MB; both in ${seconds} s`,
    )
    // A run leaves its outcomes, 248 bytes; what else grows is garbage that is not collected yet.
    expect(after).toBeLessThan(before * 1.3)
    await mergeOf(large.toReversed(), join(folder, 'other'))
    for (const file of ['bands.csv', 'runs.csv', 'summary.json', 'report.html'])
      expect(readFileSync(join(folder, 'other', file)).equals(readFileSync(join(folder, 'ten', file)))).toBe(
        true,
      )
    rmSync(folder, { recursive: true })
  },
  3_600_000,
)
