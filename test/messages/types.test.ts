import { expectTypeOf, test } from 'vitest'
import type { basket, cosmos, data, ecocredit, marketplace } from '../../src/index.ts'
import type { Message } from '../../src/messages/message.ts'
import type * as authz from '../../src/wire/generated/cosmos/authz/v1beta1/tx.ts'
import type * as bank from '../../src/wire/generated/cosmos/bank/v1beta1/tx.ts'
import type * as gov from '../../src/wire/generated/cosmos/gov/v1/tx.ts'
import type * as group from '../../src/wire/generated/cosmos/group/v1/tx.ts'
import type * as protocolpool from '../../src/wire/generated/cosmos/protocolpool/v1/tx.ts'
import type * as dataWire from '../../src/wire/generated/regen/data/v2/tx.ts'
import type * as basketWire from '../../src/wire/generated/regen/ecocredit/basket/v1/tx.ts'
import type * as marketplaceWire from '../../src/wire/generated/regen/ecocredit/marketplace/v1/tx.ts'
import type * as ecocreditWire from '../../src/wire/generated/regen/ecocredit/v1/tx.ts'

/** Checked by the compiler: what a builder gives is exactly the generated protobuf type. */

type Built<Builder> = Builder extends (input: never) => { value: infer Value } ? Value : never

test('ecocredit builders give the generated types', () => {
  expectTypeOf<
    Built<typeof ecocredit.msgAddAllowedBridgeChain>
  >().toEqualTypeOf<ecocreditWire.MsgAddAllowedBridgeChain>()
  expectTypeOf<Built<typeof ecocredit.msgAddClassCreator>>().toEqualTypeOf<ecocreditWire.MsgAddClassCreator>()
  expectTypeOf<Built<typeof ecocredit.msgAddCreditType>>().toEqualTypeOf<ecocreditWire.MsgAddCreditType>()
  expectTypeOf<Built<typeof ecocredit.msgBridge>>().toEqualTypeOf<ecocreditWire.MsgBridge>()
  expectTypeOf<Built<typeof ecocredit.msgBridgeReceive>>().toEqualTypeOf<ecocreditWire.MsgBridgeReceive>()
  expectTypeOf<Built<typeof ecocredit.msgBurnRegen>>().toEqualTypeOf<ecocreditWire.MsgBurnRegen>()
  expectTypeOf<Built<typeof ecocredit.msgCancel>>().toEqualTypeOf<ecocreditWire.MsgCancel>()
  expectTypeOf<Built<typeof ecocredit.msgCreateBatch>>().toEqualTypeOf<ecocreditWire.MsgCreateBatch>()
  expectTypeOf<Built<typeof ecocredit.msgCreateClass>>().toEqualTypeOf<ecocreditWire.MsgCreateClass>()
  expectTypeOf<Built<typeof ecocredit.msgCreateProject>>().toEqualTypeOf<ecocreditWire.MsgCreateProject>()
  expectTypeOf<
    Built<typeof ecocredit.msgMintBatchCredits>
  >().toEqualTypeOf<ecocreditWire.MsgMintBatchCredits>()
  expectTypeOf<
    Built<typeof ecocredit.msgRemoveAllowedBridgeChain>
  >().toEqualTypeOf<ecocreditWire.MsgRemoveAllowedBridgeChain>()
  expectTypeOf<
    Built<typeof ecocredit.msgRemoveClassCreator>
  >().toEqualTypeOf<ecocreditWire.MsgRemoveClassCreator>()
  expectTypeOf<Built<typeof ecocredit.msgRetire>>().toEqualTypeOf<ecocreditWire.MsgRetire>()
  expectTypeOf<Built<typeof ecocredit.msgSealBatch>>().toEqualTypeOf<ecocreditWire.MsgSealBatch>()
  expectTypeOf<Built<typeof ecocredit.msgSend>>().toEqualTypeOf<ecocreditWire.MsgSend>()
  expectTypeOf<
    Built<typeof ecocredit.msgSetClassCreatorAllowlist>
  >().toEqualTypeOf<ecocreditWire.MsgSetClassCreatorAllowlist>()
  expectTypeOf<
    Built<typeof ecocredit.msgUpdateBatchMetadata>
  >().toEqualTypeOf<ecocreditWire.MsgUpdateBatchMetadata>()
  expectTypeOf<
    Built<typeof ecocredit.msgUpdateClassAdmin>
  >().toEqualTypeOf<ecocreditWire.MsgUpdateClassAdmin>()
  expectTypeOf<Built<typeof ecocredit.msgUpdateClassFee>>().toEqualTypeOf<ecocreditWire.MsgUpdateClassFee>()
  expectTypeOf<
    Built<typeof ecocredit.msgUpdateClassIssuers>
  >().toEqualTypeOf<ecocreditWire.MsgUpdateClassIssuers>()
  expectTypeOf<
    Built<typeof ecocredit.msgUpdateClassMetadata>
  >().toEqualTypeOf<ecocreditWire.MsgUpdateClassMetadata>()
  expectTypeOf<
    Built<typeof ecocredit.msgUpdateProjectAdmin>
  >().toEqualTypeOf<ecocreditWire.MsgUpdateProjectAdmin>()
  expectTypeOf<
    Built<typeof ecocredit.msgUpdateProjectMetadata>
  >().toEqualTypeOf<ecocreditWire.MsgUpdateProjectMetadata>()
})

test('marketplace builders give the generated types', () => {
  expectTypeOf<
    Built<typeof marketplace.msgAddAllowedDenom>
  >().toEqualTypeOf<marketplaceWire.MsgAddAllowedDenom>()
  expectTypeOf<Built<typeof marketplace.msgBuyDirect>>().toEqualTypeOf<marketplaceWire.MsgBuyDirect>()
  expectTypeOf<
    Built<typeof marketplace.msgCancelSellOrder>
  >().toEqualTypeOf<marketplaceWire.MsgCancelSellOrder>()
  expectTypeOf<
    Built<typeof marketplace.msgGovSendFromFeePool>
  >().toEqualTypeOf<marketplaceWire.MsgGovSendFromFeePool>()
  expectTypeOf<
    Built<typeof marketplace.msgGovSetFeeParams>
  >().toEqualTypeOf<marketplaceWire.MsgGovSetFeeParams>()
  expectTypeOf<
    Built<typeof marketplace.msgRemoveAllowedDenom>
  >().toEqualTypeOf<marketplaceWire.MsgRemoveAllowedDenom>()
  expectTypeOf<Built<typeof marketplace.msgSell>>().toEqualTypeOf<marketplaceWire.MsgSell>()
  expectTypeOf<
    Built<typeof marketplace.msgUpdateSellOrders>
  >().toEqualTypeOf<marketplaceWire.MsgUpdateSellOrders>()
})

test('basket builders give the generated types', () => {
  expectTypeOf<Built<typeof basket.msgCreate>>().toEqualTypeOf<basketWire.MsgCreate>()
  expectTypeOf<Built<typeof basket.msgPut>>().toEqualTypeOf<basketWire.MsgPut>()
  expectTypeOf<Built<typeof basket.msgTake>>().toEqualTypeOf<basketWire.MsgTake>()
  expectTypeOf<Built<typeof basket.msgUpdateBasketFee>>().toEqualTypeOf<basketWire.MsgUpdateBasketFee>()
  expectTypeOf<Built<typeof basket.msgUpdateCurator>>().toEqualTypeOf<basketWire.MsgUpdateCurator>()
})

test('data builders give the generated types', () => {
  expectTypeOf<Built<typeof data.msgAnchor>>().toEqualTypeOf<dataWire.MsgAnchor>()
  expectTypeOf<Built<typeof data.msgAttest>>().toEqualTypeOf<dataWire.MsgAttest>()
  expectTypeOf<Built<typeof data.msgDefineResolver>>().toEqualTypeOf<dataWire.MsgDefineResolver>()
  expectTypeOf<Built<typeof data.msgRegisterResolver>>().toEqualTypeOf<dataWire.MsgRegisterResolver>()
})

/** Wrappers carry plain messages, which the codec packs. */
type Opened<Wire, Field extends keyof Wire> = Omit<Wire, Field> & { [field in Field]: Inner[] }
type Inner = { -readonly [field in keyof Message]: Message[field] }
type Flat<T> = { [field in keyof T]: T[field] }

test('cosmos builders give the generated types, with plain messages inside', () => {
  expectTypeOf<Built<typeof cosmos.bankSend>>().toEqualTypeOf<bank.MsgSend>()
  expectTypeOf<Built<typeof cosmos.protocolpoolFund>>().toEqualTypeOf<protocolpool.MsgFundCommunityPool>()
  expectTypeOf<Built<typeof cosmos.protocolpoolSpend>>().toEqualTypeOf<protocolpool.MsgCommunityPoolSpend>()
  expectTypeOf<Flat<Built<typeof cosmos.authzExec>>>().toEqualTypeOf<Flat<Opened<authz.MsgExec, 'msgs'>>>()
  expectTypeOf<Built<typeof cosmos.govVote>>().toExtend<gov.MsgVote>()
  expectTypeOf<Flat<Built<typeof cosmos.govSubmitProposal>>>().toEqualTypeOf<
    Flat<Opened<gov.MsgSubmitProposal, 'messages'>>
  >()
  expectTypeOf<Flat<Built<typeof cosmos.groupSubmitProposal>>>().toExtend<
    Flat<Opened<group.MsgSubmitProposal, 'messages'>>
  >()
})
