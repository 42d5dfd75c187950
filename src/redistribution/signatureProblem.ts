import { secp256k1 } from '@noble/curves/secp256k1.js'
import { ripemd160 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { base64 } from '@scure/base'
import { formatAddress } from '../primitives/address.ts'
import { adr36Bytes, type StdSignature } from './adr36.ts'

/**
 * Why a signature is not that of an account over a text; null when it is.
 *
 * @example
 * const unsigned = { pub_key: { type: 'tendermint/PubKeySecp256k1', value: '' }, signature: '' } as const
 * signatureProblem(buyer, ballotText(ballot), unsigned) // 'the key is of another account'
 */
export function signatureProblem(
  signer: string,
  text: string,
  { pub_key, signature }: StdSignature,
): string | null {
  try {
    const [publicKey, bytes] = [base64.decode(pub_key.value), base64.decode(signature)]
    if (formatAddress(ripemd160(sha256(publicKey))) !== signer) return 'the key is of another account'
    return secp256k1.verify(bytes, adr36Bytes(signer, text), publicKey)
      ? null
      : 'the signature is not of this ballot'
  } catch {
    return 'the key or the signature cannot be read'
  }
}
