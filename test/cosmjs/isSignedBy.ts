import { secp256k1 } from '@noble/curves/secp256k1.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { aminoSignBytes } from '../../src/wallet/request/aminoSignBytes.ts'
import { AMINO_CONVERTERS } from '../../src/wire/aminoJson.ts'
import { decodeTx } from '../../src/wire/decodeTx.ts'
import { SignDoc, type TxRaw } from '../../src/wire/generated/cosmos/tx/v1beta1/tx.ts'
import { walletOf } from '../client/live.ts'
import type { RecordedTx } from '../support/recordings.ts'
import { fromBase64 } from '../wire/recordings.ts'

/** Whether a transaction holds a signature of the recorded signer over what the chain verifies in that mode: bytes, or amino JSON with type URLs as names. */
export async function isSignedBy(
  tx: RecordedTx,
  mode: 'direct' | 'amino',
  { bodyBytes, authInfoBytes, signatures }: TxRaw,
): Promise<boolean> {
  const [account] = await (await walletOf(tx.signer)).getAccounts()
  const { chainId, accountNumber, sequence, memo, fee } = tx
  const document =
    mode === 'direct'
      ? SignDoc.encode({ bodyBytes, authInfoBytes, chainId, accountNumber: BigInt(accountNumber) }).finish()
      : aminoSignBytes({
          chain_id: chainId,
          account_number: accountNumber,
          sequence,
          fee,
          memo,
          msgs: decodeTx(fromBase64(tx.txBytes)).body.messages.map(({ typeUrl, value }) => ({
            type: typeUrl,
            value: AMINO_CONVERTERS[typeUrl]?.toAmino(value),
          })),
        })
  const [signature = new Uint8Array()] = signatures
  return secp256k1.verify(signature, sha256(document), account?.pubkey ?? new Uint8Array(), {
    prehash: false,
  })
}
