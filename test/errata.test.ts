import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { DIFFERENCES } from '../scripts/errata/differences.ts'
import { SOURCES } from '../scripts/errata/erratum.ts'
import { ERRATA, ERRATA_PAGE, errataPage } from '../scripts/errata/page.ts'
import { DEFAULT_POLICY } from '../src/index.ts'
import { diffPolicy, presetPolicy } from '../src/policy/index.ts'
import { RECOMPUTED_DIFFERENCES } from './errata/differences.ts'
import { LEDGER_RECOMPUTED } from './errata/ledger.ts'
import { M012_RECOMPUTED } from './errata/m012.ts'
import { M013_RECOMPUTED } from './errata/m013.ts'
import { M014_RECOMPUTED } from './errata/m014.ts'
import { M015_RECOMPUTED } from './errata/m015.ts'

/** Every figure of docs/errata.md, recomputed; what was published by code is run in our own words (test/errata/published.ts). */

const RECOMPUTED = {
  ...M012_RECOMPUTED,
  ...M013_RECOMPUTED,
  ...M014_RECOMPUTED,
  ...M015_RECOMPUTED,
  ...LEDGER_RECOMPUTED,
}

test.each(ERRATA.map(erratum => [erratum.id, erratum] as const))('%s', (id, { published, exact }) => {
  const recomputed = RECOMPUTED[id]?.()
  expect(recomputed).toEqual({ exact, ...(recomputed?.published !== undefined && { published }) })
})

test('every erratum is recomputed, and nothing else is', () => {
  expect(Object.keys(RECOMPUTED)).toEqual(ERRATA.map(({ id }) => id))
})

test('an erratum says two different things, and where', () => {
  for (const { id, published, exact, where, input, formula } of ERRATA) {
    expect([id, published === exact]).toEqual([id, false])
    for (const text of [published, exact, input, formula, ...where])
      expect([id, text.trim()]).not.toEqual([id, ''])
  }
})

test('what is cited is listed with the version that was read, and everything listed is cited', () => {
  const isIn = (place: string, name: string) => place === name || place.startsWith(`${name},`)
  const cited = [
    ...ERRATA.filter(({ id }) => !id.startsWith('ERR-LIVE')).flatMap(({ where }) => where),
    ...DIFFERENCES.map(({ where }) => where),
  ]
  const names = SOURCES.map(({ name }) => name)
  expect(names.filter(name => !cited.some(place => isIn(place, name)))).toEqual([])
  expect(cited.filter(place => !names.some(name => isIn(place, name)))).toEqual([])
  for (const { commit } of SOURCES) expect(commit).toMatch(/^[0-9a-f]{12}$/)
})

test('the ids of the list that this page started from are all here', () => {
  const list = JSON.parse(readFileSync(new URL('./vectors/errata.json', import.meta.url), 'utf8')) as {
    id: string
  }[]
  const ids = ERRATA.map(({ id }) => id)
  expect(list.map(({ id }) => id).filter(id => !ids.includes(id))).toEqual([])
})

test('a difference is listed for each knob that the preset contract-drafts turns, and for no other', () => {
  const turned = diffPolicy(DEFAULT_POLICY, presetPolicy('contract-drafts')).changes.map(({ knob }) => knob)
  expect(DIFFERENCES.map(({ knob }) => knob).sort()).toEqual([...turned].sort())
})

test.each(DIFFERENCES.filter(({ example }) => example !== '').map(row => [row.knob, row] as const))(
  'the example of %s',
  (knob, { example }) => {
    const recomputed = RECOMPUTED_DIFFERENCES[knob]?.()
    expect(recomputed && example.endsWith(recomputed) ? example : recomputed).toBe(example)
  },
)

test('docs/errata.md is up to date (npm run docs)', () => {
  expect(existsSync(ERRATA_PAGE)).toBe(true)
  expect(readFileSync(ERRATA_PAGE, 'utf8') === errataPage()).toBe(true)
})
