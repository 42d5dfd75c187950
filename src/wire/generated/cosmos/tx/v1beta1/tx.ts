// Written by `npm run generate` from proto/cosmos/tx/v1beta1/tx.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Any } from '../../../google/protobuf/any.ts'
import { Timestamp } from '../../../google/protobuf/timestamp.ts'
import { type SignMode } from '../signing/v1beta1/signing.ts'
import { CompactBitArray } from '../../crypto/multisig/v1beta1/multisig.ts'
import { Coin } from '../../base/v1beta1/coin.ts'

export interface Tx {
  body: TxBody | undefined
  authInfo: AuthInfo | undefined
  signatures: Uint8Array[]
}
export const Tx: Codec<Tx> = /* @__PURE__ */ message<Tx>('TxBody body = 1; AuthInfo authInfo = 2; bytes[] signatures = 3', () => [TxBody, AuthInfo])

/** Tx with body and auth info kept as the bytes that were signed. */
export interface TxRaw {
  bodyBytes: Uint8Array
  authInfoBytes: Uint8Array
  signatures: Uint8Array[]
}
export const TxRaw: Codec<TxRaw> = /* @__PURE__ */ message<TxRaw>('bytes bodyBytes = 1; bytes authInfoBytes = 2; bytes[] signatures = 3')

/** What SIGN_MODE_DIRECT signs. */
export interface SignDoc {
  bodyBytes: Uint8Array
  authInfoBytes: Uint8Array
  chainId: string
  accountNumber: bigint
}
export const SignDoc: Codec<SignDoc> = /* @__PURE__ */ message<SignDoc>('bytes bodyBytes = 1; bytes authInfoBytes = 2; string chainId = 3; uint64 accountNumber = 4')

export interface TxBody {
  messages: Any[]
  memo: string
  /** 0: no limit. */
  timeoutHeight: bigint
  unordered: boolean
  timeoutTimestamp: Timestamp | undefined
  extensionOptions: Any[]
  nonCriticalExtensionOptions: Any[]
}
export const TxBody: Codec<TxBody> = /* @__PURE__ */ message<TxBody>('Any[] messages = 1; string memo = 2; uint64 timeoutHeight = 3; bool unordered = 4; Timestamp timeoutTimestamp = 5; Any[] extensionOptions = 1023; Any[] nonCriticalExtensionOptions = 2047', () => [Any, Timestamp, Any, Any])

export interface AuthInfo {
  /** The first signer pays the fee unless the fee names a payer. */
  signerInfos: SignerInfo[]
  fee: Fee | undefined
  tip: Tip | undefined
}
export const AuthInfo: Codec<AuthInfo> = /* @__PURE__ */ message<AuthInfo>('SignerInfo[] signerInfos = 1; Fee fee = 2; Tip tip = 3', () => [SignerInfo, Fee, Tip])

export interface SignerInfo {
  publicKey: Any | undefined
  modeInfo: ModeInfo | undefined
  sequence: bigint
}
export const SignerInfo: Codec<SignerInfo> = /* @__PURE__ */ message<SignerInfo>('Any publicKey = 1; ModeInfo modeInfo = 2; uint64 sequence = 3', () => [Any, ModeInfo])

export interface ModeInfo {
  single?: ModeInfo_Single | undefined
  multi?: ModeInfo_Multi | undefined
}
export const ModeInfo: Codec<ModeInfo> = /* @__PURE__ */ message<ModeInfo>('ModeInfo_Single single = 1; ModeInfo_Multi multi = 2', () => [ModeInfo_Single, ModeInfo_Multi])

export interface ModeInfo_Single {
  mode: SignMode
}
export const ModeInfo_Single: Codec<ModeInfo_Single> = /* @__PURE__ */ message<ModeInfo_Single>('int32 mode = 1')

export interface ModeInfo_Multi {
  /** Which of the multisig's keys signed. */
  bitarray: CompactBitArray | undefined
  modeInfos: ModeInfo[]
}
export const ModeInfo_Multi: Codec<ModeInfo_Multi> = /* @__PURE__ */ message<ModeInfo_Multi>('CompactBitArray bitarray = 1; ModeInfo[] modeInfos = 2', () => [CompactBitArray, ModeInfo])

export interface Fee {
  amount: Coin[]
  gasLimit: bigint
  payer: string
  /** Pays instead of the payer, out of a fee grant. */
  granter: string
}
export const Fee: Codec<Fee> = /* @__PURE__ */ message<Fee>('Coin[] amount = 1; uint64 gasLimit = 2; string payer = 3; string granter = 4', () => [Coin])

/** Deprecated. */
export interface Tip {
  amount: Coin[]
  tipper: string
}
export const Tip: Codec<Tip> = /* @__PURE__ */ message<Tip>('Coin[] amount = 1; string tipper = 2', () => [Coin])
