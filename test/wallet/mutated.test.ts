import { AuthInfo as TheirAuthInfo, TxBody as TheirBody } from 'cosmjs-types/cosmos/tx/v1beta1/tx'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRegenError } from '../../src/primitives/errors.ts'
import { parseSignRequest, type TransactionRequest } from '../../src/wallet/index.ts'
import { aminoSignBytes, sortedJson } from '../../src/wallet/request/aminoSignBytes.ts'
import { AMINO_CONVERTERS } from '../../src/wire/aminoJson.ts'
import { encodeTxBody, type PlainTx } from '../../src/wire/decodeTx.ts'
import { LONG } from '../support/runs.ts'
import { toHex } from '../wire/recordings.ts'
import { sentenceByOthers } from './otherDecoder.ts'
import { aminoDocument, directDocument, recorded } from './recordedRequests.ts'

/** 500 in `npm test`, 100,000 in the long mode. */
const MUTATIONS = LONG ? 100_000 : 500

/** One change of bytes: another value, a bit, one more, one less, a piece twice, a piece gone. */
const anyChange = fc.record({
  kind: fc.constantFrom('set', 'set', 'set', 'set', 'flip', 'insert', 'remove', 'double', 'swap'),
  at: fc.noBias(fc.nat(9999)),
  byte: fc.oneof(fc.nat(255), fc.integer({ min: 48, max: 122 })),
  length: fc.integer({ min: 1, max: 40 }),
})
type Change = { readonly kind: string; readonly at: number; readonly byte: number; readonly length: number }

function change(bytes: Uint8Array, { kind, at, byte, length }: Change): Uint8Array {
  const place = Math.floor((at * bytes.length) / 10_000)
  const [head, tail] = [[...bytes.slice(0, place)], [...bytes.slice(place)]]
  const piece = tail.slice(0, length)
  if (kind === 'insert') return Uint8Array.from([...head, byte, ...tail])
  if (kind === 'remove') return Uint8Array.from([...head, ...tail.slice(length)])
  if (kind === 'double') return Uint8Array.from([...head, ...piece, ...tail])
  if (kind === 'swap') return Uint8Array.from([...head, ...tail.slice(length), ...piece])
  const [old = 0, ...rest] = tail
  return Uint8Array.from([...head, kind === 'flip' ? old ^ (1 << (byte % 8)) : byte, ...rest])
}

/** Refused with a code, or read; anything else fails the test. */
function read(given: unknown): TransactionRequest | null {
  try {
    const request = parseSignRequest(given)
    return request.kind === 'transaction' ? request : null
  } catch (error) {
    if (!isRegenError(error, 'SIGN_REQUEST_REFUSED')) throw error
    expect(error.message).not.toMatch(/\p{Cc}(?<!\n)/u)
    return null
  }
}

test(`${MUTATIONS} mutated direct documents: an error, or what is shown gives the bytes`, () => {
  let [shown, compared] = [0, 0]
  fc.assert(
    fc.property(
      fc.constantFrom(...recorded),
      fc.constantFrom('bodyBytes' as const, 'authInfoBytes' as const),
      fc.array(anyChange, { minLength: 1, maxLength: 2 }),
      (tx, field, changes) => {
        const document = directDocument(tx)
        const mutated = { ...document, [field]: changes.reduce(change, document[field]) }
        const request = read(mutated)
        if (request === null) return
        shown++
        const body = TheirBody.decode(mutated.bodyBytes)
        // Another decoder sees the same, and our words are made from what encodes to these very bytes.
        expect(request.memo).toBe(body.memo)
        expect(request.messages.map(({ typeUrl }) => typeUrl)).toEqual(
          body.messages.map(({ typeUrl }) => typeUrl),
        )
        const again = encodeTxBody({
          messages: request.messages as PlainTx['body']['messages'],
          memo: request.memo,
          timeoutHeight: request.timeoutHeight,
          unordered: body.unordered,
          timeoutTimestamp: body.timeoutTimestamp,
          extensionOptions: body.extensionOptions,
          nonCriticalExtensionOptions: body.nonCriticalExtensionOptions,
        } as never)
        expect(toHex(again)).toBe(toHex(mutated.bodyBytes))
        expect(toHex(authInfoAgain(request, mutated.authInfoBytes))).toBe(toHex(mutated.authInfoBytes))
        const sentences = request.sentences.filter(({ path }) => path.length === 0)
        expect(sentences.length).toBe(body.messages.length)
        // What nobody can tell the effect of is never fine.
        if (request.sentences.some(({ known, runs }) => runs && !known)) expect(request.action).toBe('block')
        // No lying sentence: what another library decodes gives the same words.
        body.messages.forEach(({ typeUrl, value }, index) => {
          const theirs = sentenceByOthers(typeUrl, value)
          if (theirs === null) return
          compared++
          expect(sentences[index]?.sentence).toBe(theirs)
        })
      },
    ),
    { numRuns: MUTATIONS },
  )
  expect(shown).toBeGreaterThan(MUTATIONS / 100)
  expect(compared).toBeGreaterThan(MUTATIONS / 200)
})

/** Signers and fee, encoded by another library from what is shown of them. */
function authInfoAgain({ keys, fee }: TransactionRequest, bytes: Uint8Array): Uint8Array {
  const { signerInfos, ...rest } = TheirAuthInfo.decode(bytes)
  const { coins, ...shownFee } = fee
  const amount = coins.map(({ denom, amount }) => ({ denom, amount: `${amount}` }))
  return TheirAuthInfo.encode({
    ...rest,
    signerInfos: signerInfos.map((info, index) => ({ ...info, sequence: keys[index]?.sequence ?? -1n })),
    ...(rest.fee && { fee: { ...shownFee, amount } }),
  } as TheirAuthInfo).finish()
}

/** A place in a JSON value, and what stands there instead. */
const anyEdit = fc.record({
  at: fc.nat(),
  to: fc.oneof(
    fc.constantFrom(
      null,
      '',
      '0',
      '1',
      '-1',
      '01',
      'uregen',
      true,
      7,
      [],
      {},
      'regen/MsgSend',
      '\u0000',
      '1e3',
    ),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  ),
  kind: fc.constantFrom('set', 'remove', 'rename', 'add'),
})

test(`${MUTATIONS} mutated amino documents: an error, or what is shown gives the text that is signed`, () => {
  const documents = recorded.flatMap(tx => aminoDocument(tx) ?? [])
  let shown = 0
  fc.assert(
    fc.property(
      fc.constantFrom(...documents),
      fc.array(anyEdit, { minLength: 1, maxLength: 2 }),
      (doc, edits) => {
        const mutated = edits.reduce<unknown>((value, edit) => applyEdit(value, edit), structuredClone(doc))
        const request = read(mutated)
        if (request === null) return
        shown++
        const { msgs } = mutated as {
          readonly msgs: readonly { readonly type: string; readonly value: unknown }[]
        }
        request.messages.forEach(({ typeUrl, value }, index) => {
          const converter = AMINO_CONVERTERS[typeUrl]
          const again = converter === undefined ? value : converter.toAmino(value)
          expect(sortedJson(again)).toBe(sortedJson(msgs[index]?.value))
        })
        expect(toHex(request.signBytes)).toBe(toHex(aminoSignBytes(mutated)))
      },
    ),
    { numRuns: MUTATIONS },
  )
  expect(shown).toBeGreaterThan(MUTATIONS / 100)
})

type Edit = { readonly at: number; readonly to: unknown; readonly kind: string }

/** Changes the nth field or item, counted from the outside in. */
function applyEdit(document: unknown, { at, to, kind }: Edit): unknown {
  const places: { readonly parent: Record<string, unknown>; readonly key: string }[] = []
  const visit = (value: unknown) => {
    if (typeof value !== 'object' || value === null) return
    for (const key of Object.keys(value)) {
      places.push({ parent: value as Record<string, unknown>, key })
      visit((value as Record<string, unknown>)[key])
    }
  }
  visit(document)
  const place = places[at % Math.max(1, places.length)]
  if (place === undefined) return document
  const { parent, key } = place
  if (kind === 'set') parent[key] = to
  if (kind === 'add') parent['added'] = to
  if (kind === 'remove') delete parent[key]
  if (kind === 'rename') {
    parent[`${key}_`] = parent[key]
    delete parent[key]
  }
  return document
}

test('nothing but a refusal comes of anything else', () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withTypedArray: true }), given => {
      expect(read(given)).toBeNull()
    }),
    { numRuns: MUTATIONS },
  )
})
