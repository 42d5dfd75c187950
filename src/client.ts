/** regen-fees/client: live previews, typed reads, signing, and reconciliation with what happened. Talks to a node. */
export { type ConnectOptions, connectRegen, type Regen, type RegenSigner } from './client/connectRegen.ts'
export type { TimeoutOptions } from './client/send/broadcast/timeoutHeight.ts'
export type { WaitOptions } from './client/send/broadcast/waitForTx.ts'
export type { PreviewOptions, SendOptions, SendStep } from './client/send/sendOptions.ts'
export type { SentTx } from './client/send/signAndBroadcast.ts'
export type { SigningMode } from './client/sign/chooseMode.ts'
export type {
  AminoDocument,
  AminoSigning,
  DirectDocument,
  DirectSigning,
  OfflineSigner,
  SignerAccount,
} from './client/sign/offlineSigner.ts'
export type { SupplyBasis } from './mechanisms/m012-fixed-cap-dynamic-supply/params.ts'
export type { SupplyState } from './mechanisms/m012-fixed-cap-dynamic-supply/state.ts'
export type { GroupTally } from './mechanisms/regen-value-redistribution/grants/groupDecision.ts'
export type { Stream } from './mechanisms/regen-value-redistribution/grants/stream.ts'
export type { AllowedDenom, Basket, SellOrder } from './messages/ledgerRows.ts'
export type { NodeStatus } from './node/decode/blocks/status.ts'
export type { TxResult } from './node/decode/blocks/txResult.ts'
export type { BasketBalance, BasketSummary } from './node/decode/credits/basket.ts'
export type { BatchInfo } from './node/decode/credits/batch.ts'
export type { CreditClassInfo } from './node/decode/credits/creditClass.ts'
export type { CreditTypeInfo } from './node/decode/credits/creditType.ts'
export type { ProjectInfo } from './node/decode/credits/project.ts'
export type { Account } from './node/decode/modules/account.ts'
export type { DenomMetadata } from './node/decode/modules/denomMetadata.ts'
export type {
  Group,
  GroupMember,
  GroupPolicy,
  GroupProposal,
  GroupVote,
} from './node/decode/modules/group.ts'
export type { OpenVote, Proposal, ProposalStatus, Tally } from './node/decode/modules/proposal.ts'
export type { SigningInfo, SlashingParams } from './node/decode/modules/slashing.ts'
export type {
  DistributionParams,
  MintParams,
  StakingParams,
  StakingPool,
} from './node/decode/modules/staking.ts'
export type { BondStatus, Validator } from './node/decode/modules/validator.ts'
export type { Endpoint } from './node/endpoints/endpoint.ts'
export type {
  AbciEvent,
  Located as LocatedEvent,
  Oddity as EventOddity,
  Place as EventPlace,
} from './node/events/abciEvent.ts'
export type { BalanceChange, BankMovement } from './node/events/bankEvents.ts'
export type { RetirementNote } from './node/events/credits/creditActs.ts'
export { decodeEvents, type TxEvents } from './node/events/decodeEvents.ts'
export type { EventFields, EventType, RegenEvent } from './node/events/eventFields.ts'
export { explainFailure, type TxFailure, type TxOutcome } from './node/events/failures/explainFailure.ts'
export type { FailureName } from './node/events/failures/failureNames.ts'
export type { ProposalEvent, VoteEvent } from './node/events/governanceEvents.ts'
export { decodeMessageResponses } from './node/events/messageResponses.ts'
export type {
  ActivityHistory,
  BasketSwap,
  Cancellation,
  HistoricOddity,
  Issuance,
  LedgerActivity,
  OnChain as ActivityOnChain,
  Payment as PurchasePayment,
  Proposal as ProposalActivity,
  Purchase as PurchaseActivity,
  Retirement,
  Send,
  Vote as VoteActivity,
} from './node/history/activity.ts'
export { readAccount, readModuleAccounts } from './node/read/accounts.ts'
export type { NodeAt } from './node/read/ask.ts'
export {
  type Anchor,
  type Attestation,
  readAnchor,
  readAttestations,
  readAttestationsBy,
} from './node/read/attestations.ts'
export {
  readCoinAmount,
  readCoinBalance,
  readCommunityPool,
  readDenomMetadata,
  readSupplyOf,
  readTotalSupply,
} from './node/read/bank.ts'
export { readBasket, readBasketBalance, readBasketBalances, readBaskets } from './node/read/baskets.ts'
export {
  type BatchSupply,
  readBatch,
  readBatches,
  readBatchesByClass,
  readBatchesByIssuer,
  readBatchesByProject,
  readBatchSupply,
} from './node/read/batches.ts'
export { readBlockTime } from './node/read/blockTime.ts'
export {
  type ProtocolpoolParams,
  readContinuousFunds,
  readProtocolpoolParams,
} from './node/read/continuousFunds.ts'
export {
  readAllCreditBalances,
  readCreditBalance,
  readCreditBalances,
  readCreditBalancesByBatch,
} from './node/read/creditBalances.ts'
export {
  readClassIssuers,
  readCreditClass,
  readCreditClasses,
  readCreditClassesByAdmin,
} from './node/read/creditClasses.ts'
export { readCreditType, readCreditTypes } from './node/read/creditTypes.ts'
export { readDenomNames, readDenomTrace } from './node/read/denoms.ts'
export { readFeeParams } from './node/read/feeParams.ts'
export {
  type GovParams,
  readGovParams,
  readOpenVotes,
  readProposal,
  readProposals,
  readTally,
} from './node/read/governance.ts'
export { readGovernanceVoters } from './node/read/governanceVotes.ts'
export { type Grant, readGrantsOf } from './node/read/grants.ts'
export {
  readGroup,
  readGroupMembers,
  readGroupPolicies,
  readGroupPolicy,
  readGroupProposal,
  readGroupProposals,
  readGroupTally,
  readGroupVotes,
} from './node/read/groups.ts'
export { type Memos, readActivityBetween } from './node/read/history.ts'
export { readSupplyState } from './node/read/m012.ts'
export { type FeeSchedule, readFeeSchedule, readPools, type TodaysPools } from './node/read/m013.ts'
export { type MeasuredValidator, readValidatorMetrics } from './node/read/m014.ts'
export { type PeriodActivities, readRewardActivities } from './node/read/m015.ts'
export { type NodeConfig, readNodeConfig, readStatus } from './node/read/node.ts'
export {
  readProject,
  readProjects,
  readProjectsByAdmin,
  readProjectsByClass,
  readProjectsByReferenceId,
} from './node/read/projects.ts'
export type { RewardActivities, Worth } from './node/read/rewardActivities.ts'
export {
  readSellOrder,
  readSellOrders,
  readSellOrdersByBatch,
  readSellOrdersBySeller,
} from './node/read/sellOrders.ts'
export {
  readAllowedDenoms,
  readBasketFee,
  readBridgeChains,
  readClassCreators,
  readClassFee,
} from './node/read/settings.ts'
export { readSigningInfos, readSlashingParams } from './node/read/slashing.ts'
export {
  readAnnualProvisions,
  readDistributionParams,
  readInflation,
  readMintParams,
  readStakingParams,
  readStakingPool,
  readValidators,
} from './node/read/staking.ts'
export { readTx } from './node/read/tx.ts'
export type { Blocks as BlockRange, ChainAt } from './node/read/txSearch.ts'
export type { AbciAnswer, AbciQuery } from './node/rpc/abciQuery.ts'
export { connectRpc, type JsonRpcRequest, type Rpc } from './node/rpc/connectRpc.ts'
export type { RpcStats } from './node/rpc/dispatch.ts'
export type { RpcOptions } from './node/rpc/options.ts'
export type { QueryPort } from './node/rpc/query.ts'
export { listOrders, type OrderBook, type OrderFilter, type PricedOrder } from './preview/listOrders.ts'
export type { CoinBalance, CreditBalance } from './preview/snapshot.ts'
export { gapSentence, lineSentence } from './reconcile/lineSentence.ts'
export { type ExecutedTx, reconcile } from './reconcile/reconcile.ts'
export type {
  Facts as LineFacts,
  GapReason,
  Line,
  NotReconciled,
  Reconciliation,
  Subject as LineSubject,
} from './reconcile/result.ts'
export type { ReadLimits } from './snapshot/bounds.ts'
export type { CometClient } from './snapshot/cometPort.ts'
export { requireFresh } from './snapshot/stateAge.ts'
export { type SnapshotOptions, type SnapshotStats, takeSnapshot } from './snapshot/takeSnapshot.ts'
export type { SnapshotPort, WaveStats } from './snapshot/waves.ts'
export { withDenomNames } from './snapshot/withDenomNames.ts'
export type { PlainAny } from './wire/registry.ts'
