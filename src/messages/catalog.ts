import * as basket from './basket/index.ts'
import * as cosmos from './cosmos/index.ts'
import * as data from './data/index.ts'
import type { MessageType } from './defineMessage.ts'
import * as ecocredit from './ecocredit/index.ts'
import * as marketplace from './marketplace/index.ts'

/** Every message this SDK builds, reads and previews. */
export const CATALOG: readonly MessageType[] = [ecocredit, marketplace, basket, data, cosmos].flatMap(
  namespace => Object.values(namespace) as unknown as MessageType[],
)

const BY_TYPE_URL: ReadonlyMap<string, MessageType> = new Map(CATALOG.map(type => [type.typeUrl, type]))

/** The message type of a type URL, or undefined for a message outside of the catalog. */
export const messageType = (typeUrl: string): MessageType | undefined => BY_TYPE_URL.get(typeUrl)
