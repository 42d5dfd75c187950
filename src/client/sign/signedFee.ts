import { type Coin, DENOM, type WireCoin } from '../../primitives/coin.ts'
import { RegenError } from '../../primitives/errors.ts'
import { SIGNED_DIFFERENTLY } from '../../primitives/errorTable/sending.ts'

/** What was signed for the gas, which the wallet may have changed. */
export type SignedFee = {
  readonly coin: Coin | null
  readonly gasLimit: bigint
  /** Empty: the first signer. */
  readonly payer: string
  readonly granter: string
}

/** What a way of signing gives back; the wallet may have changed fee and memo. */
export type Signed = {
  readonly bodyBytes: Uint8Array
  readonly authInfoBytes: Uint8Array
  /** In the order of the signers. */
  readonly signatures: readonly Uint8Array[]
  readonly memo: string
  readonly fee: SignedFee
}

/** The coin of a fee, null for none. A wallet that makes several of it, or one that is none, is refused. */
export function oneCoin(amounts: readonly (Coin | WireCoin)[]): Coin | null {
  const [first, ...others] = amounts
  if (first === undefined) return null
  const { denom, amount } = first
  if (others.length > 0 || !DENOM.test(denom) || !/^\d{1,77}$/.test(amount.toString()))
    throw new RegenError(SIGNED_DIFFERENTLY, { what: 'the coins of the fee' })
  return { denom, amount: BigInt(amount) }
}
