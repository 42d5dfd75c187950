import { type Rates, rateOf } from '../../mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import type { Coin } from '../../primitives/coin.ts'
import { RegenError } from '../../primitives/errors.ts'
import { RATE_MISSING } from '../../primitives/errorTable.ts'
import { mulFloor, type Ratio } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'

/** uregen for one smallest unit; a denom without a rate above 0 is an error. */
export function requireRate(denom: string, rates: Rates): Ratio {
  const rate = rateOf(denom, rates)
  if (rate === undefined || rate.num === 0n) throw new RegenError(RATE_MISSING, { denom })
  return rate
}

/** An amount as uregen, floored. */
export function amountInUregen(amount: bigint, denom: string, rates: Rates): bigint {
  if (denom === 'uregen' || amount === 0n) return amount
  return mulFloor(amount, requireRate(denom, rates))
}

/** Coins as uregen, each denom floored. */
export const inUregen = (coins: readonly Coin[], rates: Rates): Uregen =>
  coins.reduce((sum, { denom, amount }) => sum + amountInUregen(amount, denom, rates), 0n) as Uregen

/** A value in uregen, exact; not in lowest terms. */
export function valueInUregen(value: Ratio, denom: string, rates: Rates): Ratio {
  if (denom === 'uregen') return value
  const { num, den } = requireRate(denom, rates)
  return { num: value.num * num, den: value.den * den }
}
