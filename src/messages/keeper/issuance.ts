import * as z from 'zod/mini'
import { addressProblem } from '../../primitives/address.ts'
import type { Credits } from '../../primitives/credits.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import { nonEmptyList } from '../fields/nested.ts'
import { rule } from '../fields/rules.ts'
import { text } from '../fields/text.ts'
import type { Ledger } from '../ledger.ts'
import { arrivalFields, arrivalRules, arrivalText } from './arrival.ts'
import { chargeCredits, creditsOf, moveCredits, retired, shortList, tradable } from './credits.ts'

/** Credits for one recipient: tradable, retired at once, or both. */
const batchIssuance = z
  .strictObject({ recipient: text.check(rule('address', addressProblem)), ...arrivalFields })
  .check(...arrivalRules)

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
    const issued = free === null || gone === null ? null : ((free + gone) as Credits)
    chargeCredits('issuance', classId, issued, ledger)
    if (batchDenom === null) continue
    const [kind, from] = ['issue', null] as const
    moveCredits({ kind, from, batchDenom, to: tradable(recipient), amount: tradableAmount }, ledger)
    moveCredits({ kind, from, batchDenom, to: retired(recipient), amount: retiredAmount }, ledger)
  }
}

/** '10 tradable credits to regen1… and 1 retired credit to regen1… (retired in US, for good)', for sentences. */
export const listIssuance = (issuance: readonly Issuance[]): string =>
  shortList(issuance.map(line => arrivalText(line, `to ${sanitize(line.recipient)}`)))
