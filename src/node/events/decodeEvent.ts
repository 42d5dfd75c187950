import { parseJson } from '../../primitives/parseJson.ts'
import { type AbciEvent, locate, type Oddity, PLACE_KEYS } from './abciEvent.ts'
import type { EventType, RegenEvent } from './eventFields.ts'
import { EVENTS } from './eventTable.ts'
import { type AttributeReader, MALFORMED } from './fieldReaders.ts'

/** True for an event that the decoder is for: one of Regen Ledger's own modules. */
export const isRegenEvent = ({ type }: AbciEvent): boolean => type.startsWith('regen.')

/**
 * One event of Regen Ledger. Attribute values are JSON, every default is written out.
 *
 * Never throws and never drops: an event that v7 does not have, one that lacks an attribute, says it twice, or says
 * something of another form, comes back as an oddity. Attributes that v7 does not have are named in `unread`.
 */
export function decodeEvent(event: AbciEvent, position: number): RegenEvent | Oddity {
  const { type, attributes } = event
  const at = locate(event, position)
  if (!isEventType(type)) return { ...at, type, kind: 'unknown', problem: 'v7 has no event of this type' }
  const given = attributes.filter(({ key }) => !PLACE_KEYS.has(key))
  const malformed = (problem: string): Oddity => ({ ...at, type, kind: 'malformed', problem })
  const texts = new Map<string, string>()
  for (const { key, value } of given) {
    if (texts.has(key)) return malformed(`${key.slice(0, 120)} is given twice`)
    texts.set(key, value)
  }
  const fields: { [name: string]: unknown } = {}
  for (const [name, read] of Object.entries<AttributeReader<unknown>>(EVENTS[type])) {
    const key = snakeCase(name)
    const value = texts.get(key)
    if (value === undefined) return malformed(`${key} is missing`)
    const field = parseAttribute(value, read)
    if (field === MALFORMED) return malformed(`${key} is not as expected: ${value.slice(0, 120)}`)
    fields[name] = field
    texts.delete(key)
  }
  // The table's type guarantees that the readers of a type make its fields.
  return { ...at, type, fields, unread: [...texts.keys()] } as unknown as RegenEvent
}

export const isOddity = (event: RegenEvent | Oddity): event is Oddity => 'problem' in event

const isEventType = (type: string): type is EventType => Object.hasOwn(EVENTS, type)

function parseAttribute(value: string, read: AttributeReader<unknown>): unknown {
  try {
    return read(parseJson(value))
  } catch (error) {
    if (error instanceof SyntaxError) return MALFORMED
    throw error
  }
}

const snakeCase = (name: string) => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
