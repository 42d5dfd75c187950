import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type * as z from 'zod/mini'
import { ENTRIES } from '../../scripts/entries.ts'
import { policyHash } from '../../src/index.ts'
import { KNOBS } from '../../src/policy/index.ts'
import { CONTRACT_DRAFT_FLIPS } from './flips/contractDrafts.ts'
import { EPOCH_FLIPS } from './flips/epoch.ts'
import { type Flip, policiesOf } from './flips/flip.ts'
import { GOVERNANCE_FLIPS } from './flips/governance.ts'
import { M012_FLIPS } from './flips/m012.ts'
import { M013_FLIPS } from './flips/m013.ts'
import { M014_FLIPS } from './flips/m014.ts'
import { M015_FLIPS } from './flips/m015.ts'

/** Every knob, and what turning it changes. */
const FLIPS: readonly Flip[] = [
  ...CONTRACT_DRAFT_FLIPS,
  ...M012_FLIPS,
  ...M013_FLIPS,
  ...M014_FLIPS,
  ...M015_FLIPS,
  ...EPOCH_FLIPS,
  ...GOVERNANCE_FLIPS,
]

const shown = (value: unknown) =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? part.toString() : part)).slice(
    0,
    120,
  )

describe('turning a knob changes a number, a phase, a permitted action or a warning', () => {
  test.each(FLIPS.map(flip => [`${flip.knob} = ${shown(flip.setting)}`, flip] as const))('%s', (_, flip) => {
    const [before, after] = policiesOf(flip)
    expect(flip.of(before)).toEqual(flip.byDefault)
    expect(flip.of(after)).toEqual(flip.turned)
    expect(flip.turned).not.toEqual(flip.byDefault)
    expect(policyHash(after)).not.toBe(policyHash(before))
  })
})

/** The names between which a knob chooses: of a choice, or of the kinds of a setting. */
function namesOf(schema: z.ZodMiniType): readonly string[] {
  const { def } = schema._zod as unknown as {
    def: { type: string; entries?: object; in?: z.ZodMiniType; shape?: { kind?: z.ZodMiniType } }
  }
  if (def.type === 'enum') return Object.keys(def.entries ?? {})
  if (def.type === 'pipe' && def.in) return namesOf(def.in)
  return def.type === 'object' && def.shape?.kind ? namesOf(def.shape.kind) : []
}

const nameIn = (setting: unknown) =>
  typeof setting === 'object' && setting !== null && 'kind' in setting ? setting.kind : setting

const WALK = Object.entries(KNOBS).flatMap(([section, knobs]) =>
  Object.entries(knobs).map(([name, knob]) => [`${section}.${name}`, knob] as const),
)

test.each(WALK)('%s has a row, and each of its names too', (name, knob) => {
  const tried = FLIPS.filter(flip => flip.knob === name).map(({ setting }) => nameIn(setting))
  expect(tried).not.toEqual([])
  const first = nameIn(knob.default)
  expect(
    namesOf(knob.schema as z.ZodMiniType).filter(other => other !== first && !tried.includes(other)),
  ).toEqual([])
})

test('every row is of a knob', () => {
  const names: readonly string[] = WALK.map(([name]) => name)
  expect(FLIPS.map(({ knob }) => knob).filter(knob => !names.includes(knob))).toEqual([])
  expect(names.length).toBeGreaterThan(90)
})

test('the flips use public entries and nothing else of the code', () => {
  const folder = fileURLToPath(new URL('./flips', import.meta.url))
  const imports = readdirSync(folder).flatMap(file =>
    [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/from '(\.[^']+)'/g)].map(([, path = '']) => path),
  )
  const other = imports.filter(path => !path.startsWith('./') && !path.startsWith('../../../examples/'))
  expect(other.length).toBeGreaterThan(5)
  const entries = Object.values(ENTRIES).map(file => `../../../${file}`)
  expect(other.filter(path => !entries.includes(path))).toEqual([])
})
