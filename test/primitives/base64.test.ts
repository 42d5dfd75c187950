import { base64 } from '@scure/base'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromBase64, toBase64 } from '../../src/primitives/base64.ts'
import { holds } from '../support/arbitraries.ts'

test('bytes are the text that the library writes, and the text is the bytes again', () => {
  holds(fc.uint8Array({ maxLength: 300 }), bytes => {
    expect(toBase64(bytes)).toBe(base64.encode(bytes))
    expect([...fromBase64(toBase64(bytes))]).toEqual([...bytes])
  })
})

test('what is no base64 throws', () => {
  expect(() => fromBase64('a*b=')).toThrow(expect.objectContaining({ name: 'InvalidCharacterError' }))
  expect(() => fromBase64('a')).toThrow()
})
