import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Timestamp } from '../../src/wire/generated/google/protobuf/timestamp.ts'
import { arbitraryMessage } from './arbitraryMessage.ts'
import { toHex } from './recordings.ts'
import { REFERENCES, type Reference, referenceCodec, toReference } from './references.ts'
import { generatedCodec, messageType, messageTypes } from './schema.ts'

/** How many message types are compared. */
const COMPARED: Readonly<Record<string, number>> = {
  '@regen-network/api 1.0.0-alpha6': 406,
  'cosmjs-types 0.11.0 (Cosmos SDK 0.53.4)': 228,
}

const RUNS = 25

/** Its codec of a Timestamp takes the message itself, also where its fields take a Date. */
const comparable = [...messageTypes.keys()].filter(name => name !== 'google.protobuf.Timestamp')

const ours = (name: string, message: object): string => toHex(generatedCodec(name).encode(message).finish())

function theirs(reference: Reference, name: string, message: object): string {
  const codec = referenceCodec(reference, name)
  if (!codec) throw new Error(`${reference.name} has no ${name}`)
  return toHex(codec.encode(toReference(reference, name, message)).finish())
}

describe.each(REFERENCES)('$name', reference => {
  const known = comparable.filter(name => referenceCodec(reference, name) !== undefined)

  test('has every message type of ours but those listed as missing', () => {
    const listed = comparable.filter(
      name =>
        reference.missingFiles.includes(messageType(name).file) || reference.missingTypes.includes(name),
    )
    expect(comparable.filter(name => !known.includes(name))).toEqual(listed)
    const files = new Set(listed.map(name => messageType(name).file))
    expect(reference.missingFiles.filter(file => !files.has(file))).toEqual([])
    expect(reference.missingTypes.filter(name => !listed.includes(name))).toEqual([])
  })

  test('encodes random messages to the same bytes', () => {
    const held = new Map(reference.fields.map(({ field, same }) => [field, same]))
    for (const name of known)
      fc.assert(
        fc.property(arbitraryMessage(name, held), message => {
          expect(theirs(reference, name, message), name).toBe(ours(name, message))
        }),
        { numRuns: RUNS },
      )
    expect(known.length).toBe(COMPARED[reference.name])
  })

  const listed = reference.fields.map(difference => [difference.field, difference.why, difference] as const)

  test.each(listed)('differs in %s: %s', (field, _why, { same, differs }) => {
    const name = field.slice(0, field.lastIndexOf('.'))
    const key = messageType(name).fields.find(candidate => `${name}.${candidate.name}` === field)?.key
    if (key === undefined) throw new Error(`proto/ has no field ${field}`)
    const message = { ...generatedCodec(name).fromPartial({}), ...heldDefaults(reference, name) }
    expect(theirs(reference, name, { ...message, [key]: same })).toBe(ours(name, { ...message, [key]: same }))
    const different = () => theirs(reference, name, { ...message, [key]: differs })
    // A package that asks for fields which our definition leaves out cannot encode such a message at all.
    if (field.startsWith('cosmwasm.')) expect(different).toThrow(TypeError)
    else expect(different()).not.toBe(ours(name, { ...message, [key]: differs }))
  })

  test('writes 64-bit integers from 2^31 to 2^32 - 1 wrongly: dates of 2038 to 2106 among them', () => {
    const year2050 = { seconds: 2_524_608_000n, nanos: 0 }
    const codec = referenceCodec(reference, 'google.protobuf.Timestamp')
    expect(toHex(codec?.encode(year2050).finish() ?? new Uint8Array())).toBe('080000000000')
    expect(Timestamp.decode(Timestamp.encode(year2050).finish())).toEqual(year2050)
  })
})

/** The listed fields of one message type, at the values where both agree. */
function heldDefaults(reference: Reference, name: string): object {
  const fields = messageType(name).fields.flatMap(({ name: fieldName, key }) => {
    const listed = reference.fields.find(({ field }) => field === `${name}.${fieldName}`)
    return listed ? [[key, listed.same]] : []
  })
  return Object.fromEntries(fields)
}
