import { wholeValue } from '../../mechanisms/m013-value-based-fee-routing/chargeFee.ts'
import type { M013Policy } from '../../policy/policy.ts'
import { inPercent } from '../../primitives/inPercent.ts'
import { compareRatios, formatRatio, mulRatio, ratio, sumRatios, ZERO } from '../../primitives/ratio.ts'
import { DAY } from '../../primitives/time.ts'
import { formatRegen, type Uregen } from '../../primitives/uregen.ts'
import type { RunMessage } from '../run/runMessages.ts'
import { type MessageRecord, type WorkingLedger, warn } from '../run/workingLedger.ts'
import { feesOfValues, NO_FEE, type PaidCharge, type ProposedFee, UNKNOWN_FEE } from './feesOfValues.ts'
import { type MarketView, type ValuedCharge, valueCharge } from './valueCharge.ts'

/** A message with what M013 would charge for it; `paid` is what each charge pays of `atLeast`. */
export type ChargedMessage = {
  readonly charges: readonly ValuedCharge[]
  readonly proposed: ProposedFee
  readonly paid: readonly PaidCharge[]
}

/** What M013 would charge message by message; in a phase without value fees, nothing. */
export function chargeMessages(
  messages: readonly RunMessage[],
  view: MarketView,
  working: WorkingLedger,
): readonly ChargedMessage[] {
  const { knobs } = view
  const valued = messages.map(({ record }) =>
    record.charges.map(charge => valueCharge(charge, view, working)),
  )
  const fees = feesOfValues(valued, knobs)
  return messages.map(({ record, known, runs }, index) => {
    const charges = valued[index] ?? []
    if (!known && runs) return { charges: [], proposed: UNKNOWN_FEE, paid: [] }
    const { proposed, paid } = fees[index] ?? { proposed: NO_FEE, paid: [] }
    warnOfPrices(charges, record, knobs)
    warnOfFee(charges, proposed, record, knobs)
    warnOfNoValue(charges, record, knobs)
    return { charges, proposed, paid }
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
    if (stale) warn(record, 'PRICE_STALE', { classId, age: ((age ?? 0n) / DAY).toString() })
    if (source === 'twap-7d' && samples <= 3)
      warn(record, 'PRICE_FEW_SAMPLES', { classId, samples: samples.toString() })
    if (indicative) warn(record, 'PRICE_INDICATIVE', { classId })
    if (isUnknown && knobs.noPrice === 'reject') warn(record, 'PRICE_REQUIRED', {})
  }
}

/** With `zeroValue: reject` M013 refuses what is worth nothing: a message, or each line of it with `minFeeScope: line`. */
function warnOfNoValue(
  charges: readonly ValuedCharge[],
  record: MessageRecord,
  { zeroValue, valueRounding, minFeeScope }: M013Policy,
): void {
  if (zeroValue !== 'reject' || charges.length === 0) return
  const isNothing = ({ value }: ValuedCharge) =>
    value !== null && (valueRounding === 'whole' ? wholeValue(value) : value).num === 0n
  if (minFeeScope === 'line' ? charges.some(isNothing) : charges.every(isNothing))
    warn(record, 'VALUE_REQUIRED', {})
}

function warnOfFee(
  charges: readonly ValuedCharge[],
  { parts, minFeeApplied, fee }: ProposedFee,
  record: MessageRecord,
  { feeRates, maxRate, minFee }: M013Policy,
): void {
  for (const { txType, rateCapped } of parts)
    if (rateCapped)
      warn(record, 'RATE_CAPPED', {
        txType,
        rate: formatRatio(feeRates[txType]),
        maxRate: formatRatio(maxRate),
      })
  if (!minFeeApplied || fee === null) return
  const value = sumRatios(...charges.map(charge => charge.value ?? ZERO))
  if (compareRatios(ratio(fee), mulRatio(value, maxRate)) > 0)
    warn(record, 'MIN_FEE_ABOVE_MAX_RATE', {
      minFee: formatRegen(minFee),
      ...(fee !== minFee && { fee: formatRegen(fee) }),
      value: formatRegen((value.num / value.den) as Uregen),
      percent: inPercent(maxRate),
    })
}
