/** What holds the keys of a stand-in: wallets of CosmJS, one for each sign mode. The stand-in itself knows no keys. */
export type StandInKeys = {
  readonly direct: DirectKeys
  readonly amino: AminoKeys
}

type Account = { readonly address: string; readonly algo: string; readonly pubkey: Uint8Array }

/** A wallet's signer of protobuf bytes. */
export type DirectKeys = {
  getAccounts(): Promise<readonly Account[]>
  signDirect(
    address: string,
    document: { bodyBytes: Uint8Array; authInfoBytes: Uint8Array; chainId: string; accountNumber: bigint },
  ): Promise<{ readonly signature: StdSignature }>
}

/** A wallet's signer of amino JSON. */
export type AminoKeys = {
  getAccounts(): Promise<readonly Account[]>
  signAmino(address: string, document: never): Promise<{ readonly signature: StdSignature }>
}

/** A signature and its key, as CosmJS and wallets give them. */
export type StdSignature = {
  readonly pub_key: { readonly type: string; readonly value: string }
  readonly signature: string
}

/** A number as long.js has it. */
export type LongLike = {
  readonly low: number
  readonly high: number
  readonly unsigned: boolean
  toString(): string
}

export const longOf = (value: bigint): LongLike => ({
  low: Number(BigInt.asIntN(32, value)),
  high: Number(BigInt.asIntN(32, value >> 32n)),
  unsigned: true,
  toString: () => value.toString(),
})
