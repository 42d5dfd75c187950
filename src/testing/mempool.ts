import { ripemd160 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { formatAddress } from '../primitives/address.ts'
import { PubKey } from '../wire/generated/cosmos/crypto/secp256k1/keys.ts'
import { AuthInfo, TxRaw } from '../wire/generated/cosmos/tx/v1beta1/tx.ts'

/** Who signed a transaction, with which sequence, and what it says: all that is known of one that was not recorded. */
export type Signed = { readonly address: string; readonly sequence: bigint; readonly bodyBytes: Uint8Array }

/** Opens a transaction; null for bytes that are none, or that have no secp256k1 signer. */
export function openTx(bytes: Uint8Array): Signed | null {
  try {
    const { bodyBytes, authInfoBytes } = TxRaw.decode(bytes)
    const [signer] = AuthInfo.decode(authInfoBytes).signerInfos
    if (!signer) return null
    const key = signer.publicKey ? PubKey.decode(signer.publicKey.value).key : new Uint8Array()
    const address = key.length === 33 ? formatAddress(ripemd160(sha256(key))) : ''
    return { address, sequence: signer.sequence, bodyBytes }
  } catch {
    return null
  }
}
