import type { Catalog } from '../catalogOf.ts'
import { isMessage, type Message, requireShallow } from '../message.ts'
import { messagesIn } from './messagesIn.ts'
import { parseFields } from './parseFields.ts'

/** Messages of any form, as `parseMessages` says it; those outside of the catalog are passed on as they are. */
export const toMessages = (json: unknown, catalog: Catalog): readonly Message[] =>
  messagesIn(json, catalog).map(message => toMessage(message, catalog, 0))

function toMessage({ typeUrl, value }: Message, catalog: Catalog, depth: number): Message {
  requireShallow(depth)
  const type = catalog.typeOf(typeUrl)
  if (type === undefined || value instanceof Uint8Array) return { typeUrl, value }
  return { typeUrl, value: toInner(parseFields(type, value, catalog).value, catalog, depth + 1) }
}

/** Messages inside a message are read as well, so that it can be signed as it is. */
function toInner(value: unknown, catalog: Catalog, depth: number): unknown {
  const entries = Object.entries(value as object).map(([name, field]: [string, unknown]) => [
    name,
    Array.isArray(field) && field.length > 0 && field.every(isMessage)
      ? field.map(item => toMessage(item, catalog, depth))
      : field,
  ])
  return Object.fromEntries(entries)
}
