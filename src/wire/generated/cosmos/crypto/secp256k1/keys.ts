// Written by `npm run generate` from proto/cosmos/crypto/secp256k1/keys.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'

export interface PubKey {
  /** 33 bytes, compressed. */
  key: Uint8Array
}
export const PubKey: Codec<PubKey> = /* @__PURE__ */ message<PubKey>('bytes key = 1')
