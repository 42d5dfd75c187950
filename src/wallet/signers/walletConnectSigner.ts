import { base64 } from '@scure/base'
import type { AminoDocument, DirectDocument } from '../../client/sign/offlineSigner.ts'
import { RegenError } from '../../primitives/errors.ts'
import { SIGNER_UNUSABLE } from '../../primitives/errorTable/sending.ts'
import { type ChosenSigner, parseDirectSigned } from './chooseSigner.ts'
import { decodePublicKey } from './decodeAnswers.ts'

/** One call of a session: `(method, params) => client.request({ topic, chainId: 'cosmos:regen-1', request: { method, params } })`. */
export type SessionRequest = (method: string, params: unknown) => Promise<unknown>

/**
 * Makes a signer of a WalletConnect session of the namespace cosmos. Keys come as bytes, in base64, in hexadecimal or as what JSON makes of a
 * buffer, signed bytes in base64 or hexadecimal, account numbers as text: all become what CosmJS and `regen.connectSigner` take.
 * Default: amino, which every peer knows and its device can show.
 *
 * @example
 * const { topic } = walletConnect
 * const signer = await walletConnectSigner((method, params) =>
 *   walletConnect.request({ topic, chainId: 'cosmos:regen-1', request: { method, params } }),
 * )
 */
export async function walletConnectSigner(
  request: SessionRequest,
  mode: 'direct' | 'amino' = 'amino',
): Promise<ChosenSigner> {
  const given = await request('cosmos_getAccounts', {})
  const accounts = (Array.isArray(given) ? given : []).map(account => {
    const { address, algo = 'secp256k1', pubkey } = Object(account)
    return { address: String(address), algo: String(algo), pubkey: decodePublicKey(pubkey) }
  })
  const [first] = accounts
  if (first === undefined) throw new RegenError(SIGNER_UNUSABLE, { reason: 'the session has no accounts' })
  const shared = { address: first.address, getAccounts: async () => accounts }
  if (mode === 'amino')
    return {
      ...shared,
      mode,
      signAmino: async (signerAddress: string, signDoc: AminoDocument) =>
        (await request('cosmos_signAmino', { signerAddress, signDoc })) as never,
    }
  return {
    ...shared,
    mode,
    signDirect: async (signerAddress: string, document: DirectDocument) => {
      const signDoc = {
        chainId: document.chainId,
        accountNumber: document.accountNumber.toString(),
        bodyBytes: base64.encode(document.bodyBytes),
        authInfoBytes: base64.encode(document.authInfoBytes),
      }
      return parseDirectSigned(await request('cosmos_signDirect', { signerAddress, signDoc }), document)
    },
  }
}
