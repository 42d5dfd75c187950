/** A message as CosmJS signs it: the type URL and the value of the generated protobuf type. */
export type Message<TypeUrl extends string = string, Value = unknown> = {
  readonly typeUrl: TypeUrl
  readonly value: Value
}

/** As deep as messages inside messages are followed. An authz exec in a group proposal in a governance proposal is three deep; nobody needs sixteen. */
export const DEEPEST_MESSAGE = 16

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
