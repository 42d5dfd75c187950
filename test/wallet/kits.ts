import { base64 } from '@scure/base'
import type { walletConnectStandIn } from '../../src/testing.ts'
import type { KeplrSignOptions, KeplrWallet } from '../../src/wallet/index.ts'

/** Signers in the shapes of wallet kits, as their public sources make them: a kit over a wallet of Keplr's shape, or over WalletConnect. */

type Direct = {
  readonly bodyBytes: Uint8Array
  readonly authInfoBytes: Uint8Array
  readonly chainId: string
  readonly accountNumber: { toString(): string }
}

/** Each kit passes sign options of its own with every signature. */
const OPTIONS = {
  'cosmos-kit': { preferNoSetFee: false, preferNoSetMemo: true, disableBalanceCheck: true },
  'interchain-kit': { preferNoSetFee: true, preferNoSetMemo: true, disableBalanceCheck: true },
  graz: {},
} as const satisfies { readonly [kit: string]: KeplrSignOptions }

type Extension = KeplrWallet

const accountsOf = (wallet: Extension, chainId: string) => async () => {
  const { bech32Address: address, algo, pubKey: pubkey } = await wallet.getKey(chainId)
  return [{ address, algo, pubkey }]
}

const aminoOf = (wallet: Extension, chainId: string, options: KeplrSignOptions) => ({
  getAccounts: accountsOf(wallet, chainId),
  signAmino: (signer: string, document: unknown) =>
    wallet.signAmino(chainId, signer, document as never, options),
})

const directOf = (wallet: Extension, chainId: string, options: KeplrSignOptions) => ({
  getAccounts: accountsOf(wallet, chainId),
  signDirect: (signer: string, document: Direct) =>
    wallet.signDirect(chainId, signer, document as never, options),
})

/** cosmos-kit 2.18: `useChain(name)`; the wallet itself is `chainWallet.client.client`. */
export const cosmosKit = (wallet: Extension, chainId: string) => ({
  client: { client: wallet },
  getOfflineSignerAmino: () => aminoOf(wallet, chainId, OPTIONS['cosmos-kit']),
  getOfflineSignerDirect: () => directOf(wallet, chainId, OPTIONS['cosmos-kit']),
})

/** interchain-kit: `wallet.getOfflineSigner(chainId, type)`. */
export const interchainKit = (wallet: Extension) => ({
  getOfflineSigner: (chainId: string, type: 'amino' | 'direct' = 'direct') =>
    (type === 'amino' ? aminoOf : directOf)(wallet, chainId, OPTIONS['interchain-kit']),
})

/** graz 0.5: `getOfflineSigners()` of a wallet of Keplr's shape; the wallet itself is `getWallet()`. */
export const graz = (wallet: Extension, chainId: string) => ({
  getWallet: () => wallet,
  getOfflineSigners: async () => ({
    offlineSigner: {
      ...aminoOf(wallet, chainId, OPTIONS.graz),
      ...directOf(wallet, chainId, OPTIONS.graz),
    },
    offlineSignerAmino: aminoOf(wallet, chainId, OPTIONS.graz),
  }),
})

type Peer = ReturnType<typeof walletConnectStandIn>

const bytesOf = (text: unknown) => base64.decode(String(text))

/** How both kits ask over WalletConnect: bytes in base64, the account number as text, which stays text in the answer. */
const askDirect = (peer: Peer) => async (signerAddress: string, document: Direct) => {
  const { chainId, accountNumber, bodyBytes, authInfoBytes } = document
  const signDoc = {
    chainId,
    accountNumber: accountNumber.toString(),
    bodyBytes: base64.encode(bodyBytes),
    authInfoBytes: base64.encode(authInfoBytes),
  }
  const { signed, signature } = (await peer.request('cosmos_signDirect', { signerAddress, signDoc })) as {
    readonly signed: { readonly [field: string]: unknown }
    readonly signature: unknown
  }
  return {
    signed: {
      ...signed,
      bodyBytes: bytesOf(signed['bodyBytes']),
      authInfoBytes: bytesOf(signed['authInfoBytes']),
    },
    signature,
  }
}

const peerAccounts = (peer: Peer) => async () => {
  const accounts = (await peer.request('cosmos_getAccounts', {})) as readonly { readonly pubkey: unknown }[]
  return accounts.map(account => ({ ...account, pubkey: bytesOf(account.pubkey) }))
}

/** interchain-kit over WalletConnect: without a type there is no signer. */
export const interchainKitOverWalletConnect = (peer: Peer) => ({
  getOfflineSigner: (_chainId: string, type?: 'amino' | 'direct') => {
    if (type === 'amino')
      return {
        getAccounts: peerAccounts(peer),
        signAmino: (signerAddress: string, signDoc: unknown) =>
          peer.request('cosmos_signAmino', { signerAddress, signDoc }),
      }
    if (type === 'direct') return { getAccounts: peerAccounts(peer), signDirect: askDirect(peer) }
    return undefined
  },
})

/** graz over WalletConnect: amino documents are asked for by the direct method. */
export const grazOverWalletConnect = (peer: Peer) => ({
  offlineSigner: { getAccounts: peerAccounts(peer), signDirect: askDirect(peer) },
  offlineSignerAmino: {
    getAccounts: peerAccounts(peer),
    signAmino: (signerAddress: string, signDoc: unknown) =>
      peer.request('cosmos_signDirect', { signerAddress, signDoc }),
  },
})
