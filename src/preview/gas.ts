import { mulCeil, type Ratio } from '../primitives/ratio.ts'
import type { LedgerSnapshot } from './snapshot.ts'

/** What gas costs: `fee` in smallest units of `denom`, null where the price is not known. The price is the node's own and differs from node to node. */
export type Gas = {
  /** Whose account the fee is taken from; null when the first message is not in the catalog, so nobody can tell. */
  readonly payer: string | null
  readonly limit: bigint
  /** For one unit of gas; null when the node's price is not known. */
  readonly price: Ratio | null
  readonly denom: string
  readonly fee: bigint | null
}

/**
 * The gas fee a node asks for, in whole units of the denom.
 *
 *     fee = ceil( limit × price )
 *
 * @see cosmos-sdk x/auth/ante checkTxFeeWithValidatorMinGasPrices
 */
export function quoteGas(limit: bigint, payer: string | null, gasPrices: LedgerSnapshot['gasPrices']): Gas {
  const known = gasPrices === 'unknown' ? [] : gasPrices
  const chosen = known.find(({ denom }) => denom === 'uregen') ?? known[0]
  if (chosen === undefined) return { payer, limit, price: null, denom: 'uregen', fee: null }
  const { denom, amount: price } = chosen
  return { payer, limit, price, denom, fee: mulCeil(limit, price) }
}
