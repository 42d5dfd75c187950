import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as cosmjs from '../src/cosmjs.ts'
import * as root from '../src/index.ts'

/** The public names. An addition is seen here, in review. */

const names = (module: object) => Object.keys(module).sort()

test('regen-fees', () => {
  expect(names(root)).toMatchInlineSnapshot(`
    [
      "CATALOG",
      "DEFAULT_POLICY",
      "RegenError",
      "WARNINGS",
      "basket",
      "coin",
      "cosmos",
      "credits",
      "data",
      "ecocredit",
      "formatCoin",
      "formatCredits",
      "formatRatio",
      "formatRegen",
      "isRegenError",
      "liveMarketplaceFees",
      "m013",
      "marketplace",
      "parseCoin",
      "parseCredits",
      "parseMessages",
      "parsePolicy",
      "parseRatio",
      "parseRegen",
      "parseSnapshot",
      "policyHash",
      "previewFees",
      "previewJson",
      "snapshotJson",
      "uregen",
      "warningSentence",
    ]
  `)
})

test('regen-fees/cosmjs', () => {
  expect(names(cosmjs)).toMatchInlineSnapshot(`
    [
      "aminoConverters",
      "decodeTx",
      "registryTypes",
      "unpackMessages",
    ]
  `)
})

test('every entry of the package has types first, and a file to build it from', () => {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    exports: Record<string, string | Record<string, string>>
  }
  for (const [entry, target] of Object.entries(manifest.exports)) {
    if (typeof target === 'string') continue
    expect([entry, Object.keys(target)]).toEqual([entry, ['types', 'default']])
    const source = new URL(
      `../${target['default']?.replace('./dist/', 'src/').replace(/\.js$/, '.ts')}`,
      import.meta.url,
    )
    expect(readFileSync(source, 'utf8').length).toBeGreaterThan(10)
  }
})
