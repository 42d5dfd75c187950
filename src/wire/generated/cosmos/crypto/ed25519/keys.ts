// Written by `npm run generate` from proto/cosmos/crypto/ed25519/keys.proto. Do not edit.

import { type Codec, message } from '../../../../message.ts'

/** Validators' consensus keys. */
export interface PubKey {
  /** 32 bytes. */
  key: Uint8Array
}
export const PubKey: Codec<PubKey> = /* @__PURE__ */ message<PubKey>('bytes key = 1')
