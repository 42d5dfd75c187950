// Written by `npm run generate` from proto/cosmos/base/abci/v1beta1/abci.proto. Do not edit.

import { type Codec, message } from '../../../../../message.ts'
import { Event } from '../../../../tendermint/abci/types.ts'
import { Any } from '../../../../google/protobuf/any.ts'

export interface GasInfo {
  /** In a simulation the largest uint64, not an estimate. */
  gasWanted: bigint
  gasUsed: bigint
}
export const GasInfo: Codec<GasInfo> = /* @__PURE__ */ message<GasInfo>('uint64 gasWanted = 1; uint64 gasUsed = 2')

export interface Result {
  /** Replaced by msg_responses. */
  data: Uint8Array
  log: string
  events: Event[]
  msgResponses: Any[]
}
export const Result: Codec<Result> = /* @__PURE__ */ message<Result>('bytes data = 1; string log = 2; Event[] events = 3; Any[] msgResponses = 4', () => [Event, Any])

export interface MsgData {
  msgType: string
  data: Uint8Array
}
export const MsgData: Codec<MsgData> = /* @__PURE__ */ message<MsgData>('string msgType = 1; bytes data = 2')

/** What the `data` of an executed transaction holds: one response per message. */
export interface TxMsgData {
  /** Replaced by msg_responses. */
  data: MsgData[]
  msgResponses: Any[]
}
export const TxMsgData: Codec<TxMsgData> = /* @__PURE__ */ message<TxMsgData>('MsgData[] data = 1; Any[] msgResponses = 2', () => [MsgData, Any])
