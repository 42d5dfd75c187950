import { messageType } from '../../messages/catalog.ts'
import type { Message } from '../../messages/message.ts'
import { RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID } from '../../primitives/errorTable.ts'
import { CODECS } from '../../wire/registry.ts'
import { bodyBytesOf } from '../sign/txPlan.ts'

type Fields = { readonly [name: string]: unknown }

/**
 * Throws INPUT_INVALID for a message with a field that its type does not have, at any depth: encoding would drop it in silence, so that a grant
 * with a misspelt `expiration` would never end; and for one that cannot be encoded. Messages of the catalog are read strictly anyway; this is
 * for all others.
 */
export function requireWhole(messages: readonly Message[]): void {
  const issues = messages.flatMap(({ typeUrl, value }, index) => unknownFields(typeUrl, value, `[${index}]`))
  if (issues.length > 0) throw new RegenError(INPUT_INVALID, { what: 'messages', issues: issues.join('\n') })
  const others = messages.filter(({ typeUrl }) => messageType(typeUrl) === undefined)
  bodyBytesOf({ messages: others, memo: '', timeoutHeight: 0n })
}

function unknownFields(typeUrl: string, value: unknown, where: string): readonly string[] {
  const codec = CODECS.get(typeUrl)
  if (codec === undefined || !isFields(value)) return []
  return dropped(value, codec.fromPartial(value as never), where)
}

/** Fields of `given` that are not in what the codec made of it. */
function dropped(given: unknown, kept: unknown, where: string): readonly string[] {
  if (Array.isArray(given))
    return given.flatMap((item, index) =>
      dropped(item, Array.isArray(kept) ? kept[index] : undefined, `${where}[${index}]`),
    )
  if (!isFields(given)) return []
  const { typeUrl, value } = given
  if (typeof typeUrl === 'string' && 'value' in given) return unknownFields(typeUrl, value, where)
  return Object.entries(given).flatMap(([name, field]) => {
    if (field === undefined || field === null) return []
    const path = `${where}.${name}`
    return isFields(kept) && Object.hasOwn(kept, name)
      ? dropped(field, kept[name], path)
      : [`✖ there is no field ${path}`]
  })
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !ArrayBuffer.isView(value) &&
  !(value instanceof Date)
