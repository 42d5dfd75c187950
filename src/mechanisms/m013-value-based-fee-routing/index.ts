export { type ChargedFee, type ChargedLine, chargeTransaction, type FeeRules } from './chargeFee.ts'
export {
  type ChargedValue,
  computeFee,
  computeMessageFee,
  computePart,
  type Fee,
  type FeePart,
  type MessageFee,
} from './fee.ts'
export { type ChainFeeConfig, parseChainFeeConfig, parseFeeConfig } from './feeConfig.ts'
export {
  COMPROMISE_28_25_45_2,
  type FeeConfig,
  type FeeRate,
  type FeeRates,
  ISSUANCE_RATE_HIGH,
  ISSUANCE_RATE_LOW,
  M013_V0,
  MODEL_A,
  MODEL_B_25_15_60,
  MODEL_B_30_20_50,
  MODEL_B_35_15_50,
  POOLS,
  type Pool,
  type PoolShares,
  type Share,
  TX_TYPES,
  type TxType,
} from './params.ts'
export {
  type Guards,
  M013_PHASES,
  type M013Phase,
  nextPhase,
  paysIn,
  type TransitionFacts,
  transitionGuards,
  type ValueBasedFacts,
  valueBasedGuards,
} from './phase.ts'
export { creditPools, emptyPools, type PoolBalance, type PoolBalances, withdraw } from './pools.ts'
export { dropOutliers } from './prices/outliers.ts'
export {
  type Ask,
  PRICE_SOURCES,
  type Price,
  type PriceEvidence,
  type PriceSource,
  type Rates,
  rateOf,
  type SourceRule,
  type StatedPrice,
  type TradeSample,
  type Valuation,
  valueClass,
  valueInUregen,
} from './prices/valuation.ts'
export {
  type EventFeeCollected,
  type EventFeeDistributed,
  type EventRateUpdated,
  type FeeRecord,
  rateUpdated,
  recordFee,
} from './records.ts'
export { rewardedPart } from './rewardedPart.ts'
export { type Routing, routeFee, sumPools } from './routeFee.ts'
export { type BurnShare, sharesAt } from './sharesAt.ts'
export { type PoolSplit, REMAINDERS, type Remainder, splitFee } from './split.ts'
