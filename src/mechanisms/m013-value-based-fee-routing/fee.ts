import { requireWithin } from '../../primitives/parameter.ts'
import { exact, floor, minRatio, type Ratio, sumRatios } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { MAX_RATE, MIN_FEE, RATE } from './bounds.ts'
import { type FeeConfig, type FeeRate, TX_TYPES, type TxType } from './params.ts'

/** What is charged: a transaction type and its exact value in uregen, whole or as a fraction. */
export type ChargedValue = { readonly txType: TxType; readonly value: Uregen | Ratio }

/** The fee by value of one transaction type within one message, before any minimum. */
export type FeePart = {
  readonly txType: TxType
  readonly value: Ratio
  readonly rate: FeeRate
  /** The configured rate was above `maxRate`, so `maxRate` was applied. */
  readonly rateCapped: boolean
  readonly byValue: Uregen
}

/** M013's fee of one value, in uregen, with the rate it was computed by and whether minimum or highest rate decided it. @see SPEC M013 */
export type Fee = {
  readonly amount: Uregen
  readonly minFeeApplied: boolean
  readonly rate: FeeRate
  readonly rateCapped: boolean
}

/** M013's fee of a message, in uregen, and of each part it is charged for. @see SPEC M013 */
export type MessageFee = {
  readonly parts: readonly FeePart[]
  readonly fee: Uregen
  readonly minFeeApplied: boolean
}

/** The rate of a type: min(rate[txType], maxRate). @see SPEC M013, invariant 4, Rate Bound Safety */
export const appliedRate = (
  txType: TxType,
  { feeRates, maxRate }: Pick<FeeConfig, 'feeRates' | 'maxRate'>,
): FeeRate => minRatio(feeRates[txType], maxRate)

/**
 * The part of a fee that follows from the value, in uregen.
 *
 *     part = floor( value × min(rate[txType], maxRate) )
 *
 * The value is exact (credits × price as a fraction); this is the only rounding.
 *
 * @see SPEC M013, Fee Distribution and invariant 4, Rate Bound Safety
 *
 * @example
 * computePart({ txType: 'CreditRetirement', value: uregen(1_000_000_199n) }, M013_V0).byValue // 5000000n
 */
export function computePart({ txType, value }: ChargedValue, config: FeeConfig): FeePart {
  const own = config.feeRates[txType]
  // The name of the parameter is made only for an error: this is the innermost step of every fee.
  if (!RATE.holds(own)) requireWithin(`feeRates.${txType}`, RATE, own)
  requireWithin('maxRate', MAX_RATE, config.maxRate)
  const rate = appliedRate(txType, config)
  const rateCapped = rate !== own
  const exactValue = exact(value)
  const byValue = floor({ num: exactValue.num * rate.num, den: exactValue.den * rate.den }) as Uregen
  return { txType, value: exactValue, rate, rateCapped, byValue }
}

/**
 * The fee of a message with one charged part, in uregen.
 *
 *     fee = max( floor(value × min(rate[txType], maxRate)), minFee )
 *
 * No fee is below min_fee (invariant 3, Non-Negative Fees). A value known to be zero pays the minimum; a value that is
 * not known has no fee, so do not pass 0 for it.
 *
 * @see SPEC M013, Fee Value Calculation
 *
 * @example
 * computeFee('MarketplaceTrade', uregen(1_000_000_000n), M013_V0).amount // 10000000n
 * computeFee('MarketplaceTrade', uregen(5_000_000n), M013_V0).amount // 1000000n
 */
export function computeFee(txType: TxType, value: Uregen | Ratio, config: FeeConfig): Fee {
  const { byValue, rate, rateCapped } = computePart({ txType, value }, config)
  requireWithin('minFee', MIN_FEE, config.minFee)
  const minFeeApplied = byValue < config.minFee
  return { amount: minFeeApplied ? config.minFee : byValue, minFeeApplied, rate, rateCapped }
}

/**
 * The fee of one message, in uregen: values of one type are added before the floor, the minimum counts once.
 *
 *     fee = max( Σ over types of floor( Σ value × rate ), minFee )        0 when nothing is charged
 *
 * @example
 * const retirements = [150_000_050n, 150_000_150n].map(value => ({ txType: 'CreditRetirement', value: uregen(value) }) as const)
 * computeMessageFee(retirements, M013_V0).fee // 1500001n
 */
export function computeMessageFee(charged: readonly ChargedValue[], config: FeeConfig): MessageFee {
  requireWithin('minFee', MIN_FEE, config.minFee)
  const parts = TX_TYPES.flatMap(txType => {
    const values = charged.filter(charge => charge.txType === txType).map(({ value }) => value)
    if (values.length === 0) return []
    return [computePart({ txType, value: sumRatios(...values.map(exact)) }, config)]
  })
  const byValue = parts.reduce((sum, part) => sum + part.byValue, 0n) as Uregen
  const minFeeApplied = parts.length > 0 && byValue < config.minFee
  return { parts, fee: minFeeApplied ? config.minFee : byValue, minFeeApplied }
}
