import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import bundled from '../../examples/snapshot.json' with { type: 'json' }
import { aminoConverters } from '../../src/cosmjs.ts'
import { TX_TYPES } from '../../src/mechanisms/m013-value-based-fee-routing/params.ts'
import { CATALOG } from '../../src/messages/catalog.ts'
import { DEAD_MESSAGES } from '../../src/messages/deadMessages.ts'
import { MODULE_ACCOUNTS } from '../../src/messages/keeper/moduleAccounts.ts'
import { VALUED_BY } from '../../src/messages/valuedBy.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import { parseSnapshot } from '../../src/preview/snapshot.ts'
import { CODECS } from '../../src/wire/registry.ts'
import { moduleAddress } from '../support/moduleAddress.ts'
import { VALID_MESSAGES } from '../support/validMessages.ts'

const PAGE = readFileSync(new URL('../../docs/reference/messages.md', import.meta.url), 'utf8')

/** Messages of which the chain's amino JSON leaves something out. */
const HOLLOW = ['/regen.data.v2.MsgAnchor', '/regen.data.v2.MsgAttest', '/regen.data.v2.MsgRegisterResolver']

describe.each(CATALOG.map(type => [type.typeUrl, type] as const))('%s', (typeUrl, type) => {
  const value = type.read(VALID_MESSAGES[typeUrl]).value as object

  test('has a codec that gives back what it was given', () => {
    const codec = CODECS.get(typeUrl)
    const bytes = codec?.encode(codec.fromPartial(value as never)).finish() ?? new Uint8Array()
    expect(bytes.length).toBeGreaterThan(0)
    expect(codec?.decode(bytes)).toEqual(value)
  })

  test('has an amino converter whose two directions undo each other', () => {
    const { aminoType, toAmino, fromAmino } = aminoConverters[typeUrl] ?? {}
    if (HOLLOW.includes(typeUrl)) {
      expect(() => toAmino?.(value)).toThrow('AMINO_HOLLOW')
      return
    }
    expect(aminoType).toBe(/^\/(cosmos|ibc)\./.test(typeUrl) ? (type.aminoName ?? typeUrl) : typeUrl)
    const json = JSON.parse(JSON.stringify(toAmino?.(value)))
    expect(fromAmino?.(json)).toEqual(value)
  })

  test('names the field of its signer, and says in one sentence what it does', () => {
    expect(Object.keys(value)).toContain(type.signer)
    const sentence = type.sentence(value as never)
    expect(sentence).toMatch(/^[A-Z][^\n]*\.$/)
    expect(sentence).not.toMatch(/undefined|null|\[object/)
  })

  test('builds, and its example is accepted by its own rules', () => {
    expect(type.read(VALID_MESSAGES[typeUrl]).broken).toEqual([])
    expect((type as unknown as (input: unknown) => unknown)(VALID_MESSAGES[typeUrl])).toEqual({
      typeUrl,
      value,
    })
  })

  test('is charged as what it declares, under every setting of the knobs', () => {
    expect(TX_TYPES).toEqual(expect.arrayContaining([...type.charges]))
    const { messages } = previewFees({ messages: [{ typeUrl, value }], snapshot: parseSnapshot(bundled) })
    const charged = messages[0]?.proposed.parts.map(({ txType }) => txType) ?? []
    expect(type.charges).toEqual(expect.arrayContaining(charged))
    expect(type.charges.length > 0).toBe(Object.hasOwn(VALUED_BY, typeUrl))
  })

  test('has its row in docs/reference/messages.md', () => {
    expect(PAGE).toContain(`\`${typeUrl.split('.').at(-1)}\``)
  })
})

test('what cannot be used on v7 is refused by name, with the reason', () => {
  for (const [typeUrl, { reason }] of Object.entries(DEAD_MESSAGES)) {
    expect(CATALOG.some(type => type.typeUrl === typeUrl)).toBe(false)
    const { warnings } = previewFees({ messages: [{ typeUrl, value: {} }], snapshot: parseSnapshot(bundled) })
    expect(warnings).toEqual([
      { code: 'MESSAGE_DEAD', blocks: true, facts: { typeUrl, reason }, messageIndex: 0 },
    ])
  }
})

test('module accounts are the hashes of their names', () => {
  for (const [name, address] of Object.entries(MODULE_ACCOUNTS)) expect(moduleAddress(name)).toBe(address)
})
