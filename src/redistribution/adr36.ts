import { ripemd160 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { base64 } from '@scure/base'
import { formatAddress } from '../primitives/address.ts'
import { canonicalJson } from '../primitives/canonical.ts'

/** A signature as wallets give it for signArbitrary. */
export type StdSignature = {
  readonly pub_key: { readonly type: 'tendermint/PubKeySecp256k1'; readonly value: string }
  readonly signature: string
}

/**
 * The bytes a wallet signs for a text that is no transaction: an amino document of one message, with no chain, no fee and
 * sequence 0, so that it can never be sent.
 *
 * @see ADR-036, Arbitrary Message Signature Specification
 *
 * @example
 * new TextDecoder().decode(adr36Bytes(buyer, 'soil: 5')).includes('sign/MsgSignData') // true
 */
export function adr36Bytes(signer: string, text: string): Uint8Array {
  const document = canonicalJson({
    account_number: '0',
    chain_id: '',
    fee: { amount: [], gas: '0' },
    memo: '',
    msgs: [{ type: 'sign/MsgSignData', value: { data: base64.encode(utf8ToBytes(text)), signer } }],
    sequence: '0',
  })
  // As Go writes JSON: these three are escaped. Base64 and addresses have none of them.
  return utf8ToBytes(document.replace(/[<>&]/g, sign => `\\u00${sign.charCodeAt(0).toString(16)}`))
}

/** Whether a signature is of these bytes and this public key: `verify` of the curve secp256k1. Only who checks one loads the curve. */
export type Verify = (signature: Uint8Array, bytes: Uint8Array, publicKey: Uint8Array) => boolean

/** Why a signature is not that of an account over a text; null when it is. */
export function problemWith(
  { pub_key, signature }: StdSignature,
  { signer, text, verify }: { readonly signer: string; readonly text: string; readonly verify: Verify },
): string | null {
  try {
    const [publicKey, bytes] = [base64.decode(pub_key.value), base64.decode(signature)]
    if (formatAddress(ripemd160(sha256(publicKey))) !== signer) return 'the key is of another account'
    return verify(bytes, adr36Bytes(signer, text), publicKey) ? null : 'the signature is not of this ballot'
  } catch {
    return 'the key or the signature cannot be read'
  }
}
