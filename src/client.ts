/** regen-fees/client: live previews, typed reads, signing, and reconciliation with what happened. Talks to a node. */
export { type ConnectOptions, connectRegen, type Regen, type RegenSigner } from './client/connectRegen.ts'
export type { OfflineSigner } from './client/offlineSigner.ts'
export { type ExecutedTx, reconcile } from './client/reconcile/reconcile.ts'
export type { Line, NotReconciled, Reconciliation } from './client/reconcile/result.ts'
export { gapSentence, lineSentence } from './client/reconcile/text.ts'
export type { PreviewOptions, SendOptions, SendStep } from './client/sendOptions.ts'
export type { SentTx } from './client/signAndBroadcast.ts'
export type { SigningMode } from './client/signTx.ts'
export type { WaitOptions } from './client/waitForTx.ts'
export type { TxResult } from './ledger/decode/txResult.ts'
export { explainFailure, type TxFailure, type TxOutcome } from './ledger/events/explainFailure.ts'
export { readMessageResponses } from './ledger/events/messageResponses.ts'
export { readEvents, type TxEvents } from './ledger/events/readEvents.ts'
export { readAccount, readGrantsOf, readModuleAccounts } from './ledger/read/accounts.ts'
export type { LedgerAt } from './ledger/read/ask.ts'
export {
  readCoinAmount,
  readCoinBalance,
  readCommunityPool,
  readDenomMetadata,
  readSupplyOf,
  readTotalSupply,
} from './ledger/read/bank.ts'
export { readBasket, readBasketBalance, readBasketBalances, readBaskets } from './ledger/read/baskets.ts'
export {
  readBatch,
  readBatches,
  readBatchesByClass,
  readBatchesByIssuer,
  readBatchesByProject,
  readBatchSupply,
} from './ledger/read/batches.ts'
export {
  readAllCreditBalances,
  readCreditBalance,
  readCreditBalances,
  readCreditBalancesByBatch,
} from './ledger/read/creditBalances.ts'
export {
  readClassIssuers,
  readCreditClass,
  readCreditClasses,
  readCreditClassesByAdmin,
} from './ledger/read/creditClasses.ts'
export { readCreditType, readCreditTypes } from './ledger/read/creditTypes.ts'
export { readFeeParams } from './ledger/read/feeParams.ts'
export {
  readGovParams,
  readOpenVotes,
  readProposal,
  readProposals,
  readTally,
} from './ledger/read/governance.ts'
export { readGovernanceVoters } from './ledger/read/governanceVotes.ts'
export { readActivityBetween, readBlockTime } from './ledger/read/history.ts'
export { readSupplyState } from './ledger/read/m012.ts'
export { readFeeSchedule, readPools } from './ledger/read/m013.ts'
export { readValidatorMetrics } from './ledger/read/m014.ts'
export { readRewardActivities } from './ledger/read/m015.ts'
export { readNodeConfig, readStatus } from './ledger/read/node.ts'
export {
  readProject,
  readProjects,
  readProjectsByAdmin,
  readProjectsByClass,
  readProjectsByReferenceId,
} from './ledger/read/projects.ts'
export {
  readSellOrder,
  readSellOrders,
  readSellOrdersByBatch,
  readSellOrdersBySeller,
} from './ledger/read/sellOrders.ts'
export {
  readAllowedDenoms,
  readBasketFee,
  readBridgeChains,
  readClassCreators,
  readClassFee,
} from './ledger/read/settings.ts'
export { readSigningInfos, readSlashingParams } from './ledger/read/slashing.ts'
export {
  readAnnualProvisions,
  readDistributionParams,
  readInflation,
  readMintParams,
  readStakingParams,
  readStakingPool,
  readValidators,
} from './ledger/read/staking.ts'
export { readTx } from './ledger/read/tx.ts'
export { connectRpc, type Rpc } from './ledger/rpc/connectRpc.ts'
export { type SnapshotOptions, type SnapshotStats, takeSnapshot } from './ledger/takeSnapshot.ts'
export { listOrders, type OrderFilter, type PricedOrder } from './preview/listOrders.ts'
