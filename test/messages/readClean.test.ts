import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { CATALOG, messageType } from '../../src/messages/catalog.ts'
import { cleanValue, NOT_CLEAN } from '../../src/messages/parse/cleanValue.ts'
import { holds } from '../support/arbitraries.ts'
import { verdicts } from '../support/recordings.ts'
import { VALID_MESSAGES } from '../support/validMessages.ts'

/** The law: cleanValue gives what the schema gives where that has no issue, and NOT_CLEAN everywhere else. */

const schemaOf = (typeUrl: string): z.ZodMiniType => {
  const type = messageType(typeUrl)
  if (type === undefined) throw new Error(`${typeUrl} is not in the catalog`)
  return type.schema as unknown as z.ZodMiniType
}

/** A value with the order of its fields, and with those that are there without a value. */
const shown = (value: unknown) =>
  JSON.stringify(value, (_, part: unknown) =>
    part === undefined ? 'undefined' : typeof part === 'bigint' ? `${part}n` : part,
  )

function holdsFor(schema: z.ZodMiniType, value: unknown): void {
  const { success, data } = schema.safeParse(value)
  const clean = cleanValue(schema, value)
  expect(clean === NOT_CLEAN).toBe(!success)
  if (success) {
    expect(clean).toStrictEqual(data)
    expect(shown(clean)).toBe(shown(data))
  }
}

test('a valid message of every type of the catalog is read so', () => {
  expect(Object.keys(VALID_MESSAGES).sort()).toEqual(CATALOG.map(({ typeUrl }) => typeUrl).sort())
  for (const [typeUrl, value] of Object.entries(VALID_MESSAGES)) {
    expect(cleanValue(schemaOf(typeUrl), value), typeUrl).not.toBe(NOT_CLEAN)
    holdsFor(schemaOf(typeUrl), value)
  }
})

test('every message that a node was asked about, accepted or refused', () => {
  const asked = verdicts().filter(({ typeUrl }) => messageType(typeUrl))
  expect(asked.length).toBeGreaterThan(400)
  for (const { typeUrl, value } of asked) holdsFor(schemaOf(typeUrl), value)
})

type Path = readonly (string | number)[]

function* pathsOf(value: unknown, path: Path = []): Generator<Path> {
  yield path
  if (typeof value === 'object' && value !== null)
    for (const [key, field] of Object.entries(value)) yield* pathsOf(field, [...path, key])
}

const LEFT_OUT = Symbol('left out')

/** A copy of a value in which one place holds something else, or is left out. */
function withChange(value: unknown, [key, ...rest]: Path, to: unknown): unknown {
  if (key === undefined) return to
  const fields = Object.entries(value as object).flatMap(([name, field]): [string, unknown][] => {
    if (name !== String(key)) return [[name, field]]
    const changed = withChange(field, rest, to)
    return changed === LEFT_OUT ? [] : [[name, changed]]
  })
  return Array.isArray(value) ? fields.map(([, field]) => field) : Object.fromEntries(fields)
}

test('a valid message with one place changed to anything, or left out', () => {
  const cases = Object.entries(VALID_MESSAGES).flatMap(([typeUrl, value]) =>
    [...pathsOf(value)].map(path => ({ typeUrl, value, path })),
  )
  const anything = fc.oneof(
    fc.constantFrom(
      LEFT_OUT,
      undefined,
      null,
      '',
      '0',
      '-1',
      '1e3',
      0,
      1,
      -1,
      1.5,
      true,
      [],
      {},
      new Date(0),
    ),
    fc.constantFrom(
      5n,
      [''],
      [undefined],
      { seconds: '5' },
      { seconds: 5n, nanos: 1 },
      '\ud800',
      '2020-01-01',
    ),
    fc.anything({ withBigInt: true, withDate: true }),
  )
  holds(fc.constantFrom(...cases), anything, ({ typeUrl, value, path }, to) => {
    const changed = withChange(value, path, to)
    if (changed !== LEFT_OUT) holdsFor(schemaOf(typeUrl), changed)
  })
})

test('a field beside those of the message', () => {
  for (const [typeUrl, value] of Object.entries(VALID_MESSAGES)) {
    expect(cleanValue(schemaOf(typeUrl), { ...(value as object), ofNoMessage: '' }), typeUrl).toBe(NOT_CLEAN)
    holdsFor(schemaOf(typeUrl), Object.create(value as object))
  }
})

describe('kinds of schema', () => {
  const text = z.string().check(z.refine(value => value !== 'no'))
  test.each<[string, z.ZodMiniType, readonly unknown[]]>([
    ['a default', z._default(z.nullable(text), 'd'), [undefined, null, 'x', 'no', 5]],
    [
      'an optional field',
      z.strictObject({ a: z.optional(text) }),
      [{}, { a: undefined }, { a: 'x' }, { a: null }, []],
    ],
    [
      'an optional default',
      z.strictObject({ a: z.optional(z._default(text, 'd')) }),
      [{}, { a: undefined }, { a: 'no' }],
    ],
    [
      'a default within',
      z.strictObject({ a: z._default(text, 'd') }),
      [{}, { a: undefined }, { a: 'no' }, { b: 1 }],
    ],
    ['a field of any value', z.strictObject({ a: z.unknown() }), [{}, { a: undefined }, { a: 5n }]],
    ['an object with other fields', z.object({ a: text }), [{ a: 'x', b: 1 }, { a: 'x' }, {}]],
    ['a choice', z.union([text, z.int(), z.bigint()]), ['x', 'no', 5, 5.5, 5n, null]],
    ['a text of a form', z.email(), ['a@b.org', 'x']],
    ['a list', z.array(text), [[], ['x'], ['x', 'no'], 'x', { length: 1 }]],
    ['a change of a text', z.string().check(z.trim(), z.minLength(1)), [' x ', '  ']],
    [
      'a text made of another',
      z.pipe(
        z.string(),
        z.transform(value => value.length),
      ),
      ['abc', 5],
    ],
    ['a text converted', z.coerce.string(), ['abc', 5]],
    ['nothing but null', z.null(), [null, undefined]],
  ])('%s', (_, schema, values) => {
    for (const value of values) holdsFor(schema, value)
  })
})
