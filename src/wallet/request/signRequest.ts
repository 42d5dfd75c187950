import type { Message } from '../../messages/message.ts'
import type { MessagePreview } from '../../preview/feePreview.ts'
import type { Coin } from '../../primitives/coin.ts'
import type { Action, Finding } from '../findings.ts'

/** What a wallet is asked to sign, read. */
export type SignRequest = TransactionRequest | ArbitraryDataRequest

/** One message in words; an inner one stands after the message that carries it. */
export type MessageSentence = Pick<
  MessagePreview,
  'index' | 'path' | 'typeUrl' | 'signer' | 'sentence' | 'runs' | 'known'
>

/** Who signs by which key, as a direct document says; the address is null where it does not follow from one key. */
export type RequestSigner = {
  readonly address: string | null
  readonly keyType: string | null
  readonly mode: string
  readonly sequence: bigint
}

/** The gas fee as it is signed. */
export type RequestFee = {
  readonly coins: readonly Coin[]
  readonly gasLimit: bigint
  /** Who pays, as far as the document names somebody; empty for the first signer. */
  readonly payer: string
  /** Whose allowance pays instead; empty for none. */
  readonly granter: string
}

/** A transaction to sign. Everything that its bytes say is here: encoded again, it gives them. */
export type TransactionRequest = {
  readonly kind: 'transaction'
  readonly mode: 'direct' | 'amino'
  readonly chainId: string
  readonly accountNumber: bigint
  readonly messages: readonly Message[]
  readonly sentences: readonly MessageSentence[]
  /** Whose signatures the messages and the fee need, in order. Of messages that are not known, nobody can tell. */
  readonly signers: readonly string[]
  /** Whom the wallet is asked to sign for, where the request names somebody. */
  readonly asked: string | null
  /** The keys of a direct document; one entry without a key for amino. */
  readonly keys: readonly RequestSigner[]
  readonly fee: RequestFee
  /** The account the gas fee is taken from; null when that is the signer of a message that is not known. */
  readonly feePayer: string | null
  readonly memo: string
  /** The last block it may run in; 0 for no limit. */
  readonly timeoutHeight: bigint
  readonly findings: readonly Finding[]
  readonly action: Action
  /** What gets signed. */
  readonly signBytes: Uint8Array
}

/** Data to sign that is no transaction (ADR-36): it proves who holds a key, and moves nothing. */
export type ArbitraryDataRequest = {
  readonly kind: 'arbitrary data'
  readonly mode: 'amino'
  readonly signer: string
  readonly data: Uint8Array
  /** The data as text, where it is text. */
  readonly text: string | null
  readonly sentence: string
  readonly findings: readonly Finding[]
  readonly action: Action
  readonly signBytes: Uint8Array
}
