import type { Catalog } from '../../messages/catalogOf.ts'
import type { Message } from '../../messages/message.ts'
import { toMessages } from '../../messages/parse/toMessages.ts'

/**
 * Reads what a caller gave as messages. Those packed as bytes are opened, also inside of others; the codecs of all
 * messages are loaded only then.
 */
export async function readGiven(given: unknown, catalog: Catalog): Promise<readonly Message[]> {
  const messages = toMessages(given, catalog)
  if (!holdsBytes(messages)) return messages
  const { unpackMessages } = await import('../../wire/unpackMessages.ts')
  return toMessages(unpackMessages(messages), catalog)
}

function holdsBytes(value: unknown): boolean {
  if (value instanceof Uint8Array) return true
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsBytes)
}
