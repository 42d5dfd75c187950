/** @jsxImportSource preact */
import { formatSentence } from '../../../src/preview/words/formatSentence.ts'
import { csvText } from '../../../src/primitives/csv.ts'
import { Amount } from '../parts/amounts.tsx'
import { download } from '../parts/download.ts'
import { Explained, type Explanation } from '../parts/explain.tsx'
import { InTurns } from '../parts/InTurns.tsx'
import { FailureNotice } from '../parts/notice.tsx'
import { PoolsBar } from '../parts/PoolsBar.tsx'
import { Table } from '../parts/Table.tsx'
import type { PolicyNumber, PolicyNumbers } from './numbers.ts'

/** What two policies make of one transaction and one week. */
export function PolicyNumbersCard({ a, b }: { readonly a: PolicyNumbers; readonly b: PolicyNumbers }) {
  return (
    <section class="card" aria-labelledby="numbers-title">
      <h2 id="numbers-title">One transaction, one week</h2>
      <InTurns
        parts={[
          <>
            <div class="pair">
              <div>
                <h3>A</h3>
                <PoolsBar pools={a.transaction.pools} label="Policy A" />
              </div>
              <div>
                <h3>B</h3>
                <PoolsBar pools={b.transaction.pools} label="Policy B" />
              </div>
            </div>
            <p class="quiet">The four messages of the example “several at once”, on the bundled chain.</p>
          </>,
          <Compared
            key="transaction"
            label="The transaction under both policies"
            a={a.transaction.fees}
            b={b.transaction.fees}
          />,
          <>
            <h3>A week of the example economy</h3>
            {'code' in a.week ? <FailureNotice failure={a.week} /> : null}
            {'code' in b.week ? <FailureNotice failure={b.week} /> : null}
            {'code' in a.week || 'code' in b.week ? null : (
              <Compared label="The week under both policies" a={a.week} b={b.week} />
            )}
            <p class="row wrap">
              <button type="button" onClick={() => download('policies.csv', 'text/csv', csvOf(a, b))}>
                Both as CSV
              </button>
            </p>
          </>,
        ]}
      />
    </section>
  )
}

/** The same numbers under both policies; where they differ, that is said by more than colour. */
function Compared({
  label,
  a,
  b,
}: {
  readonly label: string
  readonly a: readonly PolicyNumber[]
  readonly b: readonly PolicyNumber[]
}) {
  return (
    <Table
      label={label}
      columns={[{ name: 'what' }, { name: 'A', right: true }, { name: 'B', right: true }]}
      rows={a.map(({ name, what, formula, source, amount }, index) => {
        const other = b[index]?.amount ?? null
        const about = (side: string): Explanation => ({
          title: `${name}, policy ${side}`,
          text: formatSentence(what),
          formula,
          source,
        })
        return {
          key: `${index}`,
          class: amount === other ? undefined : 'differs',
          head: (
            <Explained kind="term" about={{ title: name, text: formatSentence(what) }}>
              {name}
            </Explained>
          ),
          cells: [
            amount === null ? 'not known' : <Amount amount={amount} about={about('A')} />,
            <>
              {other === null ? 'not known' : <Amount amount={other} about={about('B')} />}
              {amount === other ? '' : ' ≠'}
            </>,
          ],
        }
      })}
    />
  )
}

/** All of it in uregen; what is not known is left empty. */
function csvOf(a: PolicyNumbers, b: PolicyNumbers): string {
  const rowsOf = (of: string, first: readonly PolicyNumber[], second: readonly PolicyNumber[]) =>
    first.map(({ name, amount }, index) => [of, name, amount ?? '', second[index]?.amount ?? ''])
  const week = 'code' in a.week || 'code' in b.week ? [] : rowsOf('week', a.week, b.week)
  const transaction = rowsOf('transaction', a.transaction.fees, b.transaction.fees)
  return `${csvText(['of', 'what', 'a_uregen', 'b_uregen'], [...transaction, ...week])}\n`
}
