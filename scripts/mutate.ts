import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Change } from './mutate/change.ts'
import { CHANGES as ALL } from './mutate/changes.ts'

/**
 * Breaks the code in listed ways, one at a time, and asks of each that a named test fails: `npm run mutate`; or of those in
 * some files only: `npm run mutate -- client/ node/`.
 *
 * Works on copies in a temporary folder, never on this checkout. Exit 1 when a change survives, when its test fails
 * without it, or when the text that it changes is no longer there.
 */

type Outcome =
  | 'caught'
  | 'survived'
  | 'text not found'
  | 'test not found'
  | 'test fails unchanged'
  | 'does not run'

/** Parts of the paths of files under src/. */
const wanted = process.argv.slice(2)
const CHANGES = ALL.filter(({ file }) => wanted.length === 0 || wanted.some(part => file.includes(part)))

const here = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
/** Milliseconds for each file after which a run of tests is ended; a law that fails can take long to find its smallest example. */
const MAX_RUN = 180_000
/** A change with which a test never ends is caught by the end of the test's time, and not by that of the run. */
const MAX_TEST = 120_000

const COPIED = [
  ...['package.json', 'tsconfig.json', 'vitest.config.ts', 'buf.yaml'],
  ...['scripts', 'src', 'test', 'examples', 'proto'],
]

const folder = mkdtempSync(join(tmpdir(), 'regen-fees-mutate-'))
const running = new Set<ChildProcess>()

/** Ends a test run with the worker processes that it started; they share its process group. */
function end({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}

function cleanUp(): void {
  for (const child of running) end(child)
  rmSync(folder, { recursive: true, force: true })
}
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)
  process.on(signal, () => {
    cleanUp()
    process.exit(code)
  })

/** A copy of what the tests need, with the installed packages linked. */
function makeCopy(name: string): string {
  const copy = join(folder, name)
  mkdirSync(copy)
  for (const path of COPIED) cpSync(here(path), join(copy, path), { recursive: true })
  symlinkSync(here('node_modules'), join(copy, 'node_modules'), 'dir')
  return copy
}

type Report = {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}

/** Runs test files of a copy, or of one file only the test of a title, and gives each test's status by its full name. */
async function runTests(
  copy: string,
  files: readonly string[],
  title?: string,
): Promise<Map<string, string>> {
  const report = join(copy, 'report.json')
  rmSync(report, { force: true })
  const exact = title === undefined ? [] : ['--testNamePattern', `^${escaped(title)}$`]
  const child = spawn(
    process.execPath,
    [
      join(copy, 'node_modules/vitest/vitest.mjs'),
      'run',
      ...['--reporter=json', `--outputFile=${report}`, `--testTimeout=${MAX_TEST}`, ...exact],
      ...files.map(file => join('test', file)),
    ],
    { cwd: copy, stdio: 'ignore', detached: true },
  )
  running.add(child)
  const timer = setTimeout(() => end(child), MAX_RUN * files.length)
  await new Promise(resolve => child.once('exit', resolve))
  clearTimeout(timer)
  running.delete(child)
  const { testResults } = readReport(report)
  return new Map(
    testResults.flatMap(({ assertionResults }) =>
      assertionResults
        .filter(({ status }) => status !== 'skipped')
        .map(({ fullName, status }) => [fullName.trim(), status] as const),
    ),
  )
}

function readReport(file: string): Report {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report
  } catch {
    return { testResults: [] }
  }
}

/** Applies one change to a copy, runs its test, and puts the text back. */
async function tryChange(change: Change, copy: string): Promise<Outcome> {
  const file = join(copy, 'src', change.file)
  const text = readFileSync(file, 'utf8')
  if (text.split(change.from).length !== 2) return 'text not found'
  writeFileSync(
    file,
    text.replace(change.from, () => change.to),
  )
  try {
    const status = (await runTests(copy, [change.test], change.title)).get(change.title)
    return status === undefined ? 'does not run' : status === 'failed' ? 'caught' : 'survived'
  } finally {
    writeFileSync(file, text)
  }
}

/** The changes whose test does not exist, or fails as things are. */
async function checkTests(copy: string): Promise<Map<Change, Outcome>> {
  const statuses = await runTests(copy, [...new Set(CHANGES.map(({ test }) => test))])
  const wrong = CHANGES.flatMap(change => {
    const status = statuses.get(change.title)
    if (status === 'passed') return []
    const outcome: Outcome = status === undefined ? 'test not found' : 'test fails unchanged'
    return [[change, outcome] as const]
  })
  return new Map(wrong)
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

async function main(): Promise<number> {
  const copies = Array.from({ length: Math.min(2, availableParallelism()) }, (_, index) =>
    makeCopy(`${index}`),
  )
  const outcomes = await checkTests(copies[0] ?? '')
  const waiting = CHANGES.filter(change => !outcomes.has(change))
  await Promise.all(
    copies.map(async copy => {
      for (let change = waiting.shift(); change !== undefined; change = waiting.shift()) {
        outcomes.set(change, await tryChange(change, copy))
        if (process.stderr.isTTY) process.stderr.write(`\r${outcomes.size}/${CHANGES.length}`)
      }
    }),
  )
  if (process.stderr.isTTY) process.stderr.write('\r')
  for (const change of CHANGES) {
    console.log(`${(outcomes.get(change) ?? '').padEnd(8)} ${change.what}  (src/${change.file})`)
    console.log(`         by test/${change.test}: ${change.title}`)
  }
  const caught = CHANGES.filter(change => outcomes.get(change) === 'caught').length
  console.log(`\n${caught} of ${CHANGES.length} changes were caught by the test named.`)
  return caught === CHANGES.length ? 0 : 1
}

try {
  process.exitCode = await main()
} finally {
  cleanUp()
}
