import type { Message } from '../../messages/message.ts'
import { parseMessages } from '../../messages/parseMessages.ts'

/**
 * Reads what a caller gave as messages. Those packed as bytes are opened, also inside of others; the codecs of all
 * messages are loaded only then.
 */
export async function readGiven(given: unknown): Promise<readonly Message[]> {
  const messages = parseMessages(given)
  if (!holdsBytes(messages)) return messages
  const { unpackMessages } = await import('../../wire/unpackMessages.ts')
  return parseMessages(unpackMessages(messages))
}

function holdsBytes(value: unknown): boolean {
  if (value instanceof Uint8Array) return true
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsBytes)
}
