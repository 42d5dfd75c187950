import { longOf, type StandInKeys } from './keys.ts'
import { type EditOptions, editAmino, editDirect, type WalletEdits } from './walletEdits.ts'

/** How a stand-in behaves where wallets and their users differ. */
export type StandInBehaviour = {
  /** Chains it knows; others must be suggested first. */
  readonly chainIds?: readonly string[]
  /** Its keys lie on a device. */
  readonly isNanoLedger?: boolean
  /** The user presses "reject". */
  readonly rejects?: boolean
  readonly memo?: string | null
  readonly feePerThousandGas?: bigint
}

type DirectDoc = {
  readonly bodyBytes?: Uint8Array
  readonly authInfoBytes?: Uint8Array
  readonly chainId?: string
  readonly accountNumber?: { toString(): string } | null
}
type AminoDoc = Parameters<typeof editAmino>[0] & { readonly chain_id: string }

/**
 * A stand-in for Keplr, behaving as its public source says: it sets a fee of its own unless asked not to or given two coins, lets its user
 * write another memo, passes the account number over a bridge on which the bigint 0 gets lost, answers with Long numbers, and refuses direct signing
 * for a Ledger.
 *
 * @example
 * import { Secp256k1HdWallet } from '@cosmjs/amino'
 * import { DirectSecp256k1HdWallet } from '@cosmjs/proto-signing'
 * const prefix = { prefix: 'regen' }
 * const keplr = keplrStandIn({
 *   direct: await DirectSecp256k1HdWallet.fromMnemonic(words, prefix),
 *   amino: await Secp256k1HdWallet.fromMnemonic(words, prefix),
 * })
 */
export function keplrStandIn({ direct, amino }: StandInKeys, behaviour: StandInBehaviour = {}) {
  const { chainIds = ['regen-1'], isNanoLedger = false, rejects = false } = behaviour
  const edits: WalletEdits = {
    memo: behaviour.memo ?? null,
    feePerThousandGas: behaviour.feePerThousandGas ?? 25n,
  }
  const known = new Set(chainIds)
  /** Every document it was asked to sign, as it arrived, in order. */
  const seen: unknown[] = []
  const requireChain = (chainId: string) => {
    if (!known.has(chainId)) throw new Error(`There is no chain info for ${chainId}`)
  }
  const requireSigner = async (signer: string) => {
    const [account] = await direct.getAccounts()
    if (account?.address !== signer) throw new Error('Signer mismatched')
    if (rejects) throw new Error('Request rejected')
  }
  const wallet = {
    seen,
    async enable(chainId: string | readonly string[]) {
      for (const id of [chainId].flat()) requireChain(id)
    },
    async experimentalSuggestChain({ chainId }: { readonly chainId: string }) {
      known.add(chainId)
    },
    async getKey(chainId: string) {
      requireChain(chainId)
      const [account] = await direct.getAccounts()
      if (account === undefined) throw new Error('The key is locked')
      return {
        name: 'stand-in',
        algo: account.algo,
        pubKey: account.pubkey,
        bech32Address: account.address,
        isNanoLedger,
        isKeystone: false,
      }
    },
    async signDirect(chainId: string, signer: string, document: DirectDoc, options: EditOptions = {}) {
      requireChain(chainId)
      seen.push(document)
      if (isNanoLedger)
        throw new Error(
          "SIGN_MODE_DIRECT can't be signed on Ledger. Contact the web app provider to fix this issue.",
        )
      await requireSigner(signer)
      // The bridge between page and extension: what is falsy does not get across.
      const passed = document.accountNumber ? document.accountNumber.toString() : null
      const { bodyBytes = new Uint8Array(), authInfoBytes = new Uint8Array() } = document
      const changed = editDirect({ bodyBytes, authInfoBytes }, edits, options)
      const accountNumber = BigInt(passed ?? '0')
      if (document.chainId !== chainId) throw new Error('Unmatched chain id with the offline signer')
      const { signature } = await direct.signDirect(signer, { ...changed, chainId, accountNumber })
      return { signed: { ...changed, chainId, accountNumber: longOf(accountNumber) }, signature }
    },
    async signAmino(chainId: string, signer: string, document: AminoDoc, options: EditOptions = {}) {
      requireChain(chainId)
      seen.push(document)
      if (document.chain_id !== chainId) throw new Error('Unmatched chain id with the offline signer')
      await requireSigner(signer)
      const signed = editAmino(document, edits, options)
      const { signature } = await amino.signAmino(signer, signed as never)
      return { signed, signature }
    },
    getOfflineSigner: (chainId: string, options: EditOptions = {}) => ({
      ...wallet.getOfflineSignerOnlyAmino(chainId, options),
      signDirect: (signer: string, document: DirectDoc) =>
        wallet.signDirect(chainId, signer, document, options),
    }),
    getOfflineSignerOnlyAmino: (chainId: string, options: EditOptions = {}) => ({
      getAccounts: async () => {
        const { bech32Address, pubKey, algo } = await wallet.getKey(chainId)
        return [{ address: bech32Address, algo, pubkey: pubKey }]
      },
      signAmino: (signer: string, document: AminoDoc) => wallet.signAmino(chainId, signer, document, options),
    }),
    getOfflineSignerAuto: async (chainId: string, options: EditOptions = {}) =>
      isNanoLedger
        ? wallet.getOfflineSignerOnlyAmino(chainId, options)
        : wallet.getOfflineSigner(chainId, options),
  }
  return wallet
}

/**
 * Leap has Keplr's shape; its keys do not say whether they are on a Keystone.
 *
 * @example
 * import { Secp256k1HdWallet } from '@cosmjs/amino'
 * import { DirectSecp256k1HdWallet } from '@cosmjs/proto-signing'
 * const prefix = { prefix: 'regen' }
 * const leap = leapStandIn({
 *   direct: await DirectSecp256k1HdWallet.fromMnemonic(words, prefix),
 *   amino: await Secp256k1HdWallet.fromMnemonic(words, prefix),
 * })
 */
export function leapStandIn(keys: StandInKeys, behaviour: StandInBehaviour = {}) {
  const wallet = keplrStandIn(keys, behaviour)
  return {
    ...wallet,
    async getKey(chainId: string) {
      const { isKeystone: _, ...key } = await wallet.getKey(chainId)
      return key
    },
  }
}

/**
 * A wallet of Keplr's shape with its keys on a Ledger: amino only.
 *
 * @example
 * import { Secp256k1HdWallet } from '@cosmjs/amino'
 * import { DirectSecp256k1HdWallet } from '@cosmjs/proto-signing'
 * const prefix = { prefix: 'regen' }
 * const ledger = ledgerStandIn({
 *   direct: await DirectSecp256k1HdWallet.fromMnemonic(words, prefix),
 *   amino: await Secp256k1HdWallet.fromMnemonic(words, prefix),
 * })
 */
export const ledgerStandIn = (keys: StandInKeys, behaviour: StandInBehaviour = {}) =>
  keplrStandIn(keys, { ...behaviour, isNanoLedger: true })
