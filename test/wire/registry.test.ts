import { type GeneratedType, Registry } from '@cosmjs/proto-signing'
import { expect, test } from 'vitest'
import { isRegenError } from '../../src/primitives/errors.ts'
import { MsgExec } from '../../src/wire/generated/cosmos/authz/v1beta1/tx.ts'
import { MsgRetire } from '../../src/wire/generated/regen/ecocredit/v1/tx.ts'
import type { Codec } from '../../src/wire/message.ts'
import { CODECS, type PlainAny } from '../../src/wire/registry.ts'
import { registryTypes } from '../../src/wire/registryTypes.ts'
import { methods } from './schema.ts'

const MSG_EXEC = '/cosmos.authz.v1beta1.MsgExec'
const MSG_RETIRE = '/regen.ecocredit.v1.MsgRetire'
const GRANTEE = 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x'

function codecOf(typeUrl: string): Codec<object> {
  const codec = CODECS.get(typeUrl)
  if (!codec) throw new Error(`no codec for ${typeUrl}`)
  return codec
}

const encode = ({ typeUrl, value }: PlainAny): Uint8Array => codecOf(typeUrl).encode(value).finish()

const exec = (...msgs: PlainAny[]): PlainAny => ({ typeUrl: MSG_EXEC, value: { grantee: GRANTEE, msgs } })

const retire = (value: Partial<MsgRetire>): PlainAny => ({ typeUrl: MSG_RETIRE, value })

/** An exec of an exec of … a retirement, with so many wrappers. */
const nested = (wrappers: number): PlainAny =>
  Array.from({ length: wrappers }).reduce<PlainAny>(inner => exec(inner), retire({ owner: GRANTEE }))

test('knows every message and every response of the Msg services in proto/', () => {
  const declared = methods
    .filter(({ path }) => path.includes('.Msg/'))
    .flatMap(({ request, response }) => [`/${request}`, `/${response}`])
  expect(declared.filter(typeUrl => !CODECS.has(typeUrl))).toEqual([])
  expect([...CODECS.keys()].filter(typeUrl => typeUrl.includes('.Msg')).sort()).toEqual(declared.sort())
  expect([declared.length, CODECS.size]).toEqual([146, 164])
})

test('fits the Registry of CosmJS, by type and by behaviour', () => {
  const types: readonly [string, GeneratedType][] = registryTypes
  const registry = new Registry(types)
  const partial = exec(retire({ owner: GRANTEE }))
  const bytes = registry.encode(partial)
  expect(registry.decode({ typeUrl: MSG_EXEC, value: bytes })).toEqual({
    grantee: GRANTEE,
    msgs: [{ typeUrl: MSG_RETIRE, value: MsgRetire.fromPartial({ owner: GRANTEE }) }],
  })
})

test('packs plain inner messages into the bytes that hand-packed ones have', () => {
  const value = MsgRetire.encode(MsgRetire.fromPartial({ owner: GRANTEE, jurisdiction: 'US-WA' })).finish()
  const byHand = MsgExec.encode({ grantee: GRANTEE, msgs: [{ typeUrl: MSG_RETIRE, value }] }).finish()
  expect(encode(exec(retire({ owner: GRANTEE, jurisdiction: 'US-WA' })))).toEqual(byHand)
  expect(encode(exec({ typeUrl: MSG_RETIRE, value }))).toEqual(byHand)
})

test('leaves an inner message of an unknown type as bytes, both ways', () => {
  const unknown = { typeUrl: '/regen.future.v1.MsgNew', value: Uint8Array.of(1, 2, 3) }
  expect(codecOf(MSG_EXEC).decode(encode(exec(unknown)))).toEqual(exec(unknown).value)
})

test('refuses to pack a plain inner message of an unknown type', () => {
  expect(() =>
    encode(exec({ typeUrl: '/regen.future.v1.MsgNew', value: {} })),
  ).toThrowErrorMatchingInlineSnapshot(`
    [RegenError: /regen.future.v1.MsgNew is invalid:
    an unknown type; pass its value as bytes
     Correct the fields above. [INPUT_INVALID]]
  `)
})

test('opens and packs fifteen wrappers; a sixteenth is refused on both ways', () => {
  const fifteen = nested(15)
  const opened = codecOf(MSG_EXEC).decode(encode(fifteen))
  expect(encode({ typeUrl: MSG_EXEC, value: opened })).toEqual(encode(fifteen))

  const message = { grantee: '', msgs: [{ typeUrl: MSG_EXEC, value: encode(nested(16)) }] }
  const bytes = MsgExec.encode(message).finish()
  expect(() => encode(nested(17))).toThrowErrorMatchingInlineSnapshot(`
    [RegenError: /cosmos.authz.v1beta1.MsgExec is invalid:
    nested more than 16 deep
     Correct the fields above. [INPUT_INVALID]]
  `)
  expect(() => codecOf(MSG_EXEC).decode(bytes)).toThrow('nested more than 16 deep')
})

test('a message that holds itself is refused, not followed for ever', () => {
  const msgs: PlainAny[] = []
  msgs.push(exec(...msgs))
  const loop = { typeUrl: MSG_EXEC, value: { grantee: GRANTEE, msgs } }
  msgs.push(loop)
  let caught: unknown
  try {
    encode(loop)
  } catch (error) {
    caught = error
  }
  expect(isRegenError(caught, 'INPUT_INVALID')).toBe(true)
})
