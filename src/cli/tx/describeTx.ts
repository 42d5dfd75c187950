import { ripemd160 } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import type { Message } from '../../messages/message.ts'
import type { MessagePreview } from '../../preview/feePreview.ts'
import { previewFees } from '../../preview/previewFees.ts'
import { parseSnapshot } from '../../preview/snapshot.ts'
import { formatAddress } from '../../primitives/address.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import type { DecodedTx } from '../../wire/decodeTx.ts'
import { fileError } from '../io/inputError.ts'

/** One message in words; inner ones have a path. */
export type DescribedMessage = Pick<MessagePreview, 'index' | 'path' | 'typeUrl' | 'sentence'>

/** Who signed, in which mode, with which sequence. The address is null where it does not follow from one key, as with several. */
export type DescribedSigner = {
  readonly address: string | null
  readonly keyType: string | null
  readonly mode: string
  readonly sequence: bigint
}

/** What is written in a transaction. */
export type DescribedTx = {
  readonly hash: string
  /** False: its bytes hold something that is not shown here. */
  readonly exact: boolean
  readonly sentences: readonly DescribedMessage[]
  readonly messages: readonly Message[]
  readonly fee: {
    readonly amount: readonly { readonly denom: string; readonly amount: string }[]
    readonly gasLimit: bigint
    readonly payer: string
    readonly granter: string
  } | null
  readonly memo: string
  readonly timeoutHeight: bigint
  readonly signers: readonly DescribedSigner[]
}

const MODES: { readonly [mode: number]: string } = {
  1: 'direct',
  2: 'textual',
  3: 'direct, auxiliary',
  127: 'amino JSON',
}
const SECP256K1 = '/cosmos.crypto.secp256k1.PubKey'

export function describeTx(hash: string, { body, authInfo, exact }: DecodedTx): DescribedTx {
  const messages = body?.messages ?? []
  const { fee, signerInfos = [] } = authInfo ?? {}
  return {
    hash,
    exact,
    sentences: sentencesOf(messages),
    messages,
    fee: fee === undefined ? null : { ...fee, amount: fee.amount.map(requireAmount) },
    memo: body?.memo ?? '',
    timeoutHeight: body?.timeoutHeight ?? 0n,
    signers: signerInfos.map(({ publicKey, modeInfo, sequence }) => ({
      address: addressOf(publicKey),
      keyType: publicKey?.typeUrl ?? null,
      mode: modeInfo?.single
        ? (MODES[modeInfo.single.mode] ?? `mode ${modeInfo.single.mode}`)
        : 'several keys',
      sequence,
    })),
  }
}

/** The text of an amount can be anything; what is no whole number is none. */
function requireAmount<FeeCoin extends { readonly amount: string }>(coin: FeeCoin, index: number): FeeCoin {
  if (/^\d{1,78}$/.test(coin.amount)) return coin
  const got = coin.amount === '' ? 'nothing' : `"${sanitize(coin.amount)}"`
  throw fileError('transaction', `expected a whole number at fee.amount[${index}].amount, got ${got}`)
}

/** Every message in words, inner ones after the one that carries them. */
const sentencesOf = (messages: readonly Message[]): readonly DescribedMessage[] =>
  previewFees({ messages, snapshot: NOTHING_KNOWN }).messages.map(({ index, path, typeUrl, sentence }) => ({
    index,
    path,
    typeUrl,
    sentence,
  }))

/** A ledger of which nothing is known: enough to put messages into words. */
const NOTHING_KNOWN = parseSnapshot({
  chainId: 'unknown',
  height: '0',
  time: '1970-01-01T00:00:00Z',
  gasPrices: 'unknown',
  settings: {
    feeParams: 'unknown',
    classFee: 'unknown',
    basketFee: 'unknown',
    allowedDenoms: 'unknown',
    bridgeChains: 'unknown',
    classCreators: 'unknown',
  },
  creditTypes: [],
  creditClasses: [],
  projects: [],
  batches: [],
  sellOrders: [],
  baskets: [],
  creditBalances: [],
  coinBalances: [],
  trades: [],
  statedPrices: [],
  complete: [],
  absent: [],
})

/** A secp256k1 key's account: RIPEMD-160 of SHA-256. */
function addressOf(
  publicKey: { readonly typeUrl: string; readonly value: object } | undefined,
): string | null {
  const { key } = (publicKey?.value ?? {}) as { key?: Uint8Array }
  return publicKey?.typeUrl === SECP256K1 && key ? formatAddress(ripemd160(sha256(key))) : null
}
