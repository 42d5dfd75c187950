import { fromBase64 } from '../primitives/base64.ts'
import { RegenError } from '../primitives/errors.ts'
import { INPUT_INVALID } from '../primitives/errorTable.ts'

/** A message as CosmJS signs it: the type URL and the value of the generated protobuf type. */
export type Message<TypeUrl extends string = string, Value = unknown> = {
  readonly typeUrl: TypeUrl
  readonly value: Value
}

/** As deep as messages inside messages are followed. An authz exec in a group proposal in a governance proposal is three deep; nobody needs sixteen. */
export const DEEPEST_MESSAGE = 16

/** Something is wrong with messages, beyond the fields of one. */
export const invalidMessages = (issue: string) =>
  new RegenError(INPUT_INVALID, { what: 'messages', issues: `✖ ${issue}` })

/** Throws INPUT_INVALID where a message stands deeper inside of others than they are followed. */
export function requireShallow(depth: number): void {
  if (depth > DEEPEST_MESSAGE) throw invalidMessages(`messages are nested more than ${DEEPEST_MESSAGE} deep`)
}

/** As many messages are previewed, and as many entries of a list in one are read: no block has room for more. */
export const MAX_ENTRIES = 50_000

/** Refuses more messages than that. */
export function requireFew(messages: number): void {
  if (messages > MAX_ENTRIES) throw invalidMessages(`there are more than ${MAX_ENTRIES} of them`)
}

/** Throws INPUT_INVALID for a list that is longer, wherever it stands. */
export function requireShort(value: unknown, depth = 0): void {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || depth > DEEPEST_MESSAGE)
    return
  if (Array.isArray(value) && value.length > MAX_ENTRIES)
    throw invalidMessages(`a list has more than ${MAX_ENTRIES} entries`)
  for (const field of Object.values(value)) requireShort(field, depth + 1)
}

/** True for a message as CosmJS signs it, with nothing beside its type URL and value. */
export const isPlainMessage = (item: unknown): item is Message =>
  isMessage(item) && Object.keys(item).length === 2

/** True for anything that has the outer form of a message: a type URL and a value that is an object. */
export const isMessage = (item: unknown): item is Message =>
  typeof item === 'object' &&
  item !== null &&
  'typeUrl' in item &&
  typeof item.typeUrl === 'string' &&
  item.typeUrl.length <= 300 &&
  'value' in item &&
  typeof item.value === 'object' &&
  item.value !== null &&
  !Array.isArray(item.value)

/** The bytes of what proto3 JSON has packed: base64 text. Anything else as it is. */
export function unpackText(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return fromBase64(value)
  } catch {
    return value
  }
}
