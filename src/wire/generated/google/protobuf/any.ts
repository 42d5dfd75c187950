// Written by `npm run generate` from proto/google/protobuf/any.proto. Do not edit.

import { type Codec, message } from '../../../message.ts'

export interface Any {
  typeUrl: string
  value: Uint8Array
}
export const Any: Codec<Any> = /* @__PURE__ */ message<Any>('string typeUrl = 1; bytes value = 2')
