import { execFile } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compilerProblems } from '../support/compilerProblems.ts'
import { NEED_A_NODE } from './exampleWorld.ts'
import { moduleOf, type PublicExample, publicExamples, withChecks } from './publicExamples.ts'

/** The `@example` of every public function: it compiles, and it gives what its comments say. */

const { examples, missing } = publicExamples()

/** Programs stand in a folder beside this one, so that they import packages, and find files, as it does. */
const FOLDER = fileURLToPath(new URL('../.docs-examples', import.meta.url))
beforeAll(() => mkdirSync(FOLDER, { recursive: true }))
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }))

test('every public function has an example', () => {
  expect(missing).toEqual([])
})

/** Writes the examples as modules, and gives the name of the file of each. */
const written = (chosen: readonly PublicExample[], kind: string, wrap?: (code: string) => string) =>
  chosen.map((example, index) => {
    const file = join(FOLDER, `${kind}-${index}.ts`)
    writeFileSync(file, moduleOf(example, wrap))
    return file
  })

test('they compile', async () => {
  const files = written(examples, 'compiled')
  const problems = await compilerProblems(files, {
    noPropertyAccessFromIndexSignature: false,
    rewriteRelativeImportExtensions: false,
  })
  const titled = (problem: string) =>
    problem.replace(/^.*compiled-(\d+)\.ts/, (_, index) => examples[index]?.title ?? '')
  expect(problems.map(titled)).toEqual([])
})

test('those that need no node and no wallet give what the comments behind their lines say', async () => {
  const run = examples.filter(
    ({ code, world }) =>
      !/\b(connectRegen|connectRpc|openStore|document|window)\b|^import .*'@cosmjs/m.test(code) &&
      !world.some(name => NEED_A_NODE.includes(name)),
  )
  const files = written(run, 'run', withChecks)
  const outfile = join(FOLDER, 'all.mjs')
  await build({
    stdin: { contents: program(run, files), resolveDir: FOLDER, loader: 'ts' },
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'silent',
  })
  const { stdout } = await promisify(execFile)(process.execPath, [outfile])
  expect(JSON.parse(stdout.trim().split('\n').at(-1) ?? '')).toEqual([])
})

/** Runs one example after another, and prints what is wrong with them. */
const program = (run: readonly PublicExample[], files: readonly string[]): string => `
import { inspect } from 'node:util'
${files.map((file, index) => `import { run as run${index} } from '${file}'`).join('\n')}
const wrong: string[] = []
let title = ''
const shown = (value: unknown) => inspect(value, { depth: 9, breakLength: Infinity, compact: true })
Object.assign(globalThis, {
  check: (value: unknown, said: string) => {
    if (shown(value) !== said && String(value) !== said) wrong.push(title + ': ' + shown(value) + ', and not ' + said)
  },
})
const all = [${run.map((example, index) => `[${JSON.stringify(example.title)}, run${index}]`).join(', ')}] as const
for (const [name, run] of all) {
  title = name
  try {
    await run()
  } catch (error) {
    wrong.push(title + ': ' + error)
  }
}
console.log(JSON.stringify(wrong))
`
