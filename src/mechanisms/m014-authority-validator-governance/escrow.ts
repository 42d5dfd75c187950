import { sumUregen, type Uregen } from '../../primitives/uregen.ts'
import { requireBounds } from './bounds.ts'
import { addDays, isReached, quarterOf } from './calendar.ts'
import type { Payment } from './compensation.ts'
import type { Guards } from './guards.ts'
import type { ValidatorParams } from './params.ts'
import { type AuthorityValidator, isServing } from './validator.ts'

/** A bonus that waits for the end of its quarter, in uregen. */
export type EscrowedBonus = { readonly address: string; readonly quarter: string; readonly amount: Uregen }

/** Adds the bonuses of one period to those that wait. */
export function escrowBonuses(
  held: readonly EscrowedBonus[],
  payments: readonly Payment[],
  at: string,
): readonly EscrowedBonus[] {
  const quarter = quarterOf(at)
  const added = payments
    .filter(({ escrowed }) => escrowed > 0n)
    .map(({ address, escrowed }) => {
      const earlier = held.filter(bonus => bonus.address === address && bonus.quarter === quarter)
      return { address, quarter, amount: sumUregen(escrowed, ...earlier.map(({ amount }) => amount)) }
    })
  const replaced = new Set(added.map(({ address }) => address))
  return [...held.filter(bonus => bonus.quarter !== quarter || !replaced.has(bonus.address)), ...added]
}

/** The bonuses whose quarter is over, and those that still wait. */
export function releaseBonuses(
  held: readonly EscrowedBonus[],
  at: string,
): { readonly released: readonly EscrowedBonus[]; readonly held: readonly EscrowedBonus[] } {
  const current = quarterOf(at)
  return {
    released: held.filter(({ quarter }) => quarter < current),
    held: held.filter(({ quarter }) => quarter >= current),
  }
}

/** What decides whether a validator may leave early: it serves, and gave notice `noticeDays` before. */
export const earlyExitGuards = (
  validator: AuthorityValidator,
  { notice, at }: { notice: string | null; at: string },
  params: Pick<ValidatorParams, 'noticeDays'>,
): Guards => {
  requireBounds(params)
  return {
    serving: isServing(validator),
    noticeGiven: notice !== null && isReached(addDays(notice, params.noticeDays), at),
  }
}

/** An early exit forfeits the bonus of the current quarter, which returns to the fund. @see SPEC M014, term_structure */
export function forfeitBonus(
  held: readonly EscrowedBonus[],
  address: string,
  at: string,
): { readonly forfeited: Uregen; readonly held: readonly EscrowedBonus[] } {
  const quarter = quarterOf(at)
  const isForfeit = (bonus: EscrowedBonus) => bonus.address === address && bonus.quarter === quarter
  return {
    forfeited: sumUregen(...held.filter(isForfeit).map(({ amount }) => amount)),
    held: held.filter(bonus => !isForfeit(bonus)),
  }
}
