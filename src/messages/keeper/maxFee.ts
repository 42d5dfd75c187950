import { type Coin, formatCoin, type WireCoin } from '../../primitives/coin.ts'
import { coinAmount } from '../fields/numbers.ts'
import type { Ledger } from '../ledger.ts'

/** The fee must be in the denom of the order; in another one the keeper panics. */
export function warnOfMaxFeeDenom(
  orderId: string,
  denom: string | undefined,
  maxFee: WireCoin | undefined,
  ledger: Ledger,
): void {
  if (maxFee && denom !== undefined && maxFee.denom !== denom)
    ledger.warn('MAX_FEE_WRONG_DENOM', { orderId, maxFee: `${maxFee.amount}${maxFee.denom}`, denom })
}

/** An absent maxFeeAmount is 0 to the chain. */
export function warnOfMaxFee(
  orderId: string,
  least: Coin,
  maxFee: WireCoin | undefined,
  ledger: Ledger,
): void {
  if (maxFee === undefined) {
    if (least.amount > 0n) ledger.warn('MAX_FEE_MISSING', { orderId, fee: formatCoin(least) })
    return
  }
  const allowed = coinAmount(maxFee.amount) ?? 0n
  if (maxFee.denom === least.denom && allowed < least.amount)
    ledger.warn('MAX_FEE_TOO_LOW', {
      orderId,
      maxFee: formatCoin({ denom: maxFee.denom, amount: allowed }),
      fee: formatCoin(least),
    })
}
