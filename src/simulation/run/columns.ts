/** What is recorded of every period: uregen and counts are whole numbers, exact up to 2⁵³ − 1. NaN: no such period was computed. */
export const COLUMNS = [
  { name: 'price', unit: 'USD' },
  { name: 'volume', unit: 'USD' },
  { name: 'fees', unit: 'uregen' },
  { name: 'burned', unit: 'uregen' },
  { name: 'minted', unit: 'uregen' },
  { name: 'supply', unit: 'uregen' },
  { name: 'validator_fund', unit: 'uregen' },
  { name: 'community_pool', unit: 'uregen' },
  { name: 'agent_fund', unit: 'uregen' },
  { name: 'validator_pay', unit: 'uregen' },
  { name: 'validators', unit: 'count' },
  { name: 'validator_income', unit: 'USD a year' },
  { name: 'committed', unit: 'uregen' },
  { name: 'stability_promised', unit: 'uregen' },
  { name: 'stability_paid', unit: 'uregen' },
  { name: 'activity_pool', unit: 'uregen' },
  { name: 'rewards', unit: 'uregen' },
  { name: 'wash_cost', unit: 'uregen' },
  { name: 'wash_reward', unit: 'uregen' },
  { name: 'participation', unit: 'share' },
  { name: 'proposals', unit: 'count' },
] as const

/** The name of a column of a run's table. */
export type ColumnName = (typeof COLUMNS)[number]['name']

/** One value a period, column by column; NaN from the period on in which a run ended early. */
export type Table = { readonly [name in ColumnName]: Float64Array }

/** Something for each column. */
export const byColumn = <T>(each: (name: ColumnName) => T): { readonly [name in ColumnName]: T } =>
  Object.fromEntries(COLUMNS.map(({ name }) => [name, each(name)])) as { [name in ColumnName]: T }

/** A table of which nothing is known yet. */
export const emptyTable = (periods: number): Table => byColumn(() => unknownColumn(periods))

export const unknownColumn = (length: number): Float64Array => new Float64Array(length).fill(Number.NaN)

/** Takes back what was recorded of a period. */
export function forgetPeriod(table: Table, period: number): void {
  for (const column of Object.values(table)) column[period] = Number.NaN
}
