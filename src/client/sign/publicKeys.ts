import { base64 } from '@scure/base'
import type { TxSigner } from './txPlan.ts'

/** The public keys of signers as a transaction carries them. */
export async function encodePublicKeys(signers: readonly TxSigner[]) {
  const { encodePubkey } = await import('@cosmjs/proto-signing')
  return signers.map(({ pubkey }) => {
    const { typeUrl, value } = encodePubkey({
      type: 'tendermint/PubKeySecp256k1',
      value: base64.encode(pubkey),
    })
    return { typeUrl, value }
  })
}
