/**
 * What signs: CosmJS's OfflineSigner by shape, so that any version of it, a wallet's or the reader's own fits. Nothing of CosmJS is
 * imported for it.
 */
export type OfflineSigner = { getAccounts(): Promise<readonly SignerAccount[]> } & (
  | DirectSigning
  | AminoSigning
)

/** An account of a signer, with its public key, as CosmJS and wallets give it. */
export type SignerAccount = {
  readonly address: string
  readonly algo: string
  /** 33 bytes for secp256k1. */
  readonly pubkey: Uint8Array
  /** Wallets that hold a hardware device say so beside the key. */
  readonly isNanoLedger?: unknown
  readonly isKeystone?: unknown
}

/** A signer of protobuf bytes (SIGN_MODE_DIRECT), as CosmJS has it. */
export type DirectSigning = {
  signDirect(
    address: string,
    document: DirectDocument,
  ): Promise<{ readonly signed: SignedDirectDocument; readonly signature: { readonly signature: string } }>
}

/** A signer of amino JSON, as CosmJS has it: what hardware wallets can show. */
export type AminoSigning = {
  signAmino(
    address: string,
    document: AminoDocument,
  ): Promise<{ readonly signed: AminoDocument; readonly signature: { readonly signature: string } }>
}

/** SignDoc of SIGN_MODE_DIRECT. */
export type DirectDocument = {
  bodyBytes: Uint8Array
  authInfoBytes: Uint8Array
  chainId: string
  accountNumber: bigint
}

/** What a wallet gives back of it; some have the account number in another type. */
type SignedDirectDocument = Pick<DirectDocument, 'bodyBytes' | 'authInfoBytes'>

/** StdSignDoc of SIGN_MODE_LEGACY_AMINO_JSON. */
export type AminoDocument = {
  readonly chain_id: string
  readonly account_number: string
  readonly sequence: string
  readonly fee: {
    readonly amount: readonly { readonly denom: string; readonly amount: string }[]
    readonly gas: string
    readonly granter?: string
    readonly payer?: string
  }
  // biome-ignore lint/suspicious/noExplicitAny: as CosmJS declares it
  readonly msgs: readonly { readonly type: string; readonly value: any }[]
  readonly memo: string
  readonly timeout_height?: string
}

export const signsDirect = (signer: OfflineSigner): signer is OfflineSigner & DirectSigning =>
  'signDirect' in signer && typeof signer.signDirect === 'function'

export const signsAmino = (signer: OfflineSigner): signer is OfflineSigner & AminoSigning =>
  'signAmino' in signer && typeof signer.signAmino === 'function'
