/** What is recorded of every period: uregen and counts are whole numbers, exact up to 2⁵³ − 1. */
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
export type ColumnName = (typeof COLUMNS)[number]['name']

/** One value a period, column by column. */
export type Table = { readonly [name in ColumnName]: Float64Array }

/** Something for each column. */
export const byColumn = <T>(each: (name: ColumnName) => T): { readonly [name in ColumnName]: T } =>
  Object.fromEntries(COLUMNS.map(({ name }) => [name, each(name)])) as { [name in ColumnName]: T }

export const emptyTable = (periods: number): Table => byColumn(() => new Float64Array(periods))
