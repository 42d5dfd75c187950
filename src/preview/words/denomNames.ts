import type { AllowedDenom } from '../../messages/ledger.ts'
import type { LedgerSnapshot } from '../snapshot.ts'

/**
 * Every denom of a snapshot that has a symbol and an exponent: those the marketplace allows, then those the bank describes. A snapshot that was written
 * before it held names has the first ones only.
 *
 * @example
 * denomsOf(snapshot).map(({ displayDenom, exponent }) => [displayDenom, exponent]) // [ [ 'REGEN', 6 ], [ 'USDC.axl', 6 ], [ 'USDC', 6 ] ]
 */
export function denomsOf({
  settings: { allowedDenoms },
  denomNames = [],
}: Pick<LedgerSnapshot, 'denomNames'> & {
  readonly settings: Pick<LedgerSnapshot['settings'], 'allowedDenoms'>
}): readonly AllowedDenom[] {
  const allowed = allowedDenoms === 'unknown' ? [] : allowedDenoms
  return [
    ...allowed,
    ...denomNames.flatMap(({ denom, symbol, exponent }) =>
      symbol === null || exponent === null || allowed.some(({ bankDenom }) => bankDenom === denom)
        ? []
        : [{ bankDenom: denom, displayDenom: symbol, exponent }],
    ),
  ]
}

/** Every denom in which a snapshot has an amount or a price. */
export function denomsIn(snapshot: LedgerSnapshot): readonly string[] {
  const { gasPrices, sellOrders, baskets, coinBalances, settings, trades } = snapshot
  const { allowedDenoms, classFee, basketFee } = settings
  const fees = [classFee, basketFee].flatMap(fee => (fee === 'unknown' || fee === null ? [] : [fee.denom]))
  return [
    ...new Set([
      ...(allowedDenoms === 'unknown' ? [] : allowedDenoms.map(({ bankDenom }) => bankDenom)),
      ...(gasPrices === 'unknown' ? [] : gasPrices.map(({ denom }) => denom)),
      ...fees,
      ...sellOrders.map(({ askDenom }) => askDenom),
      ...baskets.map(({ denom }) => denom),
      ...coinBalances.flatMap(({ coins }) => coins.map(({ denom }) => denom)),
      ...trades.map(({ denom }) => denom),
    ]),
  ].sort()
}
