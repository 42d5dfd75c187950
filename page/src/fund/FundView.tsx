/** @jsxImportSource preact */

import script from 'worker:laterWorkers#fundWorker'
import { useState } from 'preact/hooks'
import type { ViewProps } from '../App.tsx'
import { useAsync } from '../ledger/useAsync.ts'
import { FailureNotice, Notice } from '../parts/notice.tsx'
import { ShareButton } from '../parts/ShareButton.tsx'
import { packText, unpackText } from '../route.ts'
import { callsOf } from '../workers/call.ts'
import type { FundMethods, ShownRound } from '../workers/fundWorker.ts'
import { Allocations } from './Allocations.tsx'
import { Proposal } from './Proposal.tsx'
import { ROUNDS } from './rounds.ts'
import { Trace } from './Trace.tsx'

const ask = callsOf<FundMethods>(script)

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
