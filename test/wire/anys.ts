import { CODECS } from '../../src/wire/registry.ts'
import { toHex } from './recordings.ts'
import { messageType } from './schema.ts'

type AnyValue = { typeUrl: string; value: Uint8Array }

/** Every google.protobuf.Any in a decoded message, by walking its fields; not those inside an Any's own bytes. */
export function anysIn(typeName: string, message: object): AnyValue[] {
  if (typeName === 'google.protobuf.Any') return [message as AnyValue]
  return messageType(typeName).fields.flatMap(({ key, type, typeName: inner, repeated }) => {
    const held = (message as Record<string, unknown>)[key]
    if (type !== 'message' || held === undefined) return []
    return (repeated ? (held as object[]) : [held as object]).flatMap(item => anysIn(inner, item))
  })
}

/** Opens an Any through the registry, which opens those inside it too, and gives its bytes after encoding again. */
export function reencode({ typeUrl, value }: AnyValue): string {
  const codec = CODECS.get(typeUrl)
  if (!codec) throw new Error(`no codec for ${typeUrl}`)
  return toHex(codec.encode(codec.decode(value)).finish())
}

/** The type URL of every message a plain value holds, itself included; fails on one that was left as bytes. */
export function typeUrlsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return []
  const inner = Object.values(value).flatMap(typeUrlsIn)
  if (!('typeUrl' in value && 'value' in value)) return inner
  if (value.value instanceof Uint8Array) throw new Error(`${value.typeUrl} was left as bytes`)
  return [String(value.typeUrl), ...inner]
}
