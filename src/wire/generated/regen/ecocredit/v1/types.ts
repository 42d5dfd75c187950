// Written by `npm run generate` from proto/regen/ecocredit/v1/types.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Coin } from '../../../cosmos/base/v1beta1/coin.ts'
import { CreditType } from './state.ts'

/**
 * What the deprecated Query/Params answers. Ask the single queries instead: on chain this one fails
 * as soon as the class fee or the basket fee is unset.
 */
export interface Params {
  creditClassFee: Coin[]
  basketFee: Coin[]
  allowedClassCreators: string[]
  allowlistEnabled: boolean
  allowedDenoms: AllowedDenom[]
  allowedBridgeChains: string[]
}
export const Params: Codec<Params> = /* @__PURE__ */ message<Params>('Coin[] creditClassFee = 1; Coin[] basketFee = 2; string[] allowedClassCreators = 3; bool allowlistEnabled = 4; AllowedDenom[] allowedDenoms = 5; string[] allowedBridgeChains = 6', () => [Coin, Coin, AllowedDenom])

/** An amount of credits of one batch. */
export interface Credits {
  batchDenom: string
  /** Whole credits as decimal text, at most six decimals. */
  amount: string
}
export const Credits: Codec<Credits> = /* @__PURE__ */ message<Credits>('string batchDenom = 1; string amount = 2')

/** What one recipient gets when a batch is issued or minted to. */
export interface BatchIssuance {
  recipient: string
  tradableAmount: string
  retiredAmount: string
  /** Required as soon as retired_amount is above zero. */
  retirementJurisdiction: string
  retirementReason: string
}
export const BatchIssuance: Codec<BatchIssuance> = /* @__PURE__ */ message<BatchIssuance>('string recipient = 1; string tradableAmount = 2; string retiredAmount = 3; string retirementJurisdiction = 4; string retirementReason = 5')

/** The operation on another chain or registry that credits come from. (id, source) can be used once per class. */
export interface OriginTx {
  id: string
  source: string
  /** Contract on the source chain: empty, or 0x and 40 hexadecimal digits. */
  contract: string
  note: string
}
export const OriginTx: Codec<OriginTx> = /* @__PURE__ */ message<OriginTx>('string id = 1; string source = 2; string contract = 3; string note = 4')

/** Legacy governance content; v7 uses MsgAddCreditType. */
export interface CreditTypeProposal {
  title: string
  description: string
  creditType: CreditType | undefined
}
export const CreditTypeProposal: Codec<CreditTypeProposal> = /* @__PURE__ */ message<CreditTypeProposal>('string title = 1; string description = 2; CreditType creditType = 3', () => [CreditType])

/** Appears only inside Params; the marketplace has its own AllowedDenom. */
export interface AllowedDenom {
  bankDenom: string
  displayDenom: string
  exponent: number
}
export const AllowedDenom: Codec<AllowedDenom> = /* @__PURE__ */ message<AllowedDenom>('string bankDenom = 1; string displayDenom = 2; uint32 exponent = 3')
