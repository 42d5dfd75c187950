import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import installed from '../node_modules/zod/package.json' with { type: 'json' }
import manifest from '../package.json' with { type: 'json' }

/**
 * What we use of zod that it does not promise: `_zod`. A preview needs the value of a message that breaks a rule, which `safeParse`
 * does not give; forms and tables need what a schema consists of.
 */

const VERSION = '4.6.7'

/** The files that reach into `_zod`. */
const FILES = [
  'page/src/policy/shapeOf.ts',
  'page/src/preview/fieldsOf.ts',
  'scripts/generate/jsonSchemas.ts',
  'src/messages/cosmos/packed.ts',
  'src/messages/defineMessage.ts',
  'src/messages/fields/nested.ts',
  'src/messages/fields/rules.ts',
  'src/messages/parse/cleanValue.ts',
  'src/policy/kinds.ts',
  'src/simulation/scenario/inputRanges.ts',
]

const root = fileURLToPath(new URL('..', import.meta.url))

test('zod is the version whose `_zod` was looked at', () => {
  const sentence = `zod is no longer ${VERSION}. \`_zod\` is internal to zod and may mean something else now: see that the tests of this file hold, read its changelog for \`_zod\`, look at ${FILES.join(', ')}, and then write the new version here.`
  expect(manifest.dependencies.zod, sentence).toBe(VERSION)
  expect(installed.version, sentence).toBe(VERSION)
})

test('these files reach into `_zod`, and no others', () => {
  const found = ['src', 'page/src', 'scripts'].flatMap(folder =>
    readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
      .filter(
        name => /\.tsx?$/.test(name) && /\b_zod\b/.test(readFileSync(`${root}/${folder}/${name}`, 'utf8')),
      )
      .map(name => `${folder}/${name}`),
  )
  expect(found.toSorted(), 'a file more or less reaches into `_zod`: name it in this test').toEqual(FILES)
})

test('`run` gives the value and the issues of what breaks a rule, each with its parameters and path', () => {
  const rule = z.refine<string>(value => value !== 'bad', { params: { rule: 'ours' }, error: 'why' })
  const schema = z.strictObject({ field: z.string().check(rule), other: z._default(z.string(), 'there') })
  const run = (value: unknown) => schema._zod.run({ value, issues: [] }, { async: false })
  expect(run({ field: 'good' })).toMatchObject({ value: { field: 'good', other: 'there' }, issues: [] })
  expect(run({ field: 'bad' })).toMatchObject({
    value: { field: 'bad', other: 'there' },
    issues: [{ code: 'custom', params: { rule: 'ours' }, path: ['field'] }],
  })
  expect(run(5)).toMatchObject({ issues: [{ code: 'invalid_type', expected: 'object' }] })
})

test('a check is asked alone, and writes its issues into what it is given', () => {
  const check = z.refine<string>(value => value !== 'bad', { params: { rule: 'ours' } })
  const asked = (value: string) => {
    const payload = { value, issues: [] }
    return [check._zod.check(payload), payload.issues.length]
  }
  expect([asked('good'), asked('bad')]).toEqual([
    [undefined, 0],
    [undefined, 1],
  ])
  expect(check._zod.def.when).toBeUndefined()
  expect([
    z.string().check(check)._zod.traits.has('$ZodCheck'),
    z.int()._zod.traits.has('$ZodCheck'),
  ]).toEqual([false, true])
})

const text = z.string()
test.each<[string, z.ZodMiniType, { readonly [field: string]: unknown }]>([
  ['string', text, {}],
  ['bigint', z.bigint(), {}],
  ['boolean', z.boolean(), {}],
  ['default', z._default(text, 'x'), { innerType: text, defaultValue: 'x' }],
  ['nullable', z.nullable(text), { innerType: text }],
  ['optional', z.optional(text), { innerType: text }],
  ['pipe', z.pipe(text, text), { in: text, out: text }],
  ['transform', z.transform(String), { transform: expect.any(Function) }],
  ['union', z.union([text]), { options: [text] }],
  ['array', z.array(text), { element: text }],
  ['object', z.looseObject({ text }), { shape: { text } }],
  ['enum', z.enum(['a', 'b']), { entries: { a: 'a', b: 'b' } }],
  ['string', text.check(z.minLength(1)), { checks: [expect.anything()] }],
])('a schema says what it consists of: %s', (type, schema, parts) => {
  const def = schema._zod.def as unknown as { readonly [field: string]: unknown }
  expect(def['type']).toBe(type)
  for (const [field, part] of Object.entries(parts)) expect(def[field]).toEqual(part)
})

test('a strict object is one whose `catchall` is never, and a bound is a check with its value', () => {
  const strict = z.strictObject({ text })._zod.def
  expect([strict.catchall?._zod.def.type, z.object({ text })._zod.def.catchall]).toEqual(['never', undefined])
  expect(z.minimum(1)._zod.def).toMatchObject({ check: 'greater_than', value: 1, inclusive: true })
})

test('`optin` and `optout` say which fields may be absent', () => {
  const marks = ({ _zod: { optin, optout } }: z.core.$ZodType) => [optin, optout]
  expect(marks(z.string())).toEqual([undefined, undefined])
  expect(marks(z.optional(z.string()))).toEqual(['optional', 'optional'])
  expect(marks(z._default(z.string(), 'x'))).toEqual(['defaulted', undefined])
})
