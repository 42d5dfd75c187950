/** regen-fees/network: the network as it is, in the terms of M012 to M015; talks to a node. */

export type { PeriodBounds } from '../epoch/periodBounds.ts'
export type { EpochState } from '../epoch/state/epochState.ts'
export type { SupplyParams } from '../mechanisms/m012-fixed-cap-dynamic-supply/params.ts'
export type { Category } from '../mechanisms/m014-authority-validator-governance/params.ts'
export type { Facilitator } from '../mechanisms/m015-contribution-weighted-rewards/activity.ts'
export { type Checked, checkContractFee, checkContractMint } from '../node/contracts/checks.ts'
export { type ContractInfo, readContractInfo } from '../node/contracts/contractInfo.ts'
export type { ContractPerformance } from '../node/contracts/contractPerformance.ts'
export { readContractPerformance } from '../node/contracts/contractPerformance.ts'
export type { ContractCommitment, ContractRewards, ContractScore } from '../node/contracts/contractScores.ts'
export {
  readContractActivity,
  readContractClaim,
  readContractCommitment,
  readContractRewards,
  readContractScore,
} from '../node/contracts/contractScores.ts'
export type { ContractDistribution, ContributionRewards } from '../node/contracts/contributionRewards.ts'
export { readContractDistribution, readContributionRewards } from '../node/contracts/contributionRewards.ts'
export type { ContractMint, ContractPeriod, DynamicSupply } from '../node/contracts/dynamicSupply.ts'
export { readContractMint, readContractPeriod, readDynamicSupply } from '../node/contracts/dynamicSupply.ts'
export type { ContractFee, FeeRouter } from '../node/contracts/feeRouter.ts'
export { readContractFee, readFeeRouter } from '../node/contracts/feeRouter.ts'
export type { ContractValidator, ValidatorGovernance } from '../node/contracts/validatorGovernance.ts'
export {
  readContractCategory,
  readContractValidator,
  readValidatorGovernance,
} from '../node/contracts/validatorGovernance.ts'
export type { LedgerActivity } from '../node/history/activity.ts'
export { readAuthorityModule } from '../node/modules/authorityModule.ts'
export { readFeeRouterModule } from '../node/modules/feeRouterModule.ts'
export {
  readRewardsCommitment,
  readRewardsDistribution,
  readRewardsModule,
  readRewardsScore,
} from '../node/modules/rewardsModule.ts'
export { readSupplyModule, readSupplyRecord } from '../node/modules/supplyModule.ts'
export type { NodeAt } from '../node/read/ask.ts'
export type { Burn } from '../node/read/burns.ts'
export type { Memos } from '../node/read/history.ts'
export type { MeasuredValidator } from '../node/read/m014.ts'
export type { PeriodHistory } from '../node/read/m015.ts'
export type { Mechanism } from '../node/read/proposedModules.ts'
export type { Votes, Worth } from '../node/read/rewardActivities.ts'
export type { Blocks as BlockRange, ChainAt } from '../node/read/txSearch.ts'
export type { Rpc } from '../node/rpc/connectRpc.ts'
export { type InForce, type MechanismSources, readInForce, readMechanismSources } from './inForce/inForce.ts'
export {
  type ContractRegistry,
  type MechanismContracts,
  type MechanismSource,
  parseContractRegistry,
} from './inForce/mechanismSources.ts'
export { NUMBER_SOURCES, type NumberKind, type NumberRow } from './inForce/numberSources.ts'
export type { PaidInForce } from './inForce/paidInForce.ts'
export type { NumberSource } from './inForce/sourcesAt.ts'
export type { NetworkOptions } from './networkOptions.ts'
export { type ChargedHistory, toChargedTransactions } from './period/chargedTransactions.ts'
export { facilitatorOf, type Platforms } from './period/facilitator.ts'
export { type PeriodBlocks, readPeriodBlocks } from './period/periodBlocks.ts'
export { type EpochInputOptions, type ReadEpochInputs, readEpochInputs } from './period/readEpochInputs.ts'
export { type EpochStateOptions, readEpochState } from './period/readEpochState.ts'
export { type ChainInputs, toEpochInputs } from './period/toEpochInputs.ts'
export { type Network, readNetwork } from './readNetwork.ts'
export type { ClassTrade, FeeView } from './views/feeView.ts'
export type { Participant, RewardView } from './views/rewardView.ts'
export type { StabilityTier } from './views/stabilityTierView.ts'
export type { SupplyView } from './views/supplyView.ts'
export type { ValidatorRow, ValidatorView } from './views/validatorView.ts'
