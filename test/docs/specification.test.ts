import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { renderSpecification } from '../../scripts/specification/render.ts'
import { STATEMENTS } from '../../scripts/specification/statements.ts'

const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

test('docs/specification.md is what its table says (npx tsx scripts/specification.ts)', () => {
  expect(readFileSync(here('docs/specification.md'), 'utf8')).toBe(renderSpecification())
})

test('every file that a statement names exists, and its test has the title that it names', () => {
  const files = new Map<string, string>()
  for (const { number, where, test: file, title } of STATEMENTS) {
    expect([number, existsSync(here(where)), existsSync(here(file))]).toEqual([number, true, true])
    const text = files.get(file) ?? readFileSync(here(file), 'utf8')
    files.set(file, text)
    expect([number, file, title, text.includes(title)]).toEqual([number, file, title, true])
  }
})

test('no row is partial or missing without a reason, and none is there twice', () => {
  expect(STATEMENTS.filter(({ status, reason }) => status !== 'done' && reason === '')).toEqual([])
  const statuses = ['done', 'partial', 'missing', 'not for an SDK']
  expect(STATEMENTS.filter(({ status }) => !statuses.includes(status))).toEqual([])
  expect(new Set(STATEMENTS.map(({ number }) => number)).size).toBe(STATEMENTS.length)
})
