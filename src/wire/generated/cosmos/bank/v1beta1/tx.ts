// Written by `npm run generate` from proto/cosmos/bank/v1beta1/tx.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Coin } from '../../base/v1beta1/coin.ts'
import { Input, Output } from './bank.ts'

export interface MsgSend {
  fromAddress: string
  toAddress: string
  amount: Coin[]
}
export const MsgSend: Codec<MsgSend> = /* @__PURE__ */ message<MsgSend>('string fromAddress = 1; string toAddress = 2; Coin[] amount = 3', () => [Coin])

export interface MsgSendResponse {
}
export const MsgSendResponse: Codec<MsgSendResponse> = /* @__PURE__ */ message<MsgSendResponse>('')

/** One input only; what the outputs receive adds up to it. */
export interface MsgMultiSend {
  inputs: Input[]
  outputs: Output[]
}
export const MsgMultiSend: Codec<MsgMultiSend> = /* @__PURE__ */ message<MsgMultiSend>('Input[] inputs = 1; Output[] outputs = 2', () => [Input, Output])

export interface MsgMultiSendResponse {
}
export const MsgMultiSendResponse: Codec<MsgMultiSendResponse> = /* @__PURE__ */ message<MsgMultiSendResponse>('')
