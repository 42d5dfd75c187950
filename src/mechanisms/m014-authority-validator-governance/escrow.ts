import { sumUregen, type Uregen } from '../../primitives/uregen.ts'
import { requireBounds } from './bounds.ts'
import { addDays, isReached, quarterOf } from './calendar.ts'
import type { Payment } from './compensation.ts'
import type { Guards } from './migration/guards.ts'
import type { ValidatorParams } from './params.ts'
import { type AuthorityValidator, isServing } from './validatorSet/validator.ts'

/** A bonus that waits for the end of its quarter, in uregen. */
export type EscrowedBonus = { readonly address: string; readonly quarter: string; readonly amount: Uregen }

/**
 * Adds the bonuses of one period to those that wait.
 *
 * @example
 * const held = [{ address: 'regen1river', quarter: '2027-Q1', amount: uregen(100n) }]
 * const payment = { address: 'regen1river', base: uregen(900n), bonus: uregen(50n), pay: uregen(950n), escrowed: uregen(50n) }
 * escrowBonuses(held, [payment], '2027-02-01T00:00:00Z') // [ { address: 'regen1river', quarter: '2027-Q1', amount: 150n } ]
 */
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

/**
 * The bonuses whose quarter is over, and those that still wait.
 *
 * @example
 * const held = [{ address: 'regen1river', quarter: '2027-Q1', amount: uregen(100n) }]
 * releaseBonuses(held, '2027-04-01T00:00:00Z').released // [ { address: 'regen1river', quarter: '2027-Q1', amount: 100n } ]
 */
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

/**
 * What decides whether a validator may leave early: it serves, and gave notice `noticeDays` before.
 *
 * @example
 * earlyExitGuards(validator, { notice: '2027-06-01T00:00:00Z', at: '2027-06-30T00:00:00Z' }, M014_V0) // { serving: true, noticeGiven: false }
 */
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

/**
 * An early exit forfeits the bonus of the current quarter, which returns to the fund. @see SPEC M014, term_structure
 *
 * @example
 * const held = [{ address: 'regen1river', quarter: '2027-Q1', amount: uregen(100n) }]
 * forfeitBonus(held, 'regen1river', '2027-02-01T00:00:00Z') // { forfeited: 100n, held: [] }
 */
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
