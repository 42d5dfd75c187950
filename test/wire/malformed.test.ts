import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as endpoints from '../../scripts/record/endpoints.ts'
import { isRegenError } from '../../src/primitives/errors.ts'
import { type DecodedTx, decodeTx, encodeTx } from '../../src/wire/decodeTx.ts'
import { MsgExec } from '../../src/wire/generated/cosmos/authz/v1beta1/tx.ts'
import { AuthInfo, ModeInfo, TxBody, TxRaw } from '../../src/wire/generated/cosmos/tx/v1beta1/tx.ts'
import { fromBase64, queries, toHex, txs } from './recordings.ts'

const MSG_EXEC = '/cosmos.authz.v1beta1.MsgExec'
const recorded = txs.map(({ txBytes }) => fromBase64(txBytes))

/** The transaction, or INPUT_INVALID; any other error goes up and fails the test. */
function decodeOrRefuse(bytes: Uint8Array): DecodedTx | 'refused' {
  try {
    return decodeTx(bytes)
  } catch (error) {
    if (isRegenError(error, 'INPUT_INVALID')) return 'refused'
    throw error
  }
}

/** Refused, or shown: never half shown with `exact` true. */
function expectHonest(bytes: Uint8Array): void {
  const tx = decodeOrRefuse(bytes)
  if (tx !== 'refused') expect(tx.exact).toBe(toHex(encodeTx(tx)) === toHex(bytes))
}

const rawTx = ({ body, authInfo }: { body?: Uint8Array; authInfo?: Uint8Array }): Uint8Array =>
  TxRaw.encode(
    TxRaw.fromPartial({ bodyBytes: body ?? new Uint8Array(), authInfoBytes: authInfo ?? new Uint8Array() }),
  ).finish()

/** A length-delimited field around bytes: what a nesting bomb is made of. */
function field(number: number, bytes: Uint8Array): Uint8Array {
  const length: number[] = []
  for (let rest = bytes.length; ; rest >>>= 7) {
    length.push(rest > 127 ? (rest & 127) | 128 : rest)
    if (rest <= 127) break
  }
  return Uint8Array.from([(number << 3) | 2, ...length, ...bytes])
}

test('no bytes are no transaction', () => {
  expect(() => decodeTx(new Uint8Array())).toThrowErrorMatchingInlineSnapshot(`
    [RegenError: transaction is invalid:
    these bytes are not an encoded TxRaw
     Correct the fields above. [INPUT_INVALID]]
  `)
})

test('a transaction cut off anywhere is refused, or is whole up to the cut', () => {
  for (const bytes of recorded.slice(0, 20))
    for (let length = 0; length < bytes.length; length++) expectHonest(bytes.subarray(0, length))
})

test('a truncated message says which message it was', () => {
  const body = TxBody.encode(
    TxBody.fromPartial({ messages: [{ typeUrl: MSG_EXEC, value: Uint8Array.of(0x0a, 0x05, 0x72) }] }),
  ).finish()
  expect(() => decodeTx(rawTx({ body }))).toThrowErrorMatchingInlineSnapshot(`
    [RegenError: /cosmos.authz.v1beta1.MsgExec is invalid:
    its bytes do not decode: premature EOF
     Correct the fields above. [INPUT_INVALID]]
  `)
})

test('one changed byte never leads to another error than INPUT_INVALID, nor to a wrong `exact`', () => {
  fc.assert(
    fc.property(fc.constantFrom(...recorded), fc.nat(), fc.nat(255), (bytes, position, byte) => {
      const changed = bytes.slice()
      changed[position % bytes.length] = byte
      expectHonest(changed)
    }),
    { numRuns: 2000 },
  )
})

test('random bytes are refused or shown honestly', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), bytes => expectHonest(bytes)),
    { numRuns: 2000 },
  )
})

test('a wrong wire type in the envelope is refused', () => {
  expect(decodeOrRefuse(Uint8Array.of(0x08, 0x01))).toBe('refused')
})

test('a wrong wire type, an unknown field and a written default inside are shown as not exact', () => {
  const memoAsNumber = Uint8Array.of(0x10, 0x01)
  const unknownField = Uint8Array.of(0x7a, 0x01, 0x41)
  const emptyMemo = Uint8Array.of(0x12, 0x00)
  for (const body of [memoAsNumber, unknownField, emptyMemo])
    expect(decodeOrRefuse(rawTx({ body }))).toMatchObject({ exact: false })
  const memo = Uint8Array.of(0x12, 0x01, 0x41)
  expect(decodeOrRefuse(rawTx({ body: memo }))).toMatchObject({ exact: true, body: { memo: 'A' } })
})

test('a zero tag or an end-group tag, which ends decoding early, is not shown as exact', () => {
  const hidden = Uint8Array.of(0x12, 0x01, 0x42)
  for (const stop of [0x00, 0x0c])
    expect(decodeOrRefuse(rawTx({ body: Uint8Array.of(stop, ...hidden) }))).toMatchObject({ exact: false })
})

test('a hundred nested execs are refused', () => {
  let value: Uint8Array = new Uint8Array()
  for (let depth = 0; depth < 100; depth++)
    value = MsgExec.encode({ grantee: 'g', msgs: [{ typeUrl: MSG_EXEC, value }] }).finish()
  const body = TxBody.encode(TxBody.fromPartial({ messages: [{ typeUrl: MSG_EXEC, value }] })).finish()
  expect(decodeOrRefuse(rawTx({ body }))).toBe('refused')
})

test('a thousand nested multisig modes are refused', () => {
  let mode: Uint8Array = ModeInfo.encode(ModeInfo.fromPartial({ single: { mode: 1 } })).finish()
  for (let depth = 0; depth < 1000; depth++) mode = field(2, field(2, mode))
  const authInfo = field(1, field(2, mode))
  expect(() => AuthInfo.decode(authInfo)).toThrow(
    'messages are nested without end. Pass the bytes or the values of such a message. [PROTOBUF_INVALID]',
  )
  expect(decodeOrRefuse(rawTx({ authInfo }))).toBe('refused')
})

test('a million start-group tags are refused, quickly', () => {
  const bomb = new Uint8Array(1_000_000).fill(0x0b)
  expect(decodeOrRefuse(bomb)).toBe('refused')
  expect(decodeOrRefuse(rawTx({ body: bomb }))).toBe('refused')
})

test('a length beyond the end is refused', () => {
  expect(decodeOrRefuse(Uint8Array.of(0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f))).toBe('refused')
})

test('an answer that does not decode is RESPONSE_INVALID and names the query', () => {
  expect(() => endpoints.sellOrders.decode(Uint8Array.of(0x0a, 0x7f))).toThrowErrorMatchingInlineSnapshot(`
    [RegenError: The node answered /regen.ecocredit.marketplace.v1.Query/SellOrders with data this SDK does not understand:
    its bytes do not decode: premature EOF
     The chain may have been upgraded; look for a newer release of this SDK. [RESPONSE_INVALID]]
  `)
})

test('a node can answer with any bytes: the answer decodes or is RESPONSE_INVALID', () => {
  const answers = queries
    .filter(({ response }) => response.value)
    .map(({ response }) => fromBase64(response.value))
  const decoders = fc.constantFrom(
    ...Object.values(endpoints).map(({ decode }) => decode as (bytes: Uint8Array) => object),
  )
  const cut = fc
    .tuple(fc.constantFrom(...answers), fc.nat())
    .map(([bytes, length]) => bytes.subarray(0, length % (bytes.length + 1)))
  fc.assert(
    fc.property(decoders, fc.oneof(cut, fc.uint8Array({ maxLength: 100 })), (decode, bytes) => {
      try {
        decode(bytes)
      } catch (error) {
        if (!isRegenError(error, 'RESPONSE_INVALID')) throw error
      }
    }),
    { numRuns: 3000 },
  )
})
