// Written by `npm run generate` from proto/ibc/applications/transfer/v1/tx.proto. Do not edit.

import { type Codec, message } from '../../../../../message.ts'
import { Coin } from '../../../../cosmos/base/v1beta1/coin.ts'
import { Height } from '../../../core/client/v1/client.ts'

export interface MsgTransfer {
  sourcePort: string
  sourceChannel: string
  token: Coin | undefined
  sender: string
  /** An address of the other chain. */
  receiver: string
  /** Either this or the timestamp is set. */
  timeoutHeight: Height | undefined
  /** Nanoseconds since 1970. */
  timeoutTimestamp: bigint
  memo: string
  encoding: string
}
export const MsgTransfer: Codec<MsgTransfer> = /* @__PURE__ */ message<MsgTransfer>('string sourcePort = 1; string sourceChannel = 2; Coin token = 3; string sender = 4; string receiver = 5; Height timeoutHeight = 6; uint64 timeoutTimestamp = 7; string memo = 8; string encoding = 9', () => [Coin, Height])

export interface MsgTransferResponse {
  sequence: bigint
}
export const MsgTransferResponse: Codec<MsgTransferResponse> = /* @__PURE__ */ message<MsgTransferResponse>('uint64 sequence = 1')
