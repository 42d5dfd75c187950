import type { GasPrice, LedgerSnapshot } from '../../../preview/snapshot.ts'
import { type Coin, DENOM, formatCoin, parseCoin } from '../../../primitives/coin.ts'
import { RegenError } from '../../../primitives/errors.ts'
import { GAS_FEE_TOO_HIGH, GAS_PRICE_NEEDED } from '../../../primitives/errorTable/sending.ts'
import { INPUT_INVALID } from '../../../primitives/errorTable.ts'
import { mulCeil, parseRatio } from '../../../primitives/ratio.ts'

/** Reads '0.025uregen'. */
export function parseGasPrice(text: string): GasPrice {
  const [, amount = '', denom = ''] = /^(\d+(?:\.\d+)?)([a-zA-Z].*)$/.exec(text) ?? []
  if (!DENOM.test(denom) || /^regen$/i.test(denom))
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

/** 5 REGEN: some 200,000,000 gas at 0.025 uregen, more than a block holds. */
const MAX_UREGEN = 5_000_000n
/** Gas that no transaction of this SDK comes near to. */
const MAX_GAS = 50_000_000n

/**
 * The most to pay for gas: what the caller states, or a limit that no honest node comes near to. Of another denom than uregen nobody knows what
 * it is worth, so that the caller must have named it, by maxGasFee or by gasPrice.
 */
export function mostGasFee({ maxGasFee, gasPrice }: { maxGasFee?: string; gasPrice?: string }): Coin {
  if (maxGasFee !== undefined) return parseCoin(maxGasFee)
  const { denom, amount } = parseGasPrice(gasPrice ?? '0uregen')
  return denom === 'uregen' ? { denom, amount: MAX_UREGEN } : { denom, amount: mulCeil(MAX_GAS, amount) }
}

/**
 * A node names its price and the gas that a simulation used, and a wallet may change the fee: neither makes it higher than the limit.
 */
export function requireWithin(fee: Coin | null, most: Coin): void {
  if (fee !== null && fee.amount > 0n && (fee.denom !== most.denom || fee.amount > most.amount))
    throw new RegenError(GAS_FEE_TOO_HIGH, { fee: formatCoin(fee), most: formatCoin(most) })
}
