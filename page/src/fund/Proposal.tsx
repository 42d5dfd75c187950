/** @jsxImportSource preact */
import { csvText } from '../../../src/primitives/csv.ts'
import { download } from '../parts/download.ts'
import type { ShownRound } from '../workers/fundWorker.ts'

/** The unsigned proposal that would pay a round, and files of it. */
export function Proposal({
  shown: { settlement, report, hash },
  onPreview,
}: {
  readonly shown: ShownRound
  readonly onPreview: () => void
}) {
  return (
    <section class="card" aria-labelledby="proposal-title">
      <h2 id="proposal-title">The proposal</h2>
      <p>
        {settlement.proposals === 1
          ? 'One governance proposal'
          : `${settlement.proposals} governance proposals`}
        , unsigned, and an anchor of the report, so that voters can tell that they compute the same one.
      </p>
      <p class="code">
        report {hash}
        <br />
        {settlement.iri}
      </p>
      <p class="row wrap">
        <button type="button" class="main-button" onClick={onPreview}>
          Preview the proposal
        </button>
        <button
          type="button"
          onClick={() => download('proposal.json', 'application/json', settlement.messages)}
        >
          Proposal as JSON
        </button>
        <button type="button" onClick={() => download('allocations.csv', 'text/csv', csvOf(report))}>
          CSV
        </button>
      </p>
    </section>
  )
}

/** In smallest units. */
const csvOf = ({ allocations, denom }: ShownRound['report']): string =>
  `${csvText(
    ['project', 'recipient', 'amount', 'denom'],
    allocations.map(({ project, recipient, amount }) => [project, recipient, amount, denom]),
  )}\n`
