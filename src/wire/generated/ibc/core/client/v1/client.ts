// Written by `npm run generate` from proto/ibc/core/client/v1/client.proto. Do not edit.

import { type Codec, message } from '../../../../../message.ts'

/** A height of a chain that can be restarted under a new number. */
export interface Height {
  revisionNumber: bigint
  revisionHeight: bigint
}
export const Height: Codec<Height> = /* @__PURE__ */ message<Height>('uint64 revisionNumber = 1; uint64 revisionHeight = 2')
