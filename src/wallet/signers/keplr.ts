/** A browser wallet of Keplr's shape: window.keplr, window.leap, cosmostation.providers.keplr, okxwallet.keplr. Nothing is imported of any. */
export type KeplrWallet = {
  enable(chainId: string): Promise<void>
  getKey(chainId: string): Promise<KeplrKey>
  signDirect(chainId: string, signer: string, document: never, options?: KeplrSignOptions): Promise<unknown>
  signAmino(chainId: string, signer: string, document: never, options?: KeplrSignOptions): Promise<unknown>
  experimentalSuggestChain?(info: never): Promise<void>
}

/** An account as Keplr and Leap describe it. */
export type KeplrKey = {
  readonly bech32Address: string
  readonly pubKey: unknown
  readonly algo: string
  readonly isNanoLedger?: boolean
  readonly isKeystone?: boolean
}

/** What Keplr may change of a request: the fee, the memo, and whether it looks at the balance. */
export type KeplrSignOptions = {
  readonly preferNoSetFee?: boolean
  readonly preferNoSetMemo?: boolean
  readonly disableBalanceCheck?: boolean
}

/**
 * With these a wallet of Keplr's shape signs the fee and the memo it was given. Without them it sets a fee of its own, and what was previewed is
 * not what is paid.
 */
export const keplrOptions = {
  preferNoSetFee: true,
  preferNoSetMemo: true,
} as const satisfies KeplrSignOptions
