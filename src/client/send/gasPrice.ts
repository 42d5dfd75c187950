import type { GasPrice, LedgerSnapshot } from '../../preview/snapshot.ts'
import { type Coin, DENOM, formatCoin, parseCoin } from '../../primitives/coin.ts'
import { RegenError } from '../../primitives/errors.ts'
import { GAS_FEE_TOO_HIGH, GAS_PRICE_NEEDED, INPUT_INVALID } from '../../primitives/errorTable.ts'
import { parseRatio } from '../../primitives/ratio.ts'

/** Reads '0.025uregen'. */
export function parseGasPrice(text: string): GasPrice {
  const [, amount = '', denom = ''] = /^(\d+(?:\.\d+)?)([a-zA-Z].*)$/.exec(text) ?? []
  if (!DENOM.test(denom))
    throw new RegenError(INPUT_INVALID, {
      what: 'gasPrice',
      issues: `✖ expected a price such as "0.025uregen", got "${text.slice(0, 80)}"`,
    })
  return { denom, amount: parseRatio(amount) }
}

/** The snapshot with the price that is to be paid: the caller's, or else the node's own, which must name one. */
export function withGasPrice(
  snapshot: LedgerSnapshot,
  gasPrice: string | undefined,
  origins: readonly string[],
): LedgerSnapshot {
  if (gasPrice !== undefined) return { ...snapshot, gasPrices: [parseGasPrice(gasPrice)] }
  if (snapshot.gasPrices === 'unknown' || snapshot.gasPrices.length === 0)
    throw new RegenError(GAS_PRICE_NEEDED, { origins })
  return snapshot
}

/** A node names its price and the gas that a simulation used: a caller who does not trust it states the most to pay. */
export function requireWithin(fee: Coin | null, maxGasFee: string | undefined): void {
  if (maxGasFee === undefined) return
  const most = parseCoin(maxGasFee)
  if (fee !== null && (fee.denom !== most.denom || fee.amount > most.amount))
    throw new RegenError(GAS_FEE_TOO_HIGH, { fee: formatCoin(fee), most: maxGasFee })
}
