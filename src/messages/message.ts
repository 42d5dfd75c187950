/** A message as CosmJS signs it: the type URL and the value of the generated protobuf type. */
export type Message<TypeUrl extends string = string, Value = unknown> = {
  readonly typeUrl: TypeUrl
  readonly value: Value
}
