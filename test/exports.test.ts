import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { publicNames } from '../scripts/docs/publicNames.ts'
import { ENTRIES } from '../scripts/entries.ts'
import * as root from '../src/index.ts'
import * as m013 from '../src/mechanisms/m013-value-based-fee-routing/index.ts'

/** The public names. docs/reference/public-names.md lists them, and a change of it is seen in review. */

const path = (relative: string) => fileURLToPath(new URL(`../${relative}`, import.meta.url))
const listed = readFileSync(path('docs/reference/public-names.md'), 'utf8')

const manifest = JSON.parse(readFileSync(path('package.json'), 'utf8')) as {
  exports: Record<string, string | Record<string, string>>
}

describe('every entry exports what docs/reference/public-names.md lists (npm run docs)', () => {
  test.each(publicNames())('$entry', ({ entry, values, types }) => {
    const [, section = ''] = listed.split(`\n## ${entry}\n`)
    const names = (word: string) =>
      [
        ...(new RegExp(`^${word}: (.*)$`, 'm').exec(section.split('\n## ')[0] ?? '')?.[1] ?? '').matchAll(
          /`(\w+)`/g,
        ),
      ].map(([, name]) => name)
    expect(values.length + types.length).toBeGreaterThan(0)
    expect({ values: names('Values'), types: names('Types') }).toEqual({ values, types })
  })
})

test('the root has M013, which a preview needs; M012, M014 and M015 are entries of their own', () => {
  expect(root.m013).toEqual(m013)
  for (const name of ['m012', 'm014', 'm015']) {
    expect(root).not.toHaveProperty(name)
    expect(ENTRIES).toHaveProperty(name)
  }
})

test('formulas of M013 and of the marketplace stand in the root as well, so that a bundle takes them alone', () => {
  expect([root.computeFee, root.computeMessageFee, root.splitFee, root.M013_V0]).toEqual([
    m013.computeFee,
    m013.computeMessageFee,
    m013.splitFee,
    m013.M013_V0,
  ])
  expect(root.quoteBuy).toBe(root.liveMarketplaceFees.quoteBuy)
})

test('every entry of the package has types first, and a file to build it from', () => {
  const entries = Object.entries(manifest.exports).filter(([, target]) => typeof target !== 'string')
  expect(entries.map(([entry]) => (entry === '.' ? 'index' : entry.slice(2))).sort()).toEqual(
    Object.keys(ENTRIES).sort(),
  )
  for (const [entry, target] of entries) {
    const name = entry === '.' ? 'index' : entry.slice(2)
    expect(JSON.stringify(target)).toBe(
      JSON.stringify({ types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` }),
    )
    expect(existsSync(path(ENTRIES[name] ?? ''))).toBe(true)
  }
})
