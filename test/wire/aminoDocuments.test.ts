import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { aminoConverters } from '../../src/cosmjs.ts'
import { CATALOG } from '../../src/messages/catalog.ts'
import { parseMessages } from '../../src/messages/parseMessages.ts'
import { isRegenError } from '../../src/primitives/errors.ts'
import { CODECS } from '../../src/wire/registry.ts'

/**
 * found.md, "Amino JSON, held against the chain's own encoder": documents that the chain's encoder (cosmossdk.io/x/tx v0.14.0) wrote
 * for messages with random values: empty, nested, any text. Each line: the message as plain JSON, its bytes, and the sign bytes.
 */
type Document = {
  readonly typeUrl: string
  readonly value: object
  readonly any: string
  /** What is signed, as text. */
  readonly signBytes: string
}

const documents = readFileSync(new URL('./amino-documents.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Document)

/** JSON as Go writes it: `<`, `>`, `&` and line separators escaped. */
const goJson = (value: unknown): string =>
  JSON.stringify(sorted(value)).replace(
    /[<>&\u2028\u2029]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, field]) => [name, sorted(field)]),
  )
}

const signBytesOf = ({ typeUrl, value }: Document): string => {
  const { aminoType, toAmino } = aminoConverters[typeUrl] ?? {}
  return goJson({
    account_number: '7',
    chain_id: 'regen-1',
    fee: { amount: [{ amount: '5000', denom: 'uregen' }], gas: '200000' },
    memo: '',
    msgs: [{ type: aminoType, value: toAmino?.(parseMessages([{ typeUrl, value }])[0]?.value) }],
    sequence: '3',
  })
}

/** A content hash inside of a message of the data module, of which the chain writes `{}`. */
const isHollow = ({ signBytes }: Document) =>
  /\/regen\.data\.v2\.Msg(Anchor|Attest|RegisterResolver)"/.test(signBytes)

const hasSeparator = ({ signBytes }: Document) => /\\u202[89]/.test(signBytes)

describe('sign bytes are those of the chain’s own encoder', () => {
  test.each(CATALOG.map(({ typeUrl }) => typeUrl as string))('%s', typeUrl => {
    const own = documents.filter(document => document.typeUrl === typeUrl)
    expect(own.length).toBeGreaterThanOrEqual(20)
    for (const document of own)
      if (!hasSeparator(document) && !isHollow(document))
        expect(signBytesOf(document)).toBe(document.signBytes)
  })
})

test('text with U+2028 or U+2029, which wallets write otherwise, is refused by the name of its field', () => {
  const separated = documents.filter(document => hasSeparator(document) && !isHollow(document))
  expect(separated.length).toBeGreaterThan(20)
  for (const document of separated) {
    let caught: unknown
    try {
      signBytesOf(document)
    } catch (error) {
      caught = error
    }
    expect(isRegenError(caught, 'AMINO_TEXT')).toBe(true)
  }
})

test('documents of which the chain’s encoder leaves the content hash out are refused: a signature would not cover it', () => {
  const hollow = documents.filter(isHollow)
  expect(hollow.length).toBeGreaterThan(60)
  for (const document of hollow) {
    expect(document.signBytes).not.toContain('digest_algorithm')
    expect(() => signBytesOf(document)).toThrow(/AMINO_(HOLLOW|TEXT)/)
  }
})

test('the documents are of the very bytes that our codecs write', () => {
  const different = documents.filter(({ typeUrl, value, any }) => {
    const codec = CODECS.get(typeUrl)
    const bytes = codec?.encode(parseMessages([{ typeUrl, value }])[0]?.value as object).finish()
    return Buffer.from(bytes ?? []).toString('base64') !== any
  })
  expect(different).toEqual([])
})

test('reading amino JSON back gives a message with the same sign bytes', () => {
  for (const document of documents.filter(document => !hasSeparator(document) && !isHollow(document))) {
    const { aminoType, fromAmino } = aminoConverters[document.typeUrl] ?? {}
    const { msgs } = JSON.parse(document.signBytes) as { msgs: { type: string; value: object }[] }
    expect(msgs[0]?.type).toBe(aminoType)
    const value = fromAmino?.(msgs[0]?.value) as object
    expect(signBytesOf({ ...document, value })).toBe(document.signBytes)
  }
})
