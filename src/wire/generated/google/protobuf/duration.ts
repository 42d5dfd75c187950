// Written by `npm run generate` from proto/google/protobuf/duration.proto. Do not edit.

import { type Codec, message } from '../../../message.ts'

export interface Duration {
  seconds: bigint
  nanos: number
}
export const Duration: Codec<Duration> = /* @__PURE__ */ message<Duration>('int64 seconds = 1; int32 nanos = 2')
