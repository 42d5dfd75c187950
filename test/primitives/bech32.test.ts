import { bech32 } from '@scure/base'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bytesOfWords, decodeBech32, encodeBech32 } from '../../src/primitives/bech32.ts'
import { holds } from '../support/arbitraries.ts'

/** Bech32 here and in the library that audited projects use: the same bytes, the same texts, the same reasons. */

const LIMIT = 1023

/** What the library makes of a text: the prefix and bytes, or what it says is wrong. */
function byLibrary(text: string): unknown {
  try {
    const { prefix, words } = bech32.decode(text as `${string}1${string}`, LIMIT)
    return [prefix, [...bech32.fromWords(words)]]
  } catch (error) {
    return (error as Error).message
  }
}

function here(text: string): unknown {
  const decoded = decodeBech32(text)
  if (typeof decoded === 'string') return decoded
  const bytes = bytesOfWords(decoded.words)
  return typeof bytes === 'string' ? bytes : [decoded.prefix, [...bytes]]
}

const anyPrefix = fc.constantFrom('regen', 'regenvaloper', 'regenvalcons', 'a1b', '?', 'cosmos')
const anyBytes = fc.uint8Array({ maxLength: 64 })
const anyText = fc
  .tuple(anyPrefix, anyBytes)
  .map(([prefix, bytes]) => bech32.encode(prefix, bech32.toWords(bytes), LIMIT))

test('bytes are written as the library writes them, and read back', () => {
  holds(anyPrefix, anyBytes, (prefix, bytes) => {
    const text = encodeBech32(prefix, bytes)
    expect(text).toBe(bech32.encode(prefix, bech32.toWords(bytes), LIMIT))
    expect(here(text)).toEqual([prefix, [...bytes]])
    expect(here(text.toUpperCase())).toEqual([prefix, [...bytes]])
  })
})

test('a text with a character changed, lost or too many is refused for the library’s reason', () => {
  const anyCharacter = fc.oneof(
    fc.constantFrom('1', 'q', 'Q', 'b', ' ', 'é', 'İ', '\u007f'),
    fc.string({ maxLength: 2 }),
  )
  holds(anyText, fc.nat(100), fc.nat(2), anyCharacter, (text, place, lost, character) => {
    const at = place % text.length
    const changed = text.slice(0, at) + character + text.slice(at + lost)
    expect(here(changed)).toEqual(byLibrary(changed))
  })
})

test('any words under a right checksum are bytes or not for the library’s reason', () => {
  holds(anyPrefix, fc.array(fc.nat(31), { maxLength: 20 }), (prefix, words) => {
    const text = bech32.encode(prefix, words, LIMIT)
    expect(here(text)).toEqual(byLibrary(text))
  })
})

test('any text at all', () => {
  const letters = fc.constantFrom(...'qpzry9x8gf2tvdw0s3jn54khce6mua7l1')
  holds(fc.oneof(fc.string(), fc.string({ unit: letters, maxLength: 30 })), text => {
    expect(here(text)).toEqual(byLibrary(text))
  })
})

describe('each reason', () => {
  test.each([
    ['a12uel', 'invalid string length 6, expected (8..1023)'],
    [`regen1${'q'.repeat(1018)}`, 'invalid string length 1024, expected (8..1023)'],
    ['REGEN1É0000000', 'bech32.decode input: printable ASCII expected'],
    ['Regen1qqqqqqqq', 'mixed-case string not allowed'],
    ['1qqqqqqqqqq', 'invalid separator "1"'],
    ['qqqqqqqqqq', 'invalid separator "1"'],
    ['regen1qqqqq', 'invalid data length'],
    ['regen1qqbqqqqq', 'Unknown letter "b". Allowed: qpzry9x8gf2tvdw0s3jn54khce6mua7l'],
    ['ré1qqqqqqqq', 'Invalid prefix (ré)'],
    ['regen1qqqqqqqq', 'Invalid checksum in regen1qqqqqqqq'],
    [bech32.encode('regen', [0]), 'Excess padding'],
    [bech32.encode('regen', [0, 1]), 'Non-zero padding: 64'],
  ])('%s: %s', (text, reason) => {
    expect(here(text)).toBe(reason)
    expect(byLibrary(text)).toBe(reason)
  })
})
