import type { ColumnName, Table } from './columns.ts'

/** What is said of one run, in numbers; −1 where something never happened. A run that ended early came to none of them: all are NaN. */
export const OUTCOMES = {
  mean_income: 'USD a year that a validator earned, over all periods',
  least_income: 'the least of the periods, USD a year',
  periods_below_cost: 'periods in which a year’s pay was below the cost of a validator',
  least_validators: 'the fewest validators that were paid in a period',
  longest_few_validators: 'the longest row of periods with fewer than min_validators',
  final_supply: 'uregen',
  least_supply: 'uregen',
  most_supply: 'uregen',
  periods_above_cap: 'periods that ended with a supply above the cap of that time',
  first_at_cap: 'how many periods until the supply was no longer above the cap',
  first_balanced: 'how many periods until |M − B| < 1 % of S',
  first_minting: 'how many periods until something was minted',
  minted: 'uregen, all periods',
  burned: 'uregen, all periods',
  fees: 'uregen, all periods',
  empty_pools: 'periods without an activity pool',
  longest_empty_pool: 'the longest row of them',
  stability_promised: 'uregen, all periods',
  stability_paid: 'uregen, all periods',
  periods_short: 'periods in which the stability tier got less than it was promised',
  longest_short: 'the longest row of them',
  least_coverage: 'the least part of its promise that the tier got in a period, in millionths',
  most_committed: 'uregen',
  rewards: 'for activity, uregen, all periods',
  wash_cost: 'uregen, all periods',
  wash_reward: 'uregen, all periods',
  wash_profit: 'uregen, all periods; below 0 for a loss',
  wash_return: 'reward for each cost, in millionths',
  longest_silence: 'the longest row of periods without a proposal',
  least_price: 'billionths of a USD',
  community_pool: 'uregen at the end',
} as const

/** The name of a number that a run is judged by. */
export type OutcomeName = keyof typeof OUTCOMES

/** What a run came to, one number a name. */
export type Outcome = { readonly [name in OutcomeName]: number }

export const OUTCOME_NAMES = Object.keys(OUTCOMES) as readonly OutcomeName[]

/** A row of numbers in the order of `OUTCOME_NAMES`, by name. */
export const outcomeOfRow = (row: ArrayLike<number>): Outcome =>
  Object.fromEntries(OUTCOME_NAMES.map((name, index) => [name, row[index]])) as Outcome

/** The outcome of a run that ended early: a part of its periods says nothing of the whole. */
export const UNKNOWN_OUTCOME: Outcome = /* @__PURE__ */ outcomeOfRow(
  /* @__PURE__ */ OUTCOME_NAMES.map(() => Number.NaN),
)

const FINAL_SUPPLY = OUTCOME_NAMES.indexOf('final_supply')

/** Only a run that came to its end has a supply at the end. */
export const isKnown = ({ final_supply }: Outcome): boolean => !Number.isNaN(final_supply)

/** The same of a row of numbers. */
export const isKnownRow = (row: ArrayLike<number>): boolean => !Number.isNaN(row[FINAL_SUPPLY])

/** What a run is held against: the cost of a validator, and what was in force when each period ended. */
export type OutcomeFacts = {
  readonly cost: number
  readonly hardCaps: ArrayLike<number>
  readonly minValidators: ArrayLike<number>
}

/** What a run came to. Money in USD is rounded to cents. */
export function outcomeOf(table: Table, { cost, hardCaps, minValidators }: OutcomeFacts): Outcome {
  const sum = (name: ColumnName) => table[name].reduce((total, value) => total + value, 0)
  const least = (name: ColumnName) => table[name].reduce((a, b) => (b < a ? b : a))
  const most = (name: ColumnName) => table[name].reduce((a, b) => (b > a ? b : a))
  const periods = table.supply.length
  const at = (name: ColumnName, period: number) => table[name][period] ?? 0
  const all = Array.from({ length: periods }, (_, period) => period)
  const count = (is: (period: number) => boolean) => all.reduce((n, period) => (is(period) ? n + 1 : n), 0)
  const first = (is: (period: number) => boolean) => {
    const found = all.findIndex(is)
    return found < 0 ? -1 : found + 1
  }
  const longest = (is: (period: number) => boolean) => {
    let [run, best] = [0, 0]
    for (const period of all) {
      run = is(period) ? run + 1 : 0
      if (run > best) best = run
    }
    return best
  }
  const isAboveCap = (p: number) => at('supply', p) > (hardCaps[p] ?? Number.NaN)
  const isFew = (p: number) => at('validators', p) < (minValidators[p] ?? Number.NaN)
  const isShort = (p: number) => at('stability_paid', p) < at('stability_promised', p)
  const isEmpty = (p: number) => at('activity_pool', p) === 0
  const coverage = (p: number) =>
    at('stability_promised', p) === 0
      ? 1e6
      : Math.floor((at('stability_paid', p) * 1e6) / at('stability_promised', p))
  return {
    mean_income: cents(sum('validator_income') / periods),
    least_income: cents(least('validator_income')),
    periods_below_cost: count(p => at('validator_income', p) < cost),
    least_validators: least('validators'),
    longest_few_validators: longest(isFew),
    final_supply: at('supply', periods - 1),
    least_supply: least('supply'),
    most_supply: most('supply'),
    periods_above_cap: count(isAboveCap),
    first_at_cap: first(p => !isAboveCap(p)),
    first_balanced: first(p => Math.abs(at('minted', p) - at('burned', p)) * 100 < at('supply', p)),
    first_minting: first(p => at('minted', p) > 0),
    minted: sum('minted'),
    burned: sum('burned'),
    fees: sum('fees'),
    empty_pools: count(isEmpty),
    longest_empty_pool: longest(isEmpty),
    stability_promised: sum('stability_promised'),
    stability_paid: sum('stability_paid'),
    periods_short: count(isShort),
    longest_short: longest(isShort),
    least_coverage: all.reduce((a, p) => (coverage(p) < a ? coverage(p) : a), 1e6),
    most_committed: most('committed'),
    rewards: sum('rewards'),
    wash_cost: sum('wash_cost'),
    wash_reward: sum('wash_reward'),
    wash_profit: sum('wash_reward') - sum('wash_cost'),
    wash_return: sum('wash_cost') === 0 ? 0 : Math.floor((sum('wash_reward') * 1e6) / sum('wash_cost')),
    longest_silence: longest(p => at('proposals', p) === 0),
    least_price: Math.round(least('price') * 1e9),
    community_pool: at('community_pool', periods - 1),
  }
}

const cents = (usd: number): number => Math.round(usd * 100) / 100
