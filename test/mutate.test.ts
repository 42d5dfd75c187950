import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { CHANGES } from '../scripts/mutate/changes.ts'

const path = (relative: string) => fileURLToPath(new URL(`../${relative}`, import.meta.url))

test('what `npm run mutate` would change is in the code, and so is the test that it names', () => {
  expect(CHANGES.length).toBeGreaterThan(100)
  const lost = CHANGES.filter(
    change =>
      !readFileSync(path(`src/${change.file}`), 'utf8').includes(change.from) ||
      !existsSync(path(`test/${change.test}`)),
  )
  expect(lost.map(({ file, what }) => `${file}: ${what}`)).toEqual([])
})
