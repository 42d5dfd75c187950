/** regen-fees/wallet: sign requests read and previewed, chain info, and signers out of wallets. No network of its own. */
export type { CoinChange, CreditChange } from './balanceChanges.ts'
export { type ChainInfo, type ChainInfoOptions, type Currency, regenChainInfo } from './chainInfo.ts'
export { CHAINS as REGEN_CHAINS, type ChainData } from './chains.ts'
export { type ChooseOptions, type ChosenSigner, chooseSigner } from './chooseSigner.ts'
export type { Action, Finding, FindingCode } from './findings.ts'
export { type KeplrKey, type KeplrSignOptions, type KeplrWallet, keplrOptions } from './keplr.ts'
export { parseSignRequest, type ReadOptions } from './parseSignRequest.ts'
export {
  previewSignRequest,
  type SignPreview,
  type SignPreviewOptions,
  type SnapshotSource,
} from './previewSignRequest.ts'
export type {
  ArbitraryDataRequest,
  MessageSentence,
  RequestFee,
  RequestSigner,
  SignRequest,
  TransactionRequest,
} from './signRequest.ts'
export { suggestChain } from './suggestChain.ts'
export { type SessionRequest, walletConnectSigner } from './walletConnectSigner.ts'
