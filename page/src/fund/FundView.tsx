/** @jsxImportSource preact */

import address from 'worker:../workers/fundWorker.ts'
import { useState } from 'preact/hooks'
import quadratic from '../../../examples/fund/quadratic.json' with { type: 'json' }
import retroMedian from '../../../examples/fund/retro-median.json' with { type: 'json' }
import retroMetrics from '../../../examples/fund/retro-metrics.json' with { type: 'json' }
import { plain } from '../../../src/primitives/plain.ts'
import type { ViewProps } from '../App.tsx'
import { useAsync } from '../ledger/useAsync.ts'
import { Address, Amount, coinText } from '../parts/amounts.tsx'
import { download } from '../parts/download.ts'
import { FailureNotice, Notice } from '../parts/notice.tsx'
import { ShareButton } from '../parts/ShareButton.tsx'
import { packText, unpackText } from '../route.ts'
import { callsOf } from '../workers/call.ts'
import type { FundMethods, ShownRound } from '../workers/fundWorker.ts'

const ask = callsOf<FundMethods>(() => new Worker(address, { type: 'module' }))

const ROUNDS: {
  readonly [name: string]: {
    readonly title: string
    readonly what: string
    readonly columns: string
    readonly round: object
  }
} = {
  quadratic: {
    title: 'Quadratic',
    what: 'Gifts are matched: what many give counts more than what one gives.',
    columns: 'contributor,project,amount',
    round: quadratic,
  },
  'retro-median': {
    title: 'Retroactive, by ballots',
    what: 'Voters say what a project was worth; the middle of their answers counts.',
    columns: 'voter,project,amount',
    round: retroMedian,
  },
  'retro-metrics': {
    title: 'Retroactive, by metrics',
    what: 'Voters weigh metrics, and what projects did is measured by them.',
    columns: 'voter,metric,weight',
    round: retroMetrics,
  },
}

const PROPOSER = 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x'
const LARGEST_FILE = 20_000_000

/** A funding round: from ballots to what each project gets, why, and the proposal that would pay it. */
export function FundView({ navigation: { route, stay, go } }: ViewProps) {
  const { state } = route
  const name = ROUNDS[state['round'] ?? ''] === undefined ? 'quadratic' : (state['round'] ?? 'quadratic')
  const chosen = ROUNDS[name] as (typeof ROUNDS)[string]
  const [large, setLarge] = useState<{ readonly of: string; readonly csv: string } | null>(null)
  const linked = state['csv'] === undefined ? null : unpackText(state['csv'])
  const csv = large?.of === name ? large.csv : linked
  const budget = state['budget'] ?? ''
  const project = state['project'] ?? ''
  const round = /^\d{1,30}$/.test(budget) ? { ...chosen.round, budget: `${budget}000000` } : chosen.round
  const { value, loading, failure, retry } = useAsync<ShownRound>(
    JSON.stringify([name, csv, budget, project]),
    signal =>
      ask(
        'round',
        [round, csv, { project: project || firstOf(round), proposer: PROPOSER, deposit: 2_000_000_000n }],
        { signal },
      ),
  )
  const setCsv = (text: string) => {
    const packed = packText(text)
    const { csv: _, ...rest } = state
    // A file that no address can hold stays in this window.
    if (packed.length < 20_000) {
      setLarge(null)
      stay({ ...rest, round: name, csv: packed })
    } else {
      setLarge({ of: name, csv: text })
      stay({ ...rest, round: name })
    }
  }
  return (
    <>
      <div class="view-head">
        <div>
          <h1>Who would a round fund?</h1>
          <p class="lead">
            Gifts or votes in, amounts out, each explained to the last unit, and the unsigned proposal that
            would pay them from the community pool.
          </p>
        </div>
        <ShareButton />
      </div>
      <div class="columns">
        <section class="card" aria-labelledby="round-title">
          <h2 id="round-title">The round</h2>
          <ul class="examples">
            {Object.entries(ROUNDS).map(([key, { title, what }]) => (
              <li key={key}>
                <button type="button" aria-pressed={key === name} onClick={() => go('fund', { round: key })}>
                  <strong>{title}</strong>
                  <span>{what}</span>
                </button>
              </li>
            ))}
          </ul>
          <label>
            Budget in REGEN
            <input
              value={budget}
              inputMode="numeric"
              autocomplete="off"
              placeholder="100"
              onChange={event => stay({ ...state, round: name, budget: event.currentTarget.value.trim() })}
            />
          </label>
          <label>
            Ballots as CSV: {chosen.columns}
            <textarea
              rows={8}
              spellcheck={false}
              value={csv ?? ''}
              placeholder={`${chosen.columns}\n…  (empty: those of the example)`}
              onChange={event => setCsv(event.currentTarget.value)}
            />
          </label>
          <label class="file">
            Or a file
            <input
              type="file"
              accept=".csv,text/csv"
              onChange={event => {
                const file = event.currentTarget.files?.[0]
                if (file !== undefined && file.size <= LARGEST_FILE) void file.text().then(setCsv)
              }}
            />
          </label>
          <p class="quiet">Amounts are in uregen. The file stays in this browser.</p>
        </section>
        <div class="result" aria-busy={loading}>
          {failure === null ? null : <FailureNotice failure={failure} onRetry={retry} />}
          {loading && value === null ? <Notice tone="busy" title="Computing the round …" /> : null}
          {value === null || failure !== null ? null : (
            <div class={loading ? 'old' : undefined}>
              <Allocations
                shown={value}
                project={project || firstOf(round)}
                onProject={next => go('fund', { ...state, round: name, project: next })}
              />
              <Trace shown={value} project={project || firstOf(round)} />
              <Proposal
                shown={value}
                onPreview={() => go('preview', { in: packText(value.settlement.messages), mode: 'paste' })}
              />
            </div>
          )}
        </div>
      </div>
    </>
  )
}

const firstOf = (round: object): string => {
  const { projects = [] } = round as { readonly projects?: readonly { readonly id: string }[] }
  return projects[0]?.id ?? ''
}

function Allocations({
  shown: { report, names, title },
  project,
  onProject,
}: {
  readonly shown: ShownRound
  readonly project: string
  readonly onProject: (project: string) => void
}) {
  const { allocations, denom, budget, allocated, dust } = report
  const sorted = allocations.toSorted((a, b) => (a.amount > b.amount ? -1 : a.amount < b.amount ? 1 : 0))
  const largest = sorted[0]?.amount ?? 0n
  return (
    <section class="side proposed" aria-labelledby="allocated-title">
      <header>
        <h2 id="allocated-title">{plain(title)}</h2>
        <p class="state">computed; nothing is paid</p>
      </header>
      <p class="headline">
        <span class="big">
          <Amount amount={allocated} denom={denom} />
        </span>
        <span class="beside">
          of {coinText(budget, denom)}; {coinText(dust, denom)} stay in the pool
        </span>
      </p>
      <div class="scroll" role="region" tabIndex={0} aria-label="What each project gets">
        <table class="grid stacks">
          <thead>
            <tr>
              <th scope="col">project</th>
              <th scope="col" class="right">
                voices
              </th>
              <th scope="col" class="right">
                gets
              </th>
            </tr>
          </thead>
          <tbody>
            {sorted.map(({ project: id, recipient, amount, voices, note }) => (
              <tr key={id}>
                <th scope="row">
                  <button
                    type="button"
                    class="link"
                    aria-pressed={id === project}
                    onClick={() => onProject(id)}
                  >
                    {plain(names[id] ?? id)}
                  </button>
                  <span class="quiet block">
                    <Address of={recipient} />
                    {note === null ? '' : ` · ${plain(note)}`}
                  </span>
                  <span class="depth" aria-hidden="true">
                    <span
                      style={{ width: `${largest === 0n ? 0 : Number((amount * 1000n) / largest) / 10}%` }}
                    />
                  </span>
                </th>
                <td class="right" data-label="voices">
                  {voices}
                </td>
                <td class="right" data-label="gets">
                  <Amount amount={amount} denom={denom} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

/** Where the amount of one project is from, and what holds for all. */
function Trace({
  shown: { trace, names, report },
  project,
}: {
  readonly shown: ShownRound
  readonly project: string
}) {
  return (
    <section class="card" aria-labelledby="trace-title">
      <h2 id="trace-title">Why {plain(names[project] ?? project)} gets that</h2>
      <ol class="trace">
        {trace.map(({ step, operands }, index) => (
          <li key={index}>
            <span class="formula-step">{plain(step)}</span>
            <span class="quiet">
              {Object.entries(operands)
                .map(([name, value]) => `${name} ${value.length > 28 ? `${value.slice(0, 24)}…` : value}`)
                .join(', ')}
            </span>
          </li>
        ))}
      </ol>
      <details>
        <summary>What holds for the whole round</summary>
        <ul class="assumptions">
          {report.invariants.map(({ name, left, relation, right }) => (
            <li key={name}>
              {plain(name)}: {left} {relation} {right}
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}

function Proposal({
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
        <button
          type="button"
          onClick={() =>
            download(
              'allocations.csv',
              'text/csv',
              `${['project,recipient,amount,denom', ...report.allocations.map(({ project, recipient, amount }) => `"${project.replaceAll('"', '""')}",${recipient},${amount},${report.denom}`)].join('\n')}\n`,
            )
          }
        >
          CSV
        </button>
      </p>
    </section>
  )
}
