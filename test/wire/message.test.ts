import { expect, test } from 'vitest'
import { type Codec, message } from '../../src/wire/message.ts'

type Inner = { text: string }
type Outer = { id: bigint; ids: bigint[]; inner: Inner | undefined; inners: Inner[]; bytes: Uint8Array }

const Inner: Codec<Inner> = message('string text = 1')
const Outer: Codec<Outer> = message(
  'uint64 id = 1; uint64[] ids = 2; Inner inner = 3; Inner[] inners = 4; bytes bytes = 5',
  () => [Inner, Inner],
)

const encode = (partial: Partial<Outer>) => [...Outer.encode(Outer.fromPartial(partial)).finish()]
const decode = (...bytes: number[]) => Outer.decode(Uint8Array.from(bytes))

test('what is at its default is not written, and is there again when read', () => {
  expect(encode({})).toEqual([])
  expect(decode()).toEqual({ id: 0n, ids: [], inner: undefined, inners: [], bytes: new Uint8Array(0) })
})

test('an empty message inside is written: that it is there means something', () => {
  expect(encode({ inner: { text: '' } })).toEqual([0x1a, 0])
  expect(decode(0x1a, 0).inner).toEqual({ text: '' })
})

test('a list of numbers is written in one piece, and read in one or in many', () => {
  expect(encode({ ids: [1n, 0n, 300n] })).toEqual([0x12, 4, 1, 0, 0xac, 2])
  expect(decode(0x12, 4, 1, 0, 0xac, 2).ids).toEqual([1n, 0n, 300n])
  expect(decode(0x10, 1, 0x12, 1, 0, 0x10, 0xac, 2).ids).toEqual([1n, 0n, 300n])
})

test('of a single field that comes twice the last one counts; each message has lists of its own', () => {
  expect(decode(0x08, 1, 0x08, 2).id).toBe(2n)
  decode(0x22, 0).inners.push({ text: 'mine' })
  expect(decode().inners).toEqual([])
})

test('unknown fields, and known ones of another wire type, are skipped', () => {
  expect(decode(0x3a, 1, 7, 0x08, 5, 0x0a, 1, 9).id).toBe(5n)
})

test('a number that does not fit is refused: the writer would cut it', () => {
  expect(() => encode({ id: 2n ** 64n })).toThrow('id does not fit into uint64: 18446744073709551616')
  expect(() => encode({ ids: [-1n] })).toThrow('ids does not fit into uint64: -1')
})

test('bytes that end too early are refused', () => {
  expect(() => decode(0x0a, 5, 1)).toThrow(
    'premature EOF. Pass the bytes or the values of such a message. [PROTOBUF_INVALID]',
  )
  expect(() => decode(0x1a, 3, 0x0a)).toThrow(
    'premature EOF. Pass the bytes or the values of such a message. [PROTOBUF_INVALID]',
  )
})
