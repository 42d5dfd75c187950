import { ripemd160 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { formatAddress } from '../primitives/address.ts'
import { PubKey } from '../wire/generated/cosmos/crypto/secp256k1/keys.ts'
import { AuthInfo, TxBody, TxRaw } from '../wire/generated/cosmos/tx/v1beta1/tx.ts'

/** Who signed a transaction, with which sequence, and what it says: all that is known of one that was not recorded. */
export type Signed = {
  readonly address: string
  readonly sequence: bigint
  /** Messages and memo, without the timeout height: transactions that say the same do the same. */
  readonly says: string
  readonly timeoutHeight: bigint
  readonly gasLimit: bigint
  /** Such as '20000uregen'; empty for none. */
  readonly fee: string
  /** How many signatures of 64 bytes it has. */
  readonly signatures: number
  readonly length: number
}

/** Opens a transaction; null for bytes that are none, or that have no signer. */
export function openTx(bytes: Uint8Array): Signed | null {
  try {
    const { bodyBytes, authInfoBytes, signatures } = TxRaw.decode(bytes)
    const { signerInfos, fee } = AuthInfo.decode(authInfoBytes)
    const body = TxBody.decode(bodyBytes)
    const [signer] = signerInfos
    if (!signer) return null
    const key = signer.publicKey ? PubKey.decode(signer.publicKey.value).key : new Uint8Array()
    return {
      address: key.length === 33 ? formatAddress(ripemd160(sha256(key))) : '',
      sequence: signer.sequence,
      says: Buffer.from(TxBody.encode({ ...body, timeoutHeight: 0n }).finish()).toString('base64'),
      timeoutHeight: body.timeoutHeight,
      gasLimit: fee?.gasLimit ?? 0n,
      fee: (fee?.amount ?? []).map(({ denom, amount }) => `${amount}${denom}`).join(),
      signatures: signatures.filter(({ length }) => length === 64).length,
      length: bytes.length,
    }
  } catch {
    return null
  }
}
