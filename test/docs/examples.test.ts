import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { NEED_A_NODE } from './exampleWorld.ts'
import { moduleOf, publicExamples, withChecks } from './publicExamples.ts'

/** The `@example` of every public function: it compiles, and it gives what its comments say. */

const { examples, missing, problems } = publicExamples()

test('every public function has an example', () => {
  expect(missing).toEqual([])
})

test('they compile', () => {
  expect(problems).toEqual([])
})

test('those that need no node and no wallet give what the comments behind their lines say', () => {
  const folder = mkdtempSync(join(tmpdir(), 'regen-fees-examples-'))
  try {
    const run = examples.filter(
      ({ code, world }) =>
        !/\b(connectRegen|connectRpc|openStore|document|window)\b|^import .*'@cosmjs/m.test(code) &&
        !world.some(name => NEED_A_NODE.includes(name)),
    )
    for (const [index, example] of run.entries())
      writeFileSync(join(folder, `${index}.mts`), moduleOf(example, withChecks))
    writeFileSync(
      join(folder, 'all.mts'),
      `import { inspect } from 'node:util'
const wrong: string[] = []
const titles = ${JSON.stringify(run.map(({ title }) => title))}
let title = ''
const shown = (value: unknown) => inspect(value, { depth: 9, breakLength: Infinity, compact: true })
Object.assign(globalThis, {
  check: (value: unknown, said: string) => {
    if (shown(value) !== said && String(value) !== said) wrong.push(title + ': ' + shown(value) + ', and not ' + said)
  },
})
for (const [index, name] of titles.entries()) {
  title = name
  try {
    await (await import('./' + index + '.mts')).run()
  } catch (error) {
    wrong.push(title + ': ' + error)
  }
}
console.log(JSON.stringify(wrong))
`,
    )
    const printed = execFileSync(process.execPath, ['--import', 'tsx', join(folder, 'all.mts')], {
      encoding: 'utf8',
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
    })
    expect(JSON.parse(printed.trim().split('\n').at(-1) ?? '')).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
