/** regen-fees/orders: which sell orders to buy from, to the unit, and what selling brings. Pure. */
export { type Fill, type FilledOrder, type FillReason, fillSentence, type NoneReason } from './fill.ts'
export type { FillBook, FillInput, Retirement } from './fillInput.ts'
export { fillOrders, fillOrdersByDenom } from './fillOrders.ts'
export type { FillEnd } from './greedyFill.ts'
export { type MaxSpend, type MaxSpendInput, maxSpend } from './maxSpend.ts'
export { quoteSell, type SellQuote } from './quoteSell.ts'
