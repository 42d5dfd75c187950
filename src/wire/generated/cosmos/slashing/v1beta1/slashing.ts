// Written by `npm run generate` from proto/cosmos/slashing/v1beta1/slashing.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Timestamp } from '../../../google/protobuf/timestamp.ts'
import { Duration } from '../../../google/protobuf/duration.ts'

export interface ValidatorSigningInfo {
  /** Consensus address (regenvalcons…), not the operator's. */
  address: string
  startHeight: bigint
  indexOffset: bigint
  jailedUntil: Timestamp | undefined
  tombstoned: boolean
  /** Within the last signed_blocks_window blocks. */
  missedBlocksCounter: bigint
}
export const ValidatorSigningInfo: Codec<ValidatorSigningInfo> = /* @__PURE__ */ message<ValidatorSigningInfo>('string address = 1; int64 startHeight = 2; int64 indexOffset = 3; Timestamp jailedUntil = 4; bool tombstoned = 5; int64 missedBlocksCounter = 6', () => [Timestamp])

/** The three fractions are the ASCII digits of the decimal times 10^18, as bytes. */
export interface Params {
  signedBlocksWindow: bigint
  minSignedPerWindow: Uint8Array
  downtimeJailDuration: Duration | undefined
  slashFractionDoubleSign: Uint8Array
  slashFractionDowntime: Uint8Array
}
export const Params: Codec<Params> = /* @__PURE__ */ message<Params>('int64 signedBlocksWindow = 1; bytes minSignedPerWindow = 2; Duration downtimeJailDuration = 3; bytes slashFractionDoubleSign = 4; bytes slashFractionDowntime = 5', () => [Duration])
