// Written by `npm run generate` from proto/cosmos/crypto/multisig/v1beta1/multisig.proto. Do not edit.

import { type Codec, message } from '../../../../../message.ts'

export interface MultiSignature {
  signatures: Uint8Array[]
}
export const MultiSignature: Codec<MultiSignature> = /* @__PURE__ */ message<MultiSignature>('bytes[] signatures = 1')

/** Bits from the highest of the first byte on. */
export interface CompactBitArray {
  /** Bits used in the last byte; 0 means all eight. */
  extraBitsStored: number
  elems: Uint8Array
}
export const CompactBitArray: Codec<CompactBitArray> = /* @__PURE__ */ message<CompactBitArray>('uint32 extraBitsStored = 1; bytes elems = 2')
