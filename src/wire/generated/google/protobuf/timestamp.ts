// Written by `npm run generate` from proto/google/protobuf/timestamp.proto. Do not edit.

import { type Codec, message } from '../../../message.ts'

export interface Timestamp {
  seconds: bigint
  nanos: number
}
export const Timestamp: Codec<Timestamp> = /* @__PURE__ */ message<Timestamp>('int64 seconds = 1; int32 nanos = 2')
