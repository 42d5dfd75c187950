import { isMessage, type Message } from '../messages/message.ts'
import { CODECS, decodeOrExplain } from './registry.ts'

/**
 * Opens messages whose value is packed as bytes, those inside authz, group and gov messages included, so that a preview
 * can look into them. Types that are not known stay packed.
 */
export const unpackMessages = (messages: readonly Message[]): readonly Message[] => messages.map(unpack)

function unpack({ typeUrl, value }: Message): Message {
  if (value instanceof Uint8Array) {
    const codec = CODECS.get(typeUrl)
    return { typeUrl, value: codec ? decodeOrExplain(codec, value, typeUrl) : value }
  }
  if (typeof value !== 'object' || value === null) return { typeUrl, value }
  const fields = Object.entries(value).map(([name, field]) => [
    name,
    Array.isArray(field) && field.length > 0 && field.every(isMessage) ? field.map(unpack) : field,
  ])
  return { typeUrl, value: Object.fromEntries(fields) }
}
