import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PageRequest } from '../../src/wire/generated/cosmos/base/query/v1beta1/pagination.ts'
import { Duration } from '../../src/wire/generated/google/protobuf/duration.ts'
import { arbitraryMessage } from './arbitraryMessage.ts'
import { generatedCodec, messageTypes } from './schema.ts'

test('a random message of every type decodes to what was encoded', () => {
  for (const name of messageTypes.keys()) {
    const codec = generatedCodec(name)
    fc.assert(
      fc.property(arbitraryMessage(name), message => {
        expect(codec.decode(codec.encode(message).finish()), name).toEqual(message)
      }),
      { numRuns: 10 },
    )
  }
  expect(messageTypes.size).toBe(570)
})

test('a message with nothing set has no bytes', () => {
  for (const name of messageTypes.keys()) {
    const codec = generatedCodec(name)
    expect(codec.encode(codec.fromPartial({})).finish().length, name).toBe(0)
  }
})

test('64-bit integers keep every bit', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), limit => {
      expect(PageRequest.decode(PageRequest.encode(PageRequest.fromPartial({ limit })).finish()).limit).toBe(
        limit,
      )
    }),
  )
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), seconds => {
      expect(Duration.decode(Duration.encode({ seconds, nanos: 0 }).finish()).seconds).toBe(seconds)
    }),
  )
})
