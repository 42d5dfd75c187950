// Written by `npm run generate` from proto/cosmos/tx/signing/v1beta1/signing.proto. Do not edit.

/** v7 accepts DIRECT, DIRECT_AUX and LEGACY_AMINO_JSON. */
export const SignMode = {
  SIGN_MODE_UNSPECIFIED: 0,
  SIGN_MODE_DIRECT: 1,
  SIGN_MODE_TEXTUAL: 2,
  SIGN_MODE_DIRECT_AUX: 3,
  SIGN_MODE_LEGACY_AMINO_JSON: 127,
  SIGN_MODE_EIP_191: 191,
  UNRECOGNIZED: -1,
} as const
export type SignMode = (typeof SignMode)[keyof typeof SignMode]
