import type { Basket, DateCriteria } from '../../../messages/ledger.ts'
import type { Credits } from '../../../primitives/credits.ts'
import type {
  BasketBalanceInfo,
  BasketInfo,
  QueryBasketResponse,
} from '../../../wire/generated/regen/ecocredit/basket/v1/query.ts'
import type { DateCriteria as WireCriteria } from '../../../wire/generated/regen/ecocredit/basket/v1/types.ts'
import type { Fields } from '../fields.ts'

/** A basket as lists show it: without its classes and without what it holds. */
export type BasketSummary = Omit<Basket, 'allowedClasses' | 'balances'>

export const toBasketSummary = (
  { basketDenom, name, curator, creditTypeAbbrev, disableAutoRetire, dateCriteria }: BasketInfo,
  read: Fields,
): BasketSummary => ({
  denom: read.text('basket_denom', basketDenom),
  name: read.text('name', name),
  curator: read.address('curator', curator),
  creditType: read.text('credit_type_abbrev', creditTypeAbbrev),
  disableAutoRetire,
  dateCriteria: toDateCriteria(dateCriteria, read),
})

/** A basket with its classes; what it holds is a list of its own. */
export const toBasket = (
  { basketInfo, classes }: QueryBasketResponse,
  read: Fields,
): Omit<Basket, 'balances'> => ({
  ...read.message('basket_info', basketInfo, toBasketSummary),
  allowedClasses: classes.map((id, index) => read.text(`classes.${index}`, id)),
})

/** Null for no criteria, and for criteria of which none is set. */
export function toDateCriteria(criteria: WireCriteria | undefined, read: Fields): DateCriteria {
  const { minStartDate, startDateWindow, yearsInThePast = 0 } = criteria ?? {}
  if (minStartDate) return { minStartDate: read.time('date_criteria.min_start_date', minStartDate) }
  if (startDateWindow)
    return { startDateWindowSeconds: read.seconds('date_criteria.start_date_window', startDateWindow) }
  return yearsInThePast > 0 ? { yearsInThePast } : null
}

/** Credits of one batch in a basket. */
export type BasketBalance = { readonly batchDenom: string; readonly amount: Credits }

export const toBasketBalance = ({ batchDenom, balance }: BasketBalanceInfo, read: Fields): BasketBalance => ({
  batchDenom: read.text('batch_denom', batchDenom),
  amount: read.credits('balance', balance),
})
