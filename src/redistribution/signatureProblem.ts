import { secp256k1 } from '@noble/curves/secp256k1.js'
import { problemWith, type StdSignature } from './adr36.ts'

/**
 * Why a signature is not that of an account over a text; null when it is.
 *
 * @example
 * const unsigned = { pub_key: { type: 'tendermint/PubKeySecp256k1', value: '' }, signature: '' } as const
 * signatureProblem(buyer, ballotText(ballot), unsigned) // 'the key is of another account'
 */
export const signatureProblem = (signer: string, text: string, signature: StdSignature): string | null =>
  problemWith(signature, { signer, text, verify: secp256k1.verify })
