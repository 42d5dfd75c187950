import type { OutcomeName } from '../../run/outcome.ts'

const IN_UREGEN: readonly OutcomeName[] = [
  'final_supply',
  'least_supply',
  'most_supply',
  'minted',
  'burned',
  'fees',
  'stability_promised',
  'stability_paid',
  'most_committed',
  'rewards',
  'wash_cost',
  'wash_reward',
  'wash_profit',
  'community_pool',
]

/** An outcome as people read it: uregen as REGEN, with thousands apart. */
export function outcomeText(name: OutcomeName, value: number): string {
  if (Number.isNaN(value)) return 'unknown'
  if (IN_UREGEN.includes(name)) return `${grouped(Math.round(value / 1e6))} REGEN`
  if (name === 'mean_income' || name === 'least_income')
    return `${value < 0 ? '−' : ''}$${grouped(Math.abs(Math.round(value)))} a year`
  if (name === 'least_price') return `$${value / 1e9}`
  if (name === 'least_coverage' || name === 'wash_return') return `${Math.round(value / 1e3) / 10} %`
  if (name.startsWith('first_') && value < 0) return 'never'
  return grouped(value)
}

/** So many runs, in words. */
export const runsText = (runs: number): string => `${grouped(runs)} ${runs === 1 ? 'run' : 'runs'}`

/** A number with its thousands apart, and a true minus sign. */
export const grouped = (value: number): string =>
  value
    .toString()
    .replace(/^-?\d+/, digits => digits.replace(/\B(?=(\d{3})+$)/g, ','))
    .replace(/^-/, '−')
