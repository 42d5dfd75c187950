import { base64, hex } from '@scure/base'
import type { StandInKeys } from './keys.ts'

/** How peers differ. */
export type PeerBehaviour = {
  readonly chainId?: string
  /** Interchain kits and Keplr take and give base64; older wallets hexadecimal. */
  readonly bytes?: 'base64' | 'hex'
  /** A key as base64 text, or as what JSON makes of a Buffer. */
  readonly pubkey?: 'base64' | 'buffer'
  readonly rejects?: boolean
}

type Params = { readonly signerAddress: string; readonly signDoc: never }

/**
 * A stand-in for the wallet at the other end of a WalletConnect session, namespace cosmos: `cosmos_getAccounts`, `cosmos_signDirect`,
 * `cosmos_signAmino`. Everything goes through JSON, as over the relay.
 *
 * @example
 * import { Secp256k1HdWallet } from '@cosmjs/amino'
 * import { DirectSecp256k1HdWallet } from '@cosmjs/proto-signing'
 * const prefix = { prefix: 'regen' }
 * const peer = walletConnectStandIn({
 *   direct: await DirectSecp256k1HdWallet.fromMnemonic(words, prefix),
 *   amino: await Secp256k1HdWallet.fromMnemonic(words, prefix),
 * })
 */
export function walletConnectStandIn(keys: StandInKeys, behaviour: PeerBehaviour = {}) {
  const { chainId = 'regen-1', bytes = 'base64', pubkey = 'base64', rejects = false } = behaviour
  const coder = bytes === 'hex' ? hex : base64
  /** Every request, as it arrived, in order. */
  const seen: { readonly method: string; readonly params: unknown }[] = []
  const decode = (text: string) => (bytes === 'hex' && /^[0-9a-f]*$/i.test(text) ? hex : base64).decode(text)
  const answers: { readonly [method: string]: (params: Params) => Promise<unknown> } = {
    cosmos_getAccounts: async () =>
      (await keys.direct.getAccounts()).map(account => ({
        address: account.address,
        algo: account.algo,
        pubkey:
          pubkey === 'base64' ? base64.encode(account.pubkey) : { type: 'Buffer', data: [...account.pubkey] },
      })),
    async cosmos_signDirect({ signerAddress, signDoc }) {
      const document = signDoc as {
        readonly [field in 'chainId' | 'accountNumber' | 'bodyBytes' | 'authInfoBytes']: string
      }
      const opened = {
        bodyBytes: decode(document.bodyBytes),
        authInfoBytes: decode(document.authInfoBytes),
        chainId: document.chainId,
        accountNumber: BigInt(document.accountNumber),
      }
      const { signature } = await keys.direct.signDirect(signerAddress, opened)
      const signed = {
        chainId: document.chainId,
        accountNumber: document.accountNumber,
        bodyBytes: coder.encode(opened.bodyBytes),
        authInfoBytes: coder.encode(opened.authInfoBytes),
      }
      return { signature, signed }
    },
    async cosmos_signAmino({ signerAddress, signDoc }) {
      const { signature } = await keys.amino.signAmino(signerAddress, signDoc)
      return { signature, signed: signDoc }
    },
  }
  return {
    seen,
    chainId: `cosmos:${chainId}`,
    /** As `client.request` of a session. */
    async request(method: string, params: unknown): Promise<unknown> {
      const sent = JSON.parse(JSON.stringify(params)) as Params
      seen.push({ method, params: sent })
      if (rejects) throw Object.assign(new Error('User rejected.'), { code: 5000 })
      const answer = answers[method]
      if (answer === undefined) throw Object.assign(new Error('Unsupported method'), { code: 10_001 })
      return JSON.parse(JSON.stringify(await answer(sent)))
    },
  }
}
