import { csvText } from '../../../src/primitives/csv.ts'
import type { ColumnName } from '../../../src/simulation/run/columns.ts'
import type { Band } from '../../../src/simulation/study/answers/bands.ts'
import type { Series } from '../parts/Plot.tsx'
import type { ShownStudy } from '../workers/scenarioWorker.ts'

/** Runs under policy A, and under B where it is another one; of which policies, by `key` and by their hashes. */
export type Studies = {
  readonly key: string
  readonly hashes: { readonly a: string; readonly b: string }
  readonly a: ShownStudy
  readonly b: ShownStudy | null
}

/** What can be looked at: the column, how it is called, and what one unit of it is in the study's own. */
export type ShownColumn = {
  readonly name: ColumnName
  readonly title: string
  readonly unit: string
  readonly scale: number
}

export const SHOWN: readonly ShownColumn[] = [
  { name: 'supply', title: 'Supply', unit: 'REGEN', scale: 1e6 },
  { name: 'fees', title: 'Fees a week', unit: 'REGEN', scale: 1e6 },
  { name: 'burned', title: 'Burned a week', unit: 'REGEN', scale: 1e6 },
  { name: 'minted', title: 'Minted a week', unit: 'REGEN', scale: 1e6 },
  { name: 'validator_income', title: 'Income of a validator', unit: 'USD a year', scale: 1 },
  { name: 'rewards', title: 'Rewards a week', unit: 'REGEN', scale: 1e6 },
]

/** The middle of the runs as a line, and where half and nine of ten lie as bands. */
export function chartOf({ a, b }: Studies, name: ColumnName, scale: number) {
  const seriesOf = (bands: readonly Band[], color: string): readonly Series[] => {
    const line = (of: 'p5' | 'p25' | 'p50' | 'p75' | 'p95'): Series => ({
      label: of,
      color,
      width: of === 'p50' ? 2.5 : 0,
      values: bands.map(band => band[of] / scale),
    })
    return [line('p95'), line('p75'), line('p50'), line('p25'), line('p5')]
  }
  const first = a.bands[name]
  const bandsOf = (from: number, color: string) =>
    [
      [from, from + 4, color],
      [from + 1, from + 3, color],
    ] as const
  return {
    x: first.map((_, week) => (week + 1) / 52),
    series: [...seriesOf(first, 'community'), ...(b === null ? [] : seriesOf(b.bands[name], 'agent'))],
    bands: [...bandsOf(0, 'community'), ...(b === null ? [] : bandsOf(5, 'agent'))],
  }
}

/** One column week by week, in its own unit. */
export function csvOf({ a, b }: Studies, name: ColumnName): string {
  const QUANTILES = ['p5', 'p25', 'p50', 'p75', 'p95'] as const
  const head = [
    'week',
    ...['a', ...(b === null ? [] : ['b'])].flatMap(of => QUANTILES.map(q => `${of}_${q}`)),
  ]
  const rows = a.bands[name].map((band, week) => [
    week + 1,
    ...QUANTILES.map(q => band[q]),
    ...(b === null ? [] : QUANTILES.map(q => b.bands[name][week]?.[q] ?? '')),
  ])
  return `${csvText(head, rows)}\n`
}
