import type { MessageType } from './defineMessage.ts'

/** The message types that are at hand: all there are, or those of the packages that a preview was loaded for. */
export type Catalog = {
  readonly types: readonly MessageType[]
  /** The message type of a type URL, or undefined for a message outside of the catalog. */
  readonly typeOf: (typeUrl: string) => MessageType | undefined
}

/** The namespace of a package: one builder for each of its messages. */
export type MessagePackage = { readonly [builder: string]: unknown }

/** What is known of the messages of these packages. */
export function catalogOf(packages: readonly MessagePackage[]): Catalog {
  const types = packages.flatMap(builders => Object.values(builders) as MessageType[])
  const byTypeUrl: ReadonlyMap<string, MessageType> = new Map(types.map(type => [type.typeUrl, type]))
  return { types, typeOf: typeUrl => byTypeUrl.get(typeUrl) }
}
