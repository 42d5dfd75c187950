/** regen-fees/wallet: sign requests read and previewed, chain info, and signers out of wallets. No network of its own. */
export type { CoinChange, CreditChange } from './balanceChanges.ts'
export type { Action, Finding, FindingCode } from './findings.ts'
export {
  previewSignRequest,
  type SignPreview,
  type SignPreviewOptions,
  type SnapshotSource,
} from './previewSignRequest.ts'
export { parseSignRequest, type ReadOptions } from './request/parseSignRequest.ts'
export type {
  ArbitraryDataRequest,
  MessageSentence,
  RequestFee,
  RequestSigner,
  SignRequest,
  TransactionRequest,
} from './request/signRequest.ts'
export { type ChainInfo, type ChainInfoOptions, type Currency, regenChainInfo } from './signers/chainInfo.ts'
export { CHAINS as REGEN_CHAINS, type ChainData } from './signers/chains.ts'
export { type ChooseOptions, type ChosenSigner, chooseSigner } from './signers/chooseSigner.ts'
export { type KeplrKey, type KeplrSignOptions, type KeplrWallet, keplrOptions } from './signers/keplr.ts'
export { suggestChain } from './signers/suggestChain.ts'
export { type SessionRequest, walletConnectSigner } from './signers/walletConnectSigner.ts'
