/** @jsxImportSource preact */
import type { Network } from '../../../src/network/readNetwork.ts'
import { Amount } from '../parts/amounts.tsx'
import type { Explanation } from '../parts/explain.tsx'
import { Moment } from '../parts/moment.tsx'
import { Table } from '../parts/Table.tsx'
import { txTypeInWords } from '../parts/txTypes.ts'
import type { ShownNetwork } from './readShown.ts'
import type { SourceOf } from './sourceOf.ts'

/** What each week would have paid, by type, worth in REGEN. */
export function Weeks({
  weeks,
  period,
  from,
}: {
  readonly from: SourceOf
  readonly weeks: ShownNetwork['weeks']
  readonly period: Network['period']
}) {
  const aboutWeek = (what: string): Explanation => ({
    title: `Fees of the week: ${what}`,
    formula: 'Σ over the acts of the week of max( floor( value × rate ), minimum ), worth in REGEN',
    source: `SPEC M013, Fee Schedule; ${from('m013.wouldPay')}`,
  })
  const types = [...new Set(weeks.flatMap(({ totals }) => totals.map(({ txType }) => txType)))]
  return weeks.length === 0 ? null : (
    <details>
      <summary>Week by week</summary>
      <p class="quiet">{whichWeeks(weeks.length, period)}</p>
      <Table
        label="Fees by week"
        columns={['week to', ...types.map(txTypeInWords), 'all'].map((name, index) => ({
          name,
          right: index > 0,
        }))}
        rows={weeks.map(({ to, totals, revenue }) => ({
          key: to,
          head: <Moment at={to} />,
          cells: [
            ...types.map(type => (
              <Amount
                amount={totals
                  .filter(({ txType }) => txType === type)
                  .reduce((sum, { worth }) => sum + worth, 0n)}
                about={aboutWeek(txTypeInWords(type))}
              />
            )),
            <Amount amount={revenue} about={aboutWeek('all')} />,
          ],
        }))}
      />
    </details>
  )
}

const WEEK = 7 * 86_400_000

/** Why no more weeks are shown. */
const whichWeeks = (count: number, { from, to }: Network['period']): string =>
  Date.parse(to) - Date.parse(from) <= WEEK
    ? 'The period is one week: look back over more days to see several.'
    : `Weeks are counted back from the end of the period. ${count === 1 ? 'Everything that is charged lies in this one' : `${count} of them have something that is charged`}; the others are left out.`
