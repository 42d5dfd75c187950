import { BinaryReader, BinaryWriter } from '@bufbuild/protobuf/wire'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { RegenError } from '../../src/primitives/errors.ts'
import { PROTOBUF_INVALID, RPC_ERROR } from '../../src/primitives/errorTable.ts'
import { readScalar, type Scalar, writeScalar } from '../../src/wire/scalars.ts'
import { faultOf, finish, nothingWritten, skip } from '../../src/wire/wireFormat.ts'

/** The wire format is held against @bufbuild/protobuf, which reads and writes it independently of ours. */

const VALUES: { readonly [scalar in Scalar]: fc.Arbitrary<unknown> } = {
  string: fc.string({ unit: 'binary', maxLength: 200 }),
  bytes: fc.uint8Array({ maxLength: 300 }),
  bool: fc.boolean(),
  int32: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  uint32: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  int64: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  uint64: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
}

const scalars = Object.keys(VALUES) as Scalar[]

const ours = (scalar: Scalar, value: unknown): Uint8Array => {
  const written = nothingWritten()
  writeScalar(written, scalar, value, 'field')
  return finish(written)
}

test.each(scalars)(
  '%s: what we write is what @bufbuild/protobuf writes, and each reads the other',
  scalar => {
    fc.assert(
      fc.property(VALUES[scalar], value => {
        const bytes = ours(scalar, value)
        expect(bytes).toEqual(new BinaryWriter()[scalar](value as never).finish())
        expect(readScalar[scalar]({ bytes, at: 0 })).toEqual(new BinaryReader(bytes)[scalar]())
      }),
      { numRuns: 500 },
    )
  },
)

test.each(scalars)('%s: any bytes are read as @bufbuild/protobuf reads them, or refused by both', scalar => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 14 }), bytes => {
      const cursor = { bytes, at: 0 }
      const reader = new BinaryReader(bytes)
      const theirs = outcome(() => [reader[scalar](), reader.pos])
      expect(outcome(() => [readScalar[scalar](cursor), cursor.at])).toEqual(theirs)
    }),
    { numRuns: 1000 },
  )
})

test('what is skipped ends where @bufbuild/protobuf ends, groups in groups included', () => {
  const field = fc.oneof(
    fc.constantFrom([0x08, 0x01], [0x09, ...new Array<number>(8).fill(1)], [0x0d, 1, 2, 3, 4]),
    fc.uint8Array({ maxLength: 5 }).map(bytes => [0x12, bytes.length, ...bytes]),
  )
  const { group } = fc.letrec<{ group: number[] }>(tie => ({
    group: fc
      .array(fc.oneof({ depthSize: 'small' }, field, tie('group')), { maxLength: 4 })
      .map(fields => [0x1b, ...fields.flat(), 0x1c]),
  }))
  fc.assert(
    fc.property(fc.oneof(group, field), fields => {
      const bytes = Uint8Array.from([...fields, 0x7f])
      const cursor = { bytes, at: 1 }
      const reader = new BinaryReader(bytes)
      reader.skip(reader.tag()[1])
      skip(cursor, bytes[0] ?? 0)
      expect(cursor.at).toBe(reader.pos)
    }),
  )
})

test('a group that another one ends, wire types that do not exist and field 0 are refused', () => {
  const skipping =
    (...bytes: number[]) =>
    () => {
      skip({ bytes: Uint8Array.from(bytes), at: 1 }, bytes[0] ?? 0)
    }
  expect(skipping(0x1b, 0x24)).toThrow(
    'Protobuf refuses it: invalid end group tag. Pass the bytes or the values of such a message. [PROTOBUF_INVALID]',
  )
  expect(skipping(0x0e)).toThrow('cannot skip wire type 6')
  expect(skipping(0x02, 0)).toThrow('illegal tag: 2')
  expect(skipping(0x1b, 0x02, 0)).toThrow('illegal tag: 2')
  expect(skipping(...new Array<number>(200).fill(0x1b))).toThrow('maximum recursion depth reached')
})

test.each([
  ['int32', 2 ** 31],
  ['uint32', -1],
  ['int64', 2n ** 63n],
  ['uint64', 2n ** 64n],
] as const)('%s: %s does not fit', (scalar, value) => {
  expect(() => ours(scalar, value)).toThrow(`field does not fit into ${scalar}: ${value}`)
})

test('a reason is taken from a fault of bytes alone: another error is told by its message', () => {
  expect(faultOf(new RegenError(PROTOBUF_INVALID, { reason: 'invalid varint' }))).toBe('invalid varint')
  expect(
    faultOf(
      new RegenError(RPC_ERROR, {
        origin: 'https://node',
        method: 'status',
        code: 7,
        reason: 'it is not so',
      }),
    ),
  ).toMatch(/^https:\/\/node refused status \(7\): it is not so\. .*\[RPC_ERROR\]$/)
  expect(faultOf(Object.assign(new Error('its message'), { context: { reason: 'of others' } }))).toBe(
    'its message',
  )
  expect([faultOf('a text'), faultOf(null)]).toEqual(['a text', 'null'])
})

function outcome(read: () => unknown): unknown {
  try {
    return read()
  } catch (error) {
    return faultOf(error)
  }
}
