import {
  type ChargedFee,
  chargeTransaction,
  collectedIn,
  rulesAt,
} from '../../mechanisms/m013-value-based-fee-routing/chargeFee.ts'
import {
  type FeeRate,
  ISSUANCE_RATE_HIGH,
  ISSUANCE_RATE_LOW,
  type TxType,
} from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import { routeFee } from '../../mechanisms/m013-value-based-fee-routing/routeFee.ts'
import type { PoolSplit } from '../../mechanisms/m013-value-based-fee-routing/split.ts'
import type { M013Policy } from '../../policy/policy.ts'
import type { Coin } from '../../primitives/coin.ts'
import { divideRatio, mulFloor, ONE, type Ratio } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { type ProposedPart, proposedParts } from './proposedParts.ts'
import type { ValuedCharge } from './valueCharge.ts'

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
export type FeeOfMessage = { readonly proposed: ProposedFee; readonly paid: readonly PaidCharge[] }

/** What one charge pays; `rate` is uregen for one smallest unit of the denom. */
export type PaidCharge = Coin & { readonly rate: Ratio }

type Line = {
  readonly txType: TxType
  readonly value: Ratio | null
  readonly denom: string
  readonly rate: Ratio
}

/** What M013 would charge for the valued charges of a transaction, message by message. The rule is `chargeTransaction`. */
export function feesOfValues(
  messages: readonly (readonly ValuedCharge[])[],
  knobs: M013Policy,
): readonly FeeOfMessage[] {
  const lines = messages.map(charges => charges.map(charge => lineOf(charge, knobs)))
  const charged = chargeByDenom(lines, knobs)
  const edges = edgesOf(lines, knobs)
  return messages.map((charges, index) => {
    const message = charged[index]
    if (message === undefined || charges.length === 0) return { proposed: NO_FEE, paid: [] }
    const { coins, fee, atLeast, minFeeApplied, paid } = message
    const parts = proposedParts(charges, knobs)
    const pools = routeFee(atLeast, knobs)
    const collected = coins.map(({ denom, amount }) => ({
      denom,
      amount,
      pools: amount === atLeast ? { ...pools } : routeFee(amount as Uregen, knobs),
    }))
    const range = edges[index]
    const proposed = range
      ? { parts, fee, atLeast, minFeeApplied, pools, collected, edges: range }
      : { parts, fee, atLeast, minFeeApplied, pools, collected }
    return { proposed, paid }
  })
}

const isIssuance = ({ txType }: Line): boolean => txType === 'CreditIssuance'

/** The fee of each message that issues credits at the edges of the range of rates; nothing for the others. */
function edgesOf(messages: readonly (readonly Line[])[], knobs: M013Policy): readonly ProposedFee['edges'][] {
  // Only one minimum for the whole transaction lets other messages count.
  const issuing = messages.map(lines => (knobs.minFeeScope === 'tx' || lines.some(isIssuance) ? lines : []))
  if (!issuing.some(lines => lines.some(isIssuance))) return []
  const [low, high] = [ISSUANCE_RATE_LOW, ISSUANCE_RATE_HIGH].map(rate =>
    chargeByDenom(issuing, withIssuanceRate(knobs, rate)),
  )
  return issuing.map((lines, index) =>
    lines.some(isIssuance) ? { low: low?.[index]?.fee ?? null, high: high?.[index]?.fee ?? null } : undefined,
  )
}

/** A charge in the denom in which its fee is collected. What has no payment of its own is charged in uregen. */
function lineOf(
  { txType, value, valuation: { source, denom, rate } }: ValuedCharge,
  knobs: M013Policy,
): Line {
  if (source !== 'order' || denom === null || value === null || collectedIn(denom, knobs) !== denom)
    return { txType, value, denom: 'uregen', rate: ONE }
  if (rate === null || rate.num === 0n) return { txType, value: null, denom, rate: ONE }
  return { txType, value: divideRatio(value, rate), denom, rate }
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
  const rates = new Map<string, Ratio>()
  for (const lines of messages) for (const { denom, rate } of lines) rates.set(denom, rate)
  const charged = [...rates].map(([denom, rate]) => ({
    denom,
    rate,
    fees: chargeTransaction(
      rates.size === 1 ? messages : messages.map(lines => lines.filter(line => line.denom === denom)),
      rulesAt(rate, knobs),
    ),
  }))
  return messages.map((lines, index) => {
    let [worth, isKnown, minFeeApplied] = [0n, true, false]
    const coins: Coin[] = []
    const left = new Map<string, Iterator<Uregen>>()
    for (const { denom, rate, fees } of charged) {
      const fee = fees[index]
      if (fee === undefined || !lines.some(line => line.denom === denom)) continue
      worth += mulFloor(fee.atLeast, rate)
      isKnown &&= fee.fee !== null
      minFeeApplied ||= fee.minFeeApplied
      if (fee.atLeast > 0n) coins.push({ denom, amount: fee.atLeast })
      left.set(denom, fee.lines.values())
    }
    const atLeast = worth as Uregen
    const paid = lines.map(({ denom, rate }) => ({
      denom,
      rate,
      amount: left.get(denom)?.next().value ?? 0n,
    }))
    return { fee: isKnown ? atLeast : null, atLeast, minFeeApplied, coins, paid }
  })
}

const withIssuanceRate = (knobs: M013Policy, rate: FeeRate): M013Policy => ({
  ...knobs,
  feeRates: { ...knobs.feeRates, CreditIssuance: rate },
})
