import * as basket from './basket/index.ts'
import { catalogOf } from './catalogOf.ts'
import * as cosmos from './cosmos/index.ts'
import * as data from './data/index.ts'
import type { MessageType } from './defineMessage.ts'
import * as ecocredit from './ecocredit/index.ts'
import * as marketplace from './marketplace/index.ts'

/** All there are, for what knows every message. */
export const WHOLE_CATALOG = /* @__PURE__ */ catalogOf([ecocredit, marketplace, basket, data, cosmos])

/** Every message this SDK builds, reads and previews. */
export const CATALOG: readonly MessageType[] = WHOLE_CATALOG.types

/** The message type of a type URL, or undefined for a message outside of the catalog. */
export const messageType = (typeUrl: string): MessageType | undefined => WHOLE_CATALOG.typeOf(typeUrl)
