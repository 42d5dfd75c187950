import { computeMessageFee, computePart } from '../../mechanisms/m013-value-based-fee-routing/fee.ts'
import {
  type FeeConfig,
  type FeeRate,
  ISSUANCE_RATE_HIGH,
  ISSUANCE_RATE_LOW,
  POOLS,
  type TxType,
} from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import { type PoolSplit, splitFee } from '../../mechanisms/m013-value-based-fee-routing/split.ts'
import type { M013Policy } from '../../policy/policy.ts'
import { addRatio, formatRatio, mulFloor, type Ratio, ZERO } from '../../primitives/ratio.ts'
import { sumUregen, type Uregen } from '../../primitives/uregen.ts'
import type { ChargeValuation, ValuedCharge } from './valuation.ts'

/** One charged part of a message: a transaction type and the credits of one class, or one payment. */
export type ProposedPart = {
  readonly txType: TxType
  /** In uregen, exact; null when it is not known. */
  readonly value: Ratio | null
  readonly valuation: ChargeValuation
  readonly rate: FeeRate
  readonly rateCapped: boolean
  /** What the value adds to the fee. Parts of one type are floored together, so these add up to that floor. */
  readonly byValue: Uregen | null
}

/** What M013 would charge for one message. Null amounts: the value is not known. */
export type ProposedFee = {
  readonly parts: readonly ProposedPart[]
  readonly fee: Uregen | null
  /** The least it can be: what is known, and the minimum fee where the policy charges it without a price. */
  readonly atLeast: Uregen
  readonly minFeeApplied: boolean
  /** The fee split over the four pools; of `atLeast` when the fee is not known. */
  readonly pools: PoolSplit
  /** For issuance, the fee at the edges of the range that the specification gives: 1 % and 3 %. */
  readonly edges?: { readonly low: Uregen | null; readonly high: Uregen | null }
}

export const NO_FEE: ProposedFee = {
  parts: [],
  fee: 0n as Uregen,
  atLeast: 0n as Uregen,
  minFeeApplied: false,
  pools: { burn: 0n as Uregen, validator: 0n as Uregen, community: 0n as Uregen, agent: 0n as Uregen },
}

/** For a message that is not known: it may run others that are charged. */
export const UNKNOWN_FEE: ProposedFee = { ...NO_FEE, fee: null }

/**
 * What M013 would charge for the valued charges of one message.
 *
 *     fee = max( Σ over types of floor( Σ value × rate ), minFee )
 *
 * and what the knobs make of it: zeroValue, noPrice, minFeeScope, minFeeVsMaxRate. `minFee` is what the scope leaves
 * to this message: with scope "tx" the minimum is looked at for the whole transaction.
 */
export function proposeFee(
  charges: readonly ValuedCharge[],
  knobs: M013Policy,
  minFee: Uregen = knobs.minFee,
): ProposedFee {
  if (charges.length === 0) return NO_FEE
  const config = { ...knobs, minFee }
  const known = charges.filter(isKnown)
  const unknown = charges.length - known.length
  const { fee, minFeeApplied } = feeOf(known, config, knobs)
  const isComplete = unknown === 0 || knobs.noPrice === 'exempt'
  const least = isComplete ? { fee, minFeeApplied } : leastFee(known, config, knobs)
  return {
    parts: partsOf(charges, config),
    fee: isComplete ? fee : null,
    atLeast: least.fee,
    minFeeApplied: least.minFeeApplied,
    pools: splitFee(least.fee, knobs.shares, knobs.remainder),
    ...(charges.some(({ txType }) => txType === 'CreditIssuance') && {
      edges: {
        low: isComplete ? feeOf(known, withIssuanceRate(config, ISSUANCE_RATE_LOW), knobs).fee : null,
        high: isComplete ? feeOf(known, withIssuanceRate(config, ISSUANCE_RATE_HIGH), knobs).fee : null,
      },
    }),
  }
}

type KnownCharge = ValuedCharge & { readonly value: Ratio }

const isKnown = (charge: ValuedCharge): charge is KnownCharge => charge.value !== null

type DueFee = { readonly fee: Uregen; readonly minFeeApplied: boolean }

function feeOf(charges: readonly KnownCharge[], config: FeeConfig, knobs: M013Policy): DueFee {
  if (charges.length === 0) return { fee: 0n as Uregen, minFeeApplied: false }
  const value = charges.map(charge => charge.value).reduce(addRatio, ZERO)
  if (value.num === 0n && knobs.zeroValue === 'exempt') return { fee: 0n as Uregen, minFeeApplied: false }
  const groups = knobs.minFeeScope === 'line' ? charges.map(charge => [charge]) : [charges]
  const fees = groups.map(group => computeMessageFee(group, config))
  const fee = sumUregen(...fees.map(({ fee }) => fee))
  const minFeeApplied = fees.some(({ minFeeApplied }) => minFeeApplied)
  const most = mulFloor(value.num, { num: config.maxRate.num, den: config.maxRate.den * value.den })
  if (knobs.minFeeVsMaxRate === 'cap-wins' && fee > most) return { fee: most as Uregen, minFeeApplied: false }
  return { fee, minFeeApplied }
}

/** What is due at least when a part of the value is not known. */
function leastFee(known: readonly KnownCharge[], config: FeeConfig, knobs: M013Policy): DueFee {
  const { fee } = feeOf(known, { ...config, minFee: 0n as Uregen }, knobs)
  const minFeeApplied = knobs.noPrice === 'min-fee' && fee < config.minFee
  return { fee: minFeeApplied ? config.minFee : fee, minFeeApplied }
}

const withIssuanceRate = (config: FeeConfig, rate: FeeRate): FeeConfig => ({
  ...config,
  feeRates: { ...config.feeRates, CreditIssuance: rate },
})

/** Lines of the same type, class and price are one part; each part adds what it lifts the floor of its type by. */
function partsOf(charges: readonly ValuedCharge[], config: FeeConfig): readonly ProposedPart[] {
  const merged = new Map<string, ValuedCharge>()
  for (const charge of charges) {
    const subject = subjectOf(charge)
    const known = merged.get(subject)
    merged.set(subject, known ? { ...known, value: addKnown(known.value, charge.value) } : charge)
  }
  const before = new Map<TxType, Ratio>()
  return [...merged.values()].map(({ txType, value, valuation }) => {
    const earlier = before.get(txType) ?? ZERO
    const sum = addRatio(earlier, value ?? ZERO)
    before.set(txType, sum)
    const { rate, rateCapped, byValue } = computePart({ txType, value: sum }, config)
    const added = (byValue - computePart({ txType, value: earlier }, config).byValue) as Uregen
    return { txType, value, valuation, rate, rateCapped, byValue: value === null ? null : added }
  })
}

const subjectOf = ({ txType, valuation: { classId, source, denom, price } }: ValuedCharge): string =>
  JSON.stringify([txType, classId, source, denom, price && formatRatio(price)])

const addKnown = (a: Ratio | null, b: Ratio | null): Ratio | null =>
  a === null || b === null ? null : addRatio(a, b)

/** The pools of several fees, added pool by pool. */
export const sumPools = (splits: readonly PoolSplit[]): PoolSplit =>
  Object.fromEntries(POOLS.map(pool => [pool, sumUregen(...splits.map(split => split[pool]))])) as PoolSplit
