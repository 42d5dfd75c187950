import type { M013Policy } from '../../policy/policy.ts'
import { compareRatios, formatRatio, type Ratio, ratio } from '../../primitives/ratio.ts'
import { formatRegen, sumUregen, type Uregen } from '../../primitives/uregen.ts'
import type { RunMessage } from '../run/runMessages.ts'
import { type MessageRecord, type WorkingLedger, warn } from '../run/workingLedger.ts'
import { NO_FEE, type ProposedFee, proposeFee, UNKNOWN_FEE } from './proposedFees.ts'
import { type MarketView, type ValuedCharge, valueCharge } from './valuation.ts'

/** A message with what M013 would charge for it. */
export type ProposedMessage = { readonly charges: readonly ValuedCharge[]; readonly proposed: ProposedFee }

/** What M013 would charge message by message; in a phase without value fees, nothing. */
export function proposeFees(
  messages: readonly RunMessage[],
  view: MarketView,
  working: WorkingLedger,
): readonly ProposedMessage[] {
  const { knobs } = view
  const valued = messages.map(({ record }) =>
    record.charges.map(charge => valueCharge(charge, view, working)),
  )
  const fees =
    knobs.minFeeScope === 'tx'
      ? proposeByTransaction(valued, knobs)
      : valued.map(charges => proposeFee(charges, knobs))
  return messages.map(({ record, known, runs }, index) => {
    const charges = valued[index] ?? []
    if (!known && runs) return { charges: [], proposed: UNKNOWN_FEE }
    const proposed = fees[index] ?? NO_FEE
    warnOfPrices(charges, record, knobs)
    warnOfFee(charges, proposed, record, knobs)
    return { charges, proposed }
  })
}

/**
 * The minimum counts once a transaction: what the rates leave open is put on the first message that takes it, and
 * where a cap lets a message take only a part, on the next.
 */
function proposeByTransaction(
  valued: readonly (readonly ValuedCharge[])[],
  knobs: M013Policy,
): readonly ProposedFee[] {
  const byValue = valued.map(charges => proposeFee(charges, knobs, 0n as Uregen))
  let open = knobs.minFee - sumUregen(...byValue.map(({ atLeast }) => atLeast))
  return byValue.map((own, index) => {
    if (open <= 0n) return own
    const lifted = proposeFee(valued[index] ?? [], knobs, (own.atLeast + open) as Uregen)
    open -= lifted.atLeast - own.atLeast
    return lifted
  })
}

function warnOfPrices(charges: readonly ValuedCharge[], record: MessageRecord, knobs: M013Policy): void {
  for (const { value, valuation } of charges) {
    const { source, price, denom, rate, stale, samples, indicative, age } = valuation
    const isUnknown = value === null && (price === null || rate === null)
    const classId = valuation.classId ?? ''
    if (denom !== null && rate === null)
      warn(record, 'DENOM_CONVERSION', {
        denom,
        subject: classId === '' ? 'the payment' : `credits of ${classId}`,
      })
    else if (isUnknown && source !== 'order') warn(record, 'PRICE_UNKNOWN', { classId })
    if (stale) warn(record, 'PRICE_STALE', { classId, age: ((age ?? 0n) / 86_400n).toString() })
    if (source === 'twap-7d' && samples <= 3)
      warn(record, 'PRICE_FEW_SAMPLES', { classId, samples: samples.toString() })
    if (indicative) warn(record, 'PRICE_INDICATIVE', { classId })
    if (isUnknown && knobs.noPrice === 'reject') warn(record, 'PRICE_REQUIRED', {})
  }
}

const TEN_PERCENT = ratio(1n, 10n)

function warnOfFee(
  charges: readonly ValuedCharge[],
  { parts, minFeeApplied, fee }: ProposedFee,
  record: MessageRecord,
  { feeRates, maxRate }: M013Policy,
): void {
  for (const { txType, rateCapped } of parts)
    if (rateCapped)
      warn(record, 'RATE_CAPPED', {
        txType,
        rate: formatRatio(feeRates[txType]),
        maxRate: formatRatio(maxRate),
      })
  if (!minFeeApplied || fee === null) return
  const value = charges.reduce((sum, charge) => addExact(sum, charge.value), ratio(0n))
  const tenth = { num: value.num * TEN_PERCENT.num, den: value.den * TEN_PERCENT.den }
  if (compareRatios(ratio(fee), tenth) > 0)
    warn(record, 'MIN_FEE_ABOVE_MAX_RATE', {
      minFee: formatRegen(fee),
      value: formatRegen((value.num / value.den) as Uregen),
    })
}

const addExact = (sum: Ratio, value: Ratio | null): Ratio =>
  value === null ? sum : ratio(sum.num * value.den + value.num * sum.den, sum.den * value.den)
