import { expect, test } from 'vitest'
import { canonicalJson, toJson } from '../../src/primitives/canonical.ts'
import { canonicalHash } from '../../src/primitives/canonicalHash.ts'
import { ratio } from '../../src/primitives/ratio.ts'

test('keys are sorted at every depth, bigints and fractions are text, absent fields are gone', () => {
  const value = { b: 2n, a: { d: ratio(1n, 50n), c: [ratio(1n, 3n), null] }, e: undefined }
  expect(canonicalJson(value)).toBe('{"a":{"c":["1/3",null],"d":"0.02"},"b":"2"}')
})

test('equal data hashes equal, whatever the order it was written in', () => {
  expect(canonicalHash({ a: 1, b: '2' })).toBe(canonicalHash({ b: '2', a: 1 }))
  expect(canonicalHash({ a: 1 })).not.toBe(canonicalHash({ a: '1' }))
  expect(canonicalHash({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
})

test.each([[0.1], [Number.NaN], [new Date(0)], [new Map()], [() => 1], [Symbol('x')], [2 ** 60]])(
  '%s has no canonical form',
  value => {
    expect(() => toJson({ deep: [value] })).toThrow(/\$\.deep\[0\].*\[NOT_CANONICAL\]/)
  },
)

test('prototype keys are data like any other', () => {
  const hostile = JSON.parse('{"__proto__": {"polluted": 1}, "constructor": "x"}')
  expect(canonicalJson(hostile)).toBe('{"__proto__":{"polluted":1},"constructor":"x"}')
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})
