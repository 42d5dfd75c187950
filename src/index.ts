/** What buyers and sellers pay the chain's marketplace today, and what creating a class or a basket costs. */
export * as liveMarketplaceFees from './mechanisms/live-marketplace-fees/index.ts'
export { quoteBuy } from './mechanisms/live-marketplace-fees/index.ts'
/** M013, value-based fee routing: the fee of a transaction and its way to four pools. Proposed, not in force. @see SPEC M013 */
export * as m013 from './mechanisms/m013-value-based-fee-routing/index.ts'
export {
  computeFee,
  computeMessageFee,
  M013_V0,
  splitFee,
} from './mechanisms/m013-value-based-fee-routing/index.ts'
/** Builders of the messages of `regen.ecocredit.basket.v1`: baskets of credits as coins. */
export * as basket from './messages/basket/index.ts'
export { CATALOG } from './messages/catalog.ts'
/** Builders of the messages of the Cosmos SDK and IBC that a Regen user sends. */
export * as cosmos from './messages/cosmos/index.ts'
/** Builders of the messages of `regen.data.v2`: anchoring and attesting what is kept elsewhere. */
export * as data from './messages/data/index.ts'
export type { MessageType } from './messages/defineMessage.ts'
/** Builders of the messages of `regen.ecocredit.v1`: classes, projects, batches, and moving or retiring credits. */
export * as ecocredit from './messages/ecocredit/index.ts'
export type { CoinMovement, CreditMovement, Holding, LiveFee, Purchase } from './messages/ledger.ts'
export type {
  AllowedDenom,
  AuthzGrant,
  Basket,
  Batch,
  BridgedBatch,
  CreditClass,
  CreditType,
  DateCriteria,
  GovProposal,
  OriginTx,
  Project,
  Rows as LedgerRows,
  SellOrder,
  Settings as ChainSettings,
} from './messages/ledgerRows.ts'
/** Builders of the messages of `regen.ecocredit.marketplace.v1`: selling, buying, and what governance sets. */
export * as marketplace from './messages/marketplace/index.ts'
export type { Message } from './messages/message.ts'
export { parseMessages } from './messages/parseMessages.ts'
export { warningSentence } from './messages/warningSentences.ts'
export {
  BLOCKING_WARNINGS,
  OTHER_WARNINGS,
  type Warning,
  type WarningCode,
} from './messages/warnings.ts'
export { DEFAULT_POLICY } from './policy/generated/defaultPolicy.ts'
export type { PolicyConfig } from './policy/policy.ts'
export { policyHash } from './policy/policyHash.ts'
export type {
  AccountCoin,
  FeePreview,
  MessagePreview,
  PreviewInput,
  PreviewWarning,
} from './preview/feePreview.ts'
export type { Gas } from './preview/gas.ts'
export type { Assumption } from './preview/input/assumptions.ts'
export {
  parseReferencePrices,
  type ReferencePrices,
  withReferencePrices,
} from './preview/input/referencePrices.ts'
export { listOrders, type OrderBook, type OrderFilter, type PricedOrder } from './preview/listOrders.ts'
export { previewFees, type WithoutEffects } from './preview/previewFees.ts'
export { previewJson } from './preview/previewJson.ts'
export type { CollectedCoin, ProposedFee } from './preview/proposed/feesOfValues.ts'
export type { ProposedPart } from './preview/proposed/proposedParts.ts'
export type { ChargeValuation } from './preview/proposed/valueCharge.ts'
export {
  type CoinBalance,
  type CreditBalance,
  type DenomName,
  type FeeConfigInForce,
  type GasPrice,
  type LedgerSnapshot,
  parseSnapshot,
  type SnapshotTable,
  type StateAge,
  snapshotJson,
} from './preview/snapshot.ts'
export type { ValidUntil } from './preview/validUntil.ts'
export { denomsOf } from './preview/words/denomNames.ts'
export { formatAmount, nameOf } from './preview/words/formatAmount.ts'
export { formatSentence } from './preview/words/formatSentence.ts'
export type { Json } from './primitives/canonical.ts'
export { type Coin, coin, formatCoin, parseCoin } from './primitives/coin.ts'
export { type Credits, credits, formatCredits, parseCredits } from './primitives/credits.ts'
export { type ErrorCode, isRegenError, RegenError } from './primitives/errors.ts'
export { type DenomTrace, ibcDenom } from './primitives/ibcDenom.ts'
export { formatRatio, parseRatio, type Ratio } from './primitives/ratio.ts'
export { formatRegen, parseRegen, type Uregen, uregen } from './primitives/uregen.ts'
