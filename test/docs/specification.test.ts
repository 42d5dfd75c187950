import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { renderSpecification } from '../../scripts/specification/render.ts'
import { STATEMENTS } from '../../scripts/specification/statements.ts'

const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

test('docs/specification.md is what its table says (npx tsx scripts/specification.ts)', () => {
  expect(readFileSync(here('docs/specification.md'), 'utf8')).toBe(renderSpecification())
})

test('every file and every test that a statement names exists', () => {
  for (const [number, , , , where, proof] of STATEMENTS)
    expect([number, existsSync(here(where)), existsSync(here(proof))]).toEqual([number, true, true])
})

test('no row is partial or missing without a reason, and none is there twice', () => {
  expect(STATEMENTS.filter(([, , , status, , , reason]) => status !== 'done' && reason === '')).toEqual([])
  expect(new Set(STATEMENTS.map(([number]) => number)).size).toBe(STATEMENTS.length)
})
