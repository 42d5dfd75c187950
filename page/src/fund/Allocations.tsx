/** @jsxImportSource preact */
import { sanitize } from '../../../src/primitives/sanitize.ts'
import { Address, Amount, coinText } from '../parts/amounts.tsx'
import { Table } from '../parts/Table.tsx'
import type { ShownRound } from '../workers/fundWorker.ts'

/** What each project of a round gets, the most first. */
export function Allocations({
  shown: { report, names, title },
  project,
  onProject,
}: {
  readonly shown: ShownRound
  readonly project: string
  readonly onProject: (project: string) => void
}) {
  const { allocations, denom, budget, allocated, dust } = report
  const source = `the round’s own data and rules (policy ${report.policyHash.slice(0, 12)}, ${report.method}); each step stands under “Why” below`
  const sorted = allocations.toSorted((a, b) => (a.amount > b.amount ? -1 : a.amount < b.amount ? 1 : 0))
  const largest = sorted[0]?.amount ?? 0n
  return (
    <section class="side proposed" aria-labelledby="allocated-title">
      <header>
        <h2 id="allocated-title">{sanitize(title)}</h2>
        <p class="state">computed; nothing is paid</p>
      </header>
      <p class="headline">
        <span class="big">
          <Amount
            amount={allocated}
            denom={denom}
            about={{
              title: 'All projects together',
              formula: 'budget − what rounding leaves in the pool',
              operands: [
                ['budget', coinText(budget, denom)],
                ['left in the pool', coinText(dust, denom)],
              ],
              source,
            }}
          />
        </span>
        <span class="beside">
          of {coinText(budget, denom)}; {coinText(dust, denom)} stay in the pool
        </span>
      </p>
      <Table
        label="What each project gets"
        columns={[{ name: 'project' }, { name: 'voices', right: true }, { name: 'gets', right: true }]}
        rows={sorted.map(({ project: id, recipient, amount, weight, voices, given, note }) => ({
          key: id,
          head: (
            <>
              <button type="button" class="link" aria-pressed={id === project} onClick={() => onProject(id)}>
                {sanitize(names[id] ?? id)}
              </button>
              <span class="quiet block">
                <Address of={recipient} />
                {note === null ? '' : ` · ${sanitize(note)}`}
              </span>
              <span class="depth" aria-hidden="true">
                <span style={{ width: `${largest === 0n ? 0 : Number((amount * 1000n) / largest) / 10}%` }} />
              </span>
            </>
          ),
          cells: [
            voices,
            <Amount
              amount={amount}
              denom={denom}
              about={{
                title: sanitize(names[id] ?? id),
                formula: 'floor( budget × weight ÷ Σ weights ), within the limits of the round',
                operands: [
                  ['budget', coinText(budget, denom)],
                  ['weight', sanitize(weight)],
                  ['voices', `${voices}`],
                  ...(given === null ? [] : ([['given to it', coinText(given, denom)]] as const)),
                ],
                source,
              }}
            />,
          ],
        }))}
      />
    </section>
  )
}
