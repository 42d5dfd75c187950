import type * as data from '../../wire/generated/regen/data/v2/events.ts'
import type * as basket from '../../wire/generated/regen/ecocredit/basket/v1/events.ts'
import type * as marketplace from '../../wire/generated/regen/ecocredit/marketplace/v1/events.ts'
import type * as ecocredit from '../../wire/generated/regen/ecocredit/v1/events.ts'
import type { Located } from './abciEvent.ts'

type Ecocredit = {
  EventCreateClass: ecocredit.EventCreateClass
  EventCreateProject: ecocredit.EventCreateProject
  EventCreateBatch: ecocredit.EventCreateBatch
  EventMint: ecocredit.EventMint
  EventMintBatchCredits: ecocredit.EventMintBatchCredits
  EventTransfer: ecocredit.EventTransfer
  EventRetire: ecocredit.EventRetire
  EventCancel: ecocredit.EventCancel
  EventUpdateClassAdmin: ecocredit.EventUpdateClassAdmin
  EventUpdateClassIssuers: ecocredit.EventUpdateClassIssuers
  EventUpdateClassMetadata: ecocredit.EventUpdateClassMetadata
  EventUpdateProjectAdmin: ecocredit.EventUpdateProjectAdmin
  EventUpdateProjectMetadata: ecocredit.EventUpdateProjectMetadata
  EventUpdateBatchMetadata: ecocredit.EventUpdateBatchMetadata
  EventSealBatch: ecocredit.EventSealBatch
  EventAddCreditType: ecocredit.EventAddCreditType
  EventBridge: ecocredit.EventBridge
  EventBridgeReceive: ecocredit.EventBridgeReceive
  EventBurnRegen: ecocredit.EventBurnRegen
  EventUpdateApplication: ecocredit.EventUpdateApplication
  EventUpdateProjectEnrollment: ecocredit.EventUpdateProjectEnrollment
}

type Marketplace = {
  EventSell: marketplace.EventSell
  EventBuyDirect: marketplace.EventBuyDirect
  EventUpdateSellOrder: marketplace.EventUpdateSellOrder
  EventCancelSellOrder: marketplace.EventCancelSellOrder
  EventAllowDenom: marketplace.EventAllowDenom
  EventRemoveAllowedDenom: marketplace.EventRemoveAllowedDenom
}

type Basket = {
  EventCreate: basket.EventCreate
  EventPut: basket.EventPut
  EventTake: basket.EventTake
  EventUpdateCurator: basket.EventUpdateCurator
  EventUpdateDateCriteria: basket.EventUpdateDateCriteria
}

type Data = {
  EventAnchor: data.EventAnchor
  EventAttest: data.EventAttest
  EventDefineResolver: data.EventDefineResolver
  EventRegisterResolver: data.EventRegisterResolver
}

type InPackage<Package extends string, Events> = {
  [Name in keyof Events & string as `${Package}.${Name}`]: Events[Name]
}

/** Event type → the generated type of its fields, for every event of Regen Ledger v7. */
export type EventFields = InPackage<'regen.ecocredit.v1', Ecocredit> &
  InPackage<'regen.ecocredit.marketplace.v1', Marketplace> &
  InPackage<'regen.ecocredit.basket.v1', Basket> &
  InPackage<'regen.data.v2', Data>

/** The type of an event of Regen Ledger, such as `regen.ecocredit.v1.EventRetire`. */
export type EventType = keyof EventFields

/** A decoded event: its fields are those of the generated type, so ids are bigints and amounts are texts. */
export type RegenEvent<Type extends EventType = EventType> = {
  [T in Type]: Located & {
    readonly type: T
    readonly fields: EventFields[T]
    /** Attributes that v7 does not have: a later version of the chain says more than is read here. */
    readonly unread: readonly string[]
  }
}[Type]
