import { chargeTransaction } from '../../mechanisms/m013-value-based-fee-routing/chargeFee.ts'
import type { TxType } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import type { Rates } from '../../mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import { routeFee } from '../../mechanisms/m013-value-based-fee-routing/routeFee.ts'
import type { PoolSplit } from '../../mechanisms/m013-value-based-fee-routing/split.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { ChargedTransaction, EpochInputs, Volume } from '../inputs/epochInputs.ts'
import {
  type CollectedLine,
  chargeAlone,
  type FeeRules,
  lineOfEach,
  linesOf,
  rulesIn,
} from './chargeMessages.ts'
import { enterFee, enterSums, type FeeBook, type FeeSums, sumFees } from './feeBook.ts'
import { chargeSmall, emptySums, smallRules } from './smallFees.ts'

/** What one message paid in one denom: its parts, and what each of them adds. */
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
 * Charges a period’s messages under M013 and splits each message’s fee over the four pools. The rule is `chargeTransaction`,
 * denom by denom: each has a minimum of its own.
 *
 * A volume of n messages is charged as n of equal value, each a transaction: its fee and its split are n times those of one. Volumes are charged as
 * doubles for as long as that is exact (`chargeSmall`), which is about ten times as fast; beyond they are big integers.
 */
export function collectFees(
  { transactions, volumes, rates }: Pick<EpochInputs, 'transactions' | 'volumes' | 'rates'>,
  rules: FeeRules,
): CollectedFees {
  const book: FeeBook = new Map()
  const ofTransactions: CollectedFee[] = []
  const byDenom = new Map<string, FeeRules>()
  const rulesOf = (denom: string): FeeRules => {
    const known = byDenom.get(denom) ?? rulesIn(denom, rates, rules)
    byDenom.set(denom, known)
    return known
  }
  for (const messages of groupsOf(transactions, rates, rules)) {
    const [first] = messages
    if (first === undefined) continue
    const { denom } = first
    const charged = chargeTransaction(
      messages.map(({ lines }) => lines),
      rulesOf(denom),
    )
    messages.forEach(({ parts, partOf, lines }, index) => {
      const owed = charged[index]
      if (owed === undefined) return
      const pools = routeFee(owed.atLeast, rules)
      enterFee(book, denom, pools, entriesOf(lines, owed.lines))
      const fees = parts.map(() => 0n)
      owed.lines.forEach((fee, line) => {
        const part = partOf[line] ?? 0
        fees[part] = (fees[part] ?? 0n) + fee
      })
      ofTransactions.push({ parts, fees: fees as Uregen[], denom, fee: owed.atLeast, pools })
    })
  }
  const sums = emptySums()
  const large = chargeSmall(volumes, smallRules(rules), sums)
  enterSums(book, sums)
  enterLarge(book, large, { rates, rules, rulesOf })
  return { ...sumFees(book, rates), ofTransactions }
}

/** Enters volumes in any denom, as big integers. */
export function enterLarge(
  book: FeeBook,
  volumes: readonly Volume[],
  { rates, rules, rulesOf }: { rates: Rates; rules: FeeRules; rulesOf: (denom: string) => FeeRules },
): void {
  for (const volume of volumes) {
    const { txType, messages } = volume
    if (messages === 0n) continue
    const line = lineOfEach(volume, rates, rules)
    const fee = chargeAlone(line, rulesOf(line.denom))
    enterFee(book, line.denom, routeFee(fee, rules), [{ txType, fee }], messages)
  }
}

const entriesOf = (
  lines: readonly CollectedLine[],
  fees: readonly Uregen[],
): readonly { readonly txType: TxType; readonly fee: bigint }[] =>
  lines.map(({ txType }, index) => ({ txType, fee: fees[index] ?? 0n }))

/** The lines of one message in one denom; `partOf` names the part that each belongs to. */
type MessageLines = {
  readonly denom: string
  readonly parts: ChargedTransaction[]
  readonly lines: CollectedLine[]
  readonly partOf: number[]
}

/** The messages of each transaction and denom, in the order in which they came. */
function groupsOf(
  transactions: readonly ChargedTransaction[],
  rates: Rates,
  rules: FeeRules,
): readonly (readonly MessageLines[])[] {
  const groups = new Map<string, Map<number, MessageLines>>()
  for (const part of transactions) {
    const { txHash, messageIndex } = part
    for (const line of linesOf(part, rates, rules)) {
      const key = `${txHash.toUpperCase()}/${line.denom}`
      const messages = groups.get(key) ?? new Map<number, MessageLines>()
      groups.set(key, messages)
      const known = messages.get(messageIndex)
      const message = known ?? { denom: line.denom, parts: [], lines: [], partOf: [] }
      messages.set(messageIndex, message)
      if (message.parts.at(-1) !== part) message.parts.push(part)
      message.lines.push(line)
      message.partOf.push(message.parts.length - 1)
    }
  }
  return [...groups.values()].map(messages => [...messages.values()])
}
