import { ripemd160 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { formatAddress } from '../../primitives/address.ts'
import { RegenError } from '../../primitives/errors.ts'
import { SIGNATURE_INVALID } from '../../primitives/errorTable/sending.ts'
import type { TxSigner } from './txPlan.ts'

/** The account of a public key of secp256k1. */
export const addressOfKey = (pubkey: Uint8Array): string => formatAddress(ripemd160(sha256(pubkey)))

/**
 * Throws SIGNATURE_INVALID unless a signature is what the chain will check: of this signer's key, over the SHA-256 of these very bytes, in the
 * lower of its two forms. Nothing that a wallet has signed leaves the machine before.
 *
 * @see cosmos-sdk crypto/keys/secp256k1 VerifySignature
 */
export async function requireSignature(
  { address, pubkey }: Pick<TxSigner, 'address' | 'pubkey'>,
  signBytes: Uint8Array,
  signature: Uint8Array,
): Promise<void> {
  const { secp256k1 } = await import('@noble/curves/secp256k1.js')
  let holds = false
  try {
    holds = secp256k1.verify(signature, sha256(signBytes), pubkey, { prehash: false, lowS: true })
  } catch {
    // Bytes that are no signature, or no key.
  }
  if (!holds) throw new RegenError(SIGNATURE_INVALID, { signer: address })
}
