import { coin, type WireCoin } from '../../primitives/coin.ts'
import { orRefuse, refuse } from './refuse.ts'
import type { RequestFee } from './signRequest.ts'

/** Refuses what is no chain id. In a signed transaction, the 64 bytes of a signature stand in its place. */
export function requireChainId(chainId: string): void {
  if (!/^[\w.-]{1,50}$/.test(chainId))
    throw refuse(
      'its chain id is none; a transaction that is already signed is read with decodeTx, or "regen-fees tx"',
    )
}

/** A whole number in its one text. */
export function wholeNumber(text: unknown, what: string, below = 2n ** 64n): bigint {
  if (typeof text !== 'string' || !/^(0|[1-9]\d{0,77})$/.test(text) || BigInt(text) >= below)
    throw refuse(`${what} is not a whole number as text`)
  return BigInt(text)
}

/** The gas fee; a coin that is none is refused. */
export const parseFee = (
  amount: readonly WireCoin[],
  gasLimit: bigint,
  payer: string,
  granter: string,
): RequestFee => ({
  coins: amount.map(({ denom, amount }) =>
    orRefuse('its gas fee', () => coin(denom, wholeNumber(amount, 'an amount of its gas fee', 2n ** 256n))),
  ),
  gasLimit,
  payer,
  granter,
})
