/** regen-fees/client: live previews, typed reads, signing, and reconciliation with what happened. Talks to a node. */
export { type ConnectOptions, connectRegen, type Regen, type RegenSigner } from './client/connectRegen.ts'
export type { PreviewOptions, SendOptions, SendStep } from './client/send/sendOptions.ts'
export type { SentTx } from './client/send/signAndBroadcast.ts'
export type { WaitOptions } from './client/send/waitForTx.ts'
export type { SigningMode } from './client/sign/chooseMode.ts'
export type { OfflineSigner } from './client/sign/offlineSigner.ts'
export type { TxResult } from './node/decode/txResult.ts'
export { decodeEvents, type TxEvents } from './node/events/decodeEvents.ts'
export { explainFailure, type TxFailure, type TxOutcome } from './node/events/explainFailure.ts'
export { decodeMessageResponses } from './node/events/messageResponses.ts'
export { readAccount, readModuleAccounts } from './node/read/accounts.ts'
export type { NodeAt } from './node/read/ask.ts'
export { readAnchor, readAttestations, readAttestationsBy } from './node/read/attestations.ts'
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
  readBatch,
  readBatches,
  readBatchesByClass,
  readBatchesByIssuer,
  readBatchesByProject,
  readBatchSupply,
} from './node/read/batches.ts'
export { readBlockTime } from './node/read/blockTime.ts'
export { readContinuousFunds, readProtocolpoolParams } from './node/read/continuousFunds.ts'
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
  readGovParams,
  readOpenVotes,
  readProposal,
  readProposals,
  readTally,
} from './node/read/governance.ts'
export { readGovernanceVoters } from './node/read/governanceVotes.ts'
export { readGrantsOf } from './node/read/grants.ts'
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
export { readActivityBetween } from './node/read/history.ts'
export { readSupplyState } from './node/read/m012.ts'
export { readFeeSchedule, readPools } from './node/read/m013.ts'
export { readValidatorMetrics } from './node/read/m014.ts'
export { readRewardActivities } from './node/read/m015.ts'
export { readNodeConfig, readStatus } from './node/read/node.ts'
export {
  readProject,
  readProjects,
  readProjectsByAdmin,
  readProjectsByClass,
  readProjectsByReferenceId,
} from './node/read/projects.ts'
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
export { connectRpc, type Rpc } from './node/rpc/connectRpc.ts'
export { listOrders, type OrderFilter, type PricedOrder } from './preview/listOrders.ts'
export { type ExecutedTx, reconcile } from './reconcile/reconcile.ts'
export type { Line, NotReconciled, Reconciliation } from './reconcile/result.ts'
export { gapSentence, lineSentence } from './reconcile/text.ts'
export type { ReadLimits } from './snapshot/bounds.ts'
export type { CometClient } from './snapshot/cometPort.ts'
export { requireFresh } from './snapshot/stateAge.ts'
export { type SnapshotOptions, type SnapshotStats, takeSnapshot } from './snapshot/takeSnapshot.ts'
export { withDenomNames } from './snapshot/withDenomNames.ts'
