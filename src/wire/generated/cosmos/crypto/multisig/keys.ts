// Written by `npm run generate` from proto/cosmos/crypto/multisig/keys.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'
import { Any } from '../../../google/protobuf/any.ts'

export interface LegacyAminoPubKey {
  threshold: number
  /** Their order is part of the address. */
  publicKeys: Any[]
}
export const LegacyAminoPubKey: Codec<LegacyAminoPubKey> = /* @__PURE__ */ message<LegacyAminoPubKey>('uint32 threshold = 1; Any[] publicKeys = 2', () => [Any])
