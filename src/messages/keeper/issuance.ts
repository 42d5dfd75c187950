import * as z from 'zod/mini'
import { addressProblem } from '../../primitives/address.ts'
import { formatCredits } from '../../primitives/credits.ts'
import { plain } from '../../primitives/plain.ts'
import { jurisdictionProblem, reasonProblem } from '../fields/identifiers.ts'
import { nonEmptyList } from '../fields/nested.ts'
import { isNonZero, optionalAmount } from '../fields/numbers.ts'
import { rule, ruleOn } from '../fields/rules.ts'
import { anyText, text } from '../fields/text.ts'
import type { Ledger } from '../ledger.ts'
import { chargeCredits, creditsOf, moveCredits, retired, shortList, tradable } from './credits.ts'

/** Credits for one recipient: tradable, retired at once, or both. Jurisdiction and reason count only for the latter. */
const batchIssuance = z
  .strictObject({
    recipient: text.check(rule('address', addressProblem)),
    tradableAmount: optionalAmount,
    retiredAmount: optionalAmount,
    retirementJurisdiction: anyText,
    retirementReason: anyText,
  })
  .check(
    ruleOn('required', ['tradableAmount'], ({ tradableAmount, retiredAmount }) =>
      tradableAmount === '' && retiredAmount === ''
        ? 'neither a tradable nor a retired amount is given'
        : null,
    ),
    ruleOn('jurisdiction', ['retirementJurisdiction'], ({ retiredAmount, retirementJurisdiction }) =>
      isNonZero(retiredAmount) ? jurisdictionProblem(retirementJurisdiction) : null,
    ),
    ruleOn('too-long', ['retirementReason'], ({ retiredAmount, retirementReason }) =>
      isNonZero(retiredAmount) ? reasonProblem(retirementReason) : null,
    ),
  )

export type Issuance = z.output<typeof batchIssuance>

/** Who gets which credits of a batch. */
export const issuanceList = nonEmptyList(batchIssuance)

/** Charges and issues credits of a batch; each issuance counts once, its tradable and retired parts together. */
export function issue(
  batchDenom: string | null,
  classId: string,
  issuance: readonly Issuance[],
  ledger: Ledger,
): void {
  for (const { recipient, tradableAmount, retiredAmount } of issuance) {
    const [free, gone] = [creditsOf(tradableAmount), creditsOf(retiredAmount)]
    const amount = free === null || gone === null ? 'unknown' : formatCredits((free + gone) as typeof free)
    chargeCredits('CreditIssuance', classId, amount, ledger)
    if (batchDenom === null) continue
    const [kind, from] = ['issue', null] as const
    moveCredits({ kind, from, batchDenom, to: tradable(recipient), amount: tradableAmount }, ledger)
    moveCredits({ kind, from, batchDenom, to: retired(recipient), amount: retiredAmount }, ledger)
  }
}

/** '10 tradable and 1 retired credits to regen1…', for sentences. */
export const listIssuance = (issuance: readonly Issuance[]): string =>
  shortList(
    issuance.map(
      ({ recipient, tradableAmount, retiredAmount }) =>
        `${plain(tradableAmount || '0')} tradable and ${plain(retiredAmount || '0')} retired credits to ${plain(recipient)}`,
    ),
  )
