import { PubKey } from '../../wire/generated/cosmos/crypto/secp256k1/keys.ts'

/** Public keys of secp256k1, 33 bytes each, as a transaction carries them. */
export const encodePublicKeys = (signers: readonly { readonly pubkey: Uint8Array }[]) =>
  signers.map(({ pubkey }) => ({
    typeUrl: '/cosmos.crypto.secp256k1.PubKey',
    value: PubKey.encode({ key: pubkey }).finish(),
  }))
