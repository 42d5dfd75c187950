import {
  type ChargedFee,
  chargeTransaction,
} from '../../mechanisms/m013-value-based-fee-routing/chargeFee.ts'
import { computePart } from '../../mechanisms/m013-value-based-fee-routing/fee.ts'
import {
  type FeeConfig,
  type FeeRate,
  ISSUANCE_RATE_HIGH,
  ISSUANCE_RATE_LOW,
  type TxType,
} from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import { routeFee } from '../../mechanisms/m013-value-based-fee-routing/routeFee.ts'
import type { PoolSplit } from '../../mechanisms/m013-value-based-fee-routing/split.ts'
import type { M013Policy } from '../../policy/policy.ts'
import type { Coin } from '../../primitives/coin.ts'
import { addRatio, formatRatio, mulFloor, ONE, type Ratio, ratio, ZERO } from '../../primitives/ratio.ts'
import { sumUregen, type Uregen } from '../../primitives/uregen.ts'
import { type ChargeValuation, roundValue, type ValuedCharge } from './valuation.ts'

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

/** What is collected in one denom, in its smallest unit, and its four pools. */
export type CollectedCoin = Coin & { readonly pools: PoolSplit }

/** What M013 would charge for one message. Null amounts: the value is not known. */
export type ProposedFee = {
  readonly parts: readonly ProposedPart[]
  /** In uregen; what is collected in another denom, at the rate given, floored. */
  readonly fee: Uregen | null
  /** The least it can be: what is known, and the minimum fee where the policy charges it without a price. */
  readonly atLeast: Uregen
  readonly minFeeApplied: boolean
  /** `atLeast`, split over the four pools. */
  readonly pools: PoolSplit
  /** `atLeast` as it would be taken, denom by denom: in REGEN, or with `collection` native or hybrid in the denom of the payment. */
  readonly collected: readonly CollectedCoin[]
  /** For issuance, the fee at the edges of the range that the specification gives: 1 % and 3 %. */
  readonly edges?: { readonly low: Uregen | null; readonly high: Uregen | null }
}

const NO_POOLS: PoolSplit = {
  burn: 0n as Uregen,
  validator: 0n as Uregen,
  community: 0n as Uregen,
  agent: 0n as Uregen,
}

export const NO_FEE: ProposedFee = {
  parts: [],
  fee: 0n as Uregen,
  atLeast: 0n as Uregen,
  minFeeApplied: false,
  pools: NO_POOLS,
  collected: [],
}

/** For a message that is not known: it may run others that are charged. */
export const UNKNOWN_FEE: ProposedFee = { ...NO_FEE, fee: null }

/** A fee, and what of it each charge pays in the denom in which it is collected. */
export type ChargedMessage = { readonly proposed: ProposedFee; readonly paid: readonly PaidCharge[] }

/** What one charge pays; `rate` is uregen for one smallest unit of the denom. */
export type PaidCharge = Coin & { readonly rate: Ratio }

type Line = {
  readonly txType: TxType
  readonly value: Ratio | null
  readonly denom: string
  readonly rate: Ratio
}

/** What M013 would charge for the valued charges of a transaction, message by message. The rule is `chargeTransaction`. */
export function proposeTransaction(
  messages: readonly (readonly ValuedCharge[])[],
  knobs: M013Policy,
): readonly ChargedMessage[] {
  const lines = messages.map(charges => charges.map(charge => lineOf(charge, knobs)))
  const charged = chargeByDenom(lines, knobs)
  const issues = messages.some(charges => charges.some(({ txType }) => txType === 'CreditIssuance'))
  const [low, high] = issues
    ? [ISSUANCE_RATE_LOW, ISSUANCE_RATE_HIGH].map(rate => chargeByDenom(lines, withIssuanceRate(knobs, rate)))
    : []
  return messages.map((charges, index) => {
    const message = charged[index]
    if (message === undefined || charges.length === 0) return { proposed: NO_FEE, paid: [] }
    const { coins, fee, atLeast, minFeeApplied, paid } = message
    return {
      proposed: {
        parts: partsOf(
          charges.map(charge => roundValue(charge, knobs)),
          knobs,
        ),
        fee,
        atLeast,
        minFeeApplied,
        pools: routeFee(atLeast, knobs),
        collected: coins.map(({ denom, amount }) => ({
          denom,
          amount,
          pools: routeFee(amount as Uregen, knobs),
        })),
        ...(charges.some(({ txType }) => txType === 'CreditIssuance') && {
          edges: { low: low?.[index]?.fee ?? null, high: high?.[index]?.fee ?? null },
        }),
      },
      paid,
    }
  })
}

/** In which denom a charge is taken: the payment's own with `collection` native or hybrid, else uregen. */
function lineOf(
  { txType, value, valuation: { source, denom, rate } }: ValuedCharge,
  { collection }: M013Policy,
): Line {
  if (collection === 'regen-only' || source !== 'order' || denom === null || value === null)
    return { txType, value, denom: 'uregen', rate: ONE }
  if (rate === null || rate.num === 0n) return { txType, value: null, denom, rate: ONE }
  return { txType, value: ratio(value.num * rate.den, value.den * rate.num), denom, rate }
}

type DenomsOfMessage = Omit<ChargedFee, 'lines'> & {
  readonly coins: readonly Coin[]
  readonly paid: readonly PaidCharge[]
}

/** Each denom is charged on its own, with the minimum as floor( minFee / rate ) of it. */
function chargeByDenom(
  messages: readonly (readonly Line[])[],
  knobs: M013Policy,
): readonly DenomsOfMessage[] {
  const rates = new Map(messages.flat().map(({ denom, rate }) => [denom, rate]))
  const charged = [...rates].map(([denom, rate]) => ({
    denom,
    rate,
    fees: chargeTransaction(
      messages.map(lines => lines.filter(line => line.denom === denom)),
      { ...knobs, minFee: ((knobs.minFee * rate.den) / rate.num) as Uregen },
    ),
  }))
  return messages.map((lines, index) => {
    const own = charged
      .filter(({ denom }) => lines.some(line => line.denom === denom))
      .flatMap(({ denom, rate, fees }) => fees.slice(index, index + 1).map(fee => ({ denom, rate, fee })))
    const worth = sumUregen(...own.map(({ rate, fee }) => mulFloor(fee.atLeast, rate)))
    const left = new Map(own.map(({ denom, fee }) => [denom, [...fee.lines]]))
    return {
      fee: own.every(({ fee }) => fee.fee !== null) ? worth : null,
      atLeast: worth,
      minFeeApplied: own.some(({ fee }) => fee.minFeeApplied),
      coins: own.flatMap(({ denom, fee: { atLeast: amount } }) => (amount > 0n ? [{ denom, amount }] : [])),
      paid: lines.map(({ denom, rate }) => ({ denom, rate, amount: left.get(denom)?.shift() ?? 0n })),
    }
  })
}

const withIssuanceRate = (knobs: M013Policy, rate: FeeRate): M013Policy => ({
  ...knobs,
  feeRates: { ...knobs.feeRates, CreditIssuance: rate },
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
