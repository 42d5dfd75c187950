import { requireWithin } from '../../primitives/parameter.ts'
import { floor, inverse, mulFloor, mulRatio, type Ratio, ratio, sumRatios } from '../../primitives/ratio.ts'
import { sumUregen, type Uregen } from '../../primitives/uregen.ts'
import { MIN_FEE } from './bounds.ts'
import { computeMessageFee, computePart } from './fee.ts'
import type { FeeConfig, TxType } from './params.ts'

/** Rates, shares and minimum, and the open points of what a message owes. */
export type FeeRules = FeeConfig & {
  /** What one minimum covers: a message, the whole transaction, or each charged line. */
  readonly minFeeScope: 'message' | 'tx' | 'line'
  /** Whether the minimum may be more than value × maxRate. Compared for what one minimum covers; with `tx`, message by message. */
  readonly minFeeVsMaxRate: 'min-wins' | 'cap-wins'
  /** What a value known to be 0 owes; with `reject` the message is refused, so nothing. Looked at for what one minimum covers; with `tx`, message by message. */
  readonly zeroValue: 'min-fee' | 'exempt' | 'reject'
  /** Whether the value of a line is exact, or cut to whole units first, as a contract is told it. */
  readonly valueRounding: 'exact' | 'whole'
  /** What a value that is not known owes. */
  readonly noPrice: 'min-fee' | 'reject' | 'exempt'
}

/** One charged line of a message; a value of null is not known. In the smallest unit of the denom that is collected. */
export type ChargedLine = { readonly txType: TxType; readonly value: Ratio | null }

/** What one message owes. */
export type ChargedFee = {
  /** Null when it depends on a value that is not known. */
  readonly fee: Uregen | null
  /** The least it can be. */
  readonly atLeast: Uregen
  readonly minFeeApplied: boolean
  /** What of `atLeast` each line pays, in their order. */
  readonly lines: readonly Uregen[]
}

/**
 * What the messages of one transaction owe under a policy, in the smallest unit of their values. The one place of this rule:
 * a preview and a period both ask here.
 *
 *     by value = Σ over types of floor( Σ value × min(rate, maxRate) )        types are added up within a message
 *     message   fee = max( by value, minFee )                                 once per message
 *     line      the same for each line of a message alone; the message owes their sum
 *     tx        Σ by value, and what that lacks of minFee on the first message that takes it
 *
 * With valueRounding `whole` the value of each line is floor( value ). A value of 0 owes nothing with `exempt` and `reject`. With `cap-wins` the minimum lifts a fee to floor( Σ value × maxRate ) at most; what a
 * message cannot take for that, with `tx`, the next one does.
 *
 * @see SPEC M013, Fee Value Calculation
 *
 * @example
 * const transfer = [{ txType: 'CreditTransfer', value: parseRatio('5000000') }] as const
 * const trade = [{ txType: 'MarketplaceTrade', value: parseRatio('900000000') }] as const
 * chargeTransaction([transfer, trade], DEFAULT_POLICY.m013).map(({ fee }) => fee) // [ 1000000n, 9000000n ]
 */
export function chargeTransaction(
  stated: readonly (readonly ChargedLine[])[],
  rules: FeeRules,
): readonly ChargedFee[] {
  const { minFeeScope, valueRounding } = rules
  const minFee = requireWithin('minFee', MIN_FEE, rules.minFee) as Uregen
  const messages =
    valueRounding === 'exact'
      ? stated
      : stated.map(lines => lines.map(({ txType, value }) => ({ txType, value: value && wholeValue(value) })))
  if (minFeeScope === 'line')
    return messages.map(lines => sumFees(lines.map(line => chargeTogether([line], minFee, rules))))
  if (minFeeScope === 'message') return messages.map(lines => chargeTogether(lines, minFee, rules))
  const byValue = messages.map(lines => chargeTogether(lines, 0n as Uregen, rules))
  let open = minFee - sumUregen(...byValue.map(({ atLeast }) => atLeast))
  return byValue.map((own, index) => {
    if (open <= 0n) return own
    const lifted = chargeTogether(messages[index] ?? [], (own.atLeast + open) as Uregen, rules)
    open -= lifted.atLeast - own.atLeast
    return lifted
  })
}

/** The denom in which a fee is collected for what is paid in a denom: uregen with `regen-only`, else that denom (OQ-M013-3). */
export const collectedIn = (
  denom: string,
  { collection }: { readonly collection: 'regen-only' | 'native' | 'hybrid' },
): string => (collection === 'regen-only' ? 'uregen' : denom)

/**
 * The rules for what is collected in a denom whose smallest unit is worth so many uregen.
 *
 *     minFee in that denom = floor( minFee / rate )
 */
export const rulesAt = <Rules extends FeeRules>(rate: Ratio, rules: Rules): Rules => ({
  ...rules,
  minFee: mulFloor(rules.minFee, inverse(rate)),
})

/** A value without its fraction of a unit. */
export const wholeValue = (value: Ratio): Ratio => ratio(floor(value))

const NOTHING: ChargedFee = { fee: 0n as Uregen, atLeast: 0n as Uregen, minFeeApplied: false, lines: [] }

/** What the lines owe that one minimum covers. */
function chargeTogether(lines: readonly ChargedLine[], minFee: Uregen, rules: FeeRules): ChargedFee {
  const known = lines.filter(isKnown)
  const complete = known.length === lines.length || rules.noPrice === 'exempt'
  const { fee, minFeeApplied } = complete ? owed(known, minFee, rules) : leastOwed(known, minFee, rules)
  const parts =
    lines.length === 1
      ? [fee]
      : spreadFee(
          fee,
          lines.map(line => (isKnown(line) ? computePart(line, rules).byValue : 0n)),
        )
  return { fee: complete ? fee : null, atLeast: fee, minFeeApplied, lines: parts }
}

type KnownLine = ChargedLine & { readonly value: Ratio }
type Owed = { readonly fee: Uregen; readonly minFeeApplied: boolean }

const isKnown = (line: ChargedLine): line is KnownLine => line.value !== null

function owed(lines: readonly KnownLine[], minFee: Uregen, rules: FeeRules): Owed {
  const free = { fee: 0n as Uregen, minFeeApplied: false }
  if (lines.length === 0) return free
  if (rules.zeroValue !== 'min-fee' && lines.every(({ value }) => value.num === 0n)) return free
  const byValue = byValueOf(lines, rules)
  if (byValue >= minFee) return { fee: byValue, minFeeApplied: false }
  if (rules.minFeeVsMaxRate === 'min-wins') return { fee: minFee, minFeeApplied: true }
  const most = floor(mulRatio(sumRatios(...lines.map(({ value }) => value)), rules.maxRate)) as Uregen
  return most < minFee ? { fee: most, minFeeApplied: false } : { fee: minFee, minFeeApplied: true }
}

/** Where a value is not known: what is known owes, and the minimum where the policy charges it without a price. */
function leastOwed(known: readonly KnownLine[], minFee: Uregen, rules: FeeRules): Owed {
  const byValue = byValueOf(known, rules)
  return rules.noPrice === 'min-fee' && byValue < minFee
    ? { fee: minFee, minFeeApplied: true }
    : { fee: byValue, minFeeApplied: false }
}

function byValueOf(lines: readonly KnownLine[], rules: FeeRules): Uregen {
  const [first] = lines
  // One line has nothing to be added up, and most messages have one.
  return lines.length === 1 && first !== undefined
    ? computePart(first, rules).byValue
    : computeMessageFee(lines, { ...rules, minFee: 0n as Uregen }).fee
}

const sumFees = (fees: readonly ChargedFee[]): ChargedFee =>
  fees.length === 0
    ? NOTHING
    : {
        fee: fees.every(({ fee }) => fee !== null) ? sumUregen(...fees.map(({ atLeast }) => atLeast)) : null,
        atLeast: sumUregen(...fees.map(({ atLeast }) => atLeast)),
        minFeeApplied: fees.some(({ minFeeApplied }) => minFeeApplied),
        lines: fees.flatMap(({ lines }) => lines),
      }

/** A fee over the lines that it was charged on, by what each adds by value; the lines sum to the fee exactly. */
function spreadFee(fee: Uregen, byValues: readonly bigint[]): readonly Uregen[] {
  const total = byValues.reduce((sum, byValue) => sum + byValue, 0n)
  if (total === 0n) return byValues.map((_, index) => (index === 0 ? fee : 0n) as Uregen)
  let before = 0n
  let given = 0n
  return byValues.map(byValue => {
    before += byValue
    const part = mulFloor<bigint>(fee, { num: before, den: total }) - given
    given += part
    return part as Uregen
  })
}
