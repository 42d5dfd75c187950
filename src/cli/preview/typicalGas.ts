// Written by scripts/typicalGas.ts from test/recordings; do not change it by hand.

/**
 * Typical gas of a transaction of one message, by its type: the most that a recorded transaction of Regen Ledger v7.0.0 used, in whole
 * thousands. What a transaction uses depends on the state and on what is in the message: this is a figure to expect, and no bound.
 */
export const TYPICAL_GAS: { readonly [typeUrl: string]: bigint } = {
  '/cosmos.authz.v1beta1.MsgExec': 72_000n, // 1 measured, 71955 to 71955
  '/cosmos.authz.v1beta1.MsgGrant': 62_000n, // 1 measured, 61606 to 61606
  '/cosmos.bank.v1beta1.MsgSend': 85_000n, // 1 measured, 84186 to 84186
  '/cosmos.gov.v1.MsgSubmitProposal': 202_000n, // 8 measured, 157673 to 201885
  '/cosmos.gov.v1.MsgVote': 58_000n, // 11 measured, 57067 to 57103
  '/cosmos.group.v1.MsgCreateGroupWithPolicy': 120_000n, // 1 measured, 119579 to 119579
  '/cosmos.group.v1.MsgSubmitProposal': 139_000n, // 1 measured, 138020 to 138020
  '/cosmos.protocolpool.v1.MsgFundCommunityPool': 70_000n, // 1 measured, 69550 to 69550
  '/cosmos.staking.v1beta1.MsgCreateValidator': 172_000n, // 3 measured, 171095 to 171167
  '/regen.ecocredit.basket.v1.MsgCreate': 123_000n, // 1 measured, 122039 to 122039
  '/regen.ecocredit.basket.v1.MsgPut': 101_000n, // 1 measured, 100746 to 100746
  '/regen.ecocredit.basket.v1.MsgTake': 104_000n, // 2 measured, 98285 to 103656
  '/regen.ecocredit.marketplace.v1.MsgBuyDirect': 193_000n, // 13 measured, 79345 to 192395
  '/regen.ecocredit.marketplace.v1.MsgCancelSellOrder': 64_000n, // 1 measured, 63505 to 63505
  '/regen.ecocredit.marketplace.v1.MsgSell': 227_000n, // 5 measured, 82022 to 226120
  '/regen.ecocredit.marketplace.v1.MsgUpdateSellOrders': 71_000n, // 1 measured, 70128 to 70128
  '/regen.ecocredit.v1.MsgBridgeReceive': 88_000n, // 1 measured, 87234 to 87234
  '/regen.ecocredit.v1.MsgBurnRegen': 79_000n, // 1 measured, 78970 to 78970
  '/regen.ecocredit.v1.MsgCancel': 68_000n, // 1 measured, 67990 to 67990
  '/regen.ecocredit.v1.MsgCreateBatch': 114_000n, // 5 measured, 97118 to 113325
  '/regen.ecocredit.v1.MsgCreateClass': 140_000n, // 4 measured, 108339 to 139906
  '/regen.ecocredit.v1.MsgCreateProject': 83_000n, // 4 measured, 81594 to 82171
  '/regen.ecocredit.v1.MsgMintBatchCredits': 76_000n, // 1 measured, 75960 to 75960
  '/regen.ecocredit.v1.MsgRetire': 68_000n, // 2 measured, 67878 to 67970
  '/regen.ecocredit.v1.MsgSealBatch': 61_000n, // 1 measured, 60502 to 60502
  '/regen.ecocredit.v1.MsgSend': 87_000n, // 4 measured, 57636 to 86698
}
