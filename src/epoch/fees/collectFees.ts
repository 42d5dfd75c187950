import { computePart } from '../../mechanisms/m013-value-based-fee-routing/fee.ts'
import { type PoolSplit, splitFee } from '../../mechanisms/m013-value-based-fee-routing/split.ts'
import type { Rates } from '../../mechanisms/m013-value-based-fee-routing/valuation.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { ChargedTransaction, EpochInputs } from '../inputs/epochInputs.ts'
import { type Collected, chargeTogether, collectedIn, type FeeRules, spreadFee } from './chargeMessages.ts'
import { enterFee, type FeeBook, type FeeSums, sumFees } from './feeBook.ts'

/** One fee: the parts that share a minimum, and what each of them adds. */
export type CollectedFee = {
  readonly parts: readonly ChargedTransaction[]
  readonly fees: readonly Uregen[]
  readonly denom: string
  readonly fee: Uregen
  readonly pools: PoolSplit
}

/** The fees of one period. */
export type CollectedFees = FeeSums & { readonly ofTransactions: readonly CollectedFee[] }

/**
 * Charges a period’s messages under M013 and splits each fee over the four pools.
 *
 * The minimum counts once a message, transaction or line by `minFeeScope`. A volume of n messages is charged as n of equal
 * value: its fee and its split are n times those of one.
 */
export function collectFees(
  { transactions, volumes, rates }: Pick<EpochInputs, 'transactions' | 'volumes' | 'rates'>,
  rules: FeeRules,
): CollectedFees {
  const book: FeeBook = new Map()
  const ofTransactions = groupsOf(transactions, rates, rules).map(group => charge(group, rules))
  for (const { parts, fees, denom, pools } of ofTransactions)
    enterFee(
      book,
      denom,
      pools,
      parts.map(({ txType }, index) => ({ txType, fee: fees[index] ?? 0n })),
    )
  for (const { txType, denom, value, messages } of volumes) {
    if (messages === 0n) continue
    const each = messages === 1n ? value : { num: value.num, den: value.den * messages }
    const { value: exact, minFee, denom: taken } = collectedIn(denom, each, rates, rules)
    const fee = chargeTogether([{ txType, value: exact }], minFee, rules)
    enterFee(book, taken, splitFee(fee, rules.shares, rules.remainder), [{ txType, fee }], messages)
  }
  return { ...sumFees(book, rates), ofTransactions }
}

type Group = { readonly parts: ChargedTransaction[]; readonly values: Collected[] }

/** Parts by the minimum that they share, in the order in which they came; each denom has a minimum of its own. */
function groupsOf(
  transactions: readonly ChargedTransaction[],
  rates: Rates,
  rules: FeeRules,
): readonly Group[] {
  const groups = new Map<string, Group>()
  transactions.forEach((part, line) => {
    const { txHash, messageIndex } = part
    const value = collectedIn(part.denom, part.value, rates, rules)
    const scope = { message: `${txHash}/${messageIndex}`, tx: txHash, line: `${line}` }[rules.minFeeScope]
    const key = value.denom === 'uregen' ? scope : `${scope}/${value.denom}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { parts: [part], values: [value] })
    else {
      group.parts.push(part)
      group.values.push(value)
    }
  })
  return [...groups.values()]
}

function charge({ parts, values }: Group, rules: FeeRules): CollectedFee {
  const { denom, minFee } = values[0] as Collected
  const charged = parts.map(({ txType }, index) => ({ txType, value: (values[index] as Collected).value }))
  const fee = chargeTogether(charged, minFee, rules)
  const fees =
    parts.length === 1
      ? [fee]
      : spreadFee(
          fee,
          charged.map(part => computePart(part, rules).byValue),
        )
  return { parts, fees, denom, fee, pools: splitFee(fee, rules.shares, rules.remainder) }
}
