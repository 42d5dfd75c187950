/** @jsxImportSource preact */

import script from 'worker:laterWorkers#fundWorker'
import { useState } from 'preact/hooks'
import { useAsync } from '../chain/useAsync.ts'
import { FileField } from '../parts/FileField.tsx'
import { FailureNotice, Notice } from '../parts/notice.tsx'
import { ShareButton } from '../parts/ShareButton.tsx'
import { TypedField } from '../parts/TypedField.tsx'
import { useTyped } from '../parts/typed.ts'
import { useFile } from '../parts/useFile.ts'
import { fitsAddress, packText, unpackText } from '../route.ts'
import type { ViewProps } from '../viewProps.ts'
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
  const linked = state['csv'] ? unpackText(state['csv']) : null
  // What an address has was given later, or is gone back to.
  const csv = linked ?? (large?.of === name ? large.csv : null)
  const budget = state['budget'] ?? ''
  const project = state['project'] ?? ''
  const isWhole = /^\d{1,30}$/.test(budget)
  const round = isWhole ? { ...chosen.round, budget: `${budget}000000` } : chosen.round
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
    const { csv: _, ...rest } = state
    const linked = { ...rest, round: name, csv: text === '' ? '' : packText(text) }
    // A file that no address can hold stays in this window.
    const isLarge = !fitsAddress({ view: 'fund', state: linked })
    setLarge(isLarge ? { of: name, csv: text } : null)
    stay(isLarge ? { ...rest, round: name } : linked)
  }
  const ballots = useTyped(csv ?? '', setCsv)
  const file = useFile(name, LARGEST_FILE, setCsv)
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
        <ShareButton missing={large?.of === name && linked === null ? 'the ballots' : null} />
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
          <TypedField
            label="Budget in REGEN"
            value={budget}
            inputMode="numeric"
            placeholder={inRegen(chosen.round)}
            invalid={budget !== '' && !isWhole}
            describedBy="budget-problem"
            onTyped={typed => stay({ ...state, round: name, budget: typed })}
          />
          <p id="budget-problem" class="field-problem">
            {budget === '' || isWhole
              ? ''
              : 'A budget is a whole number of REGEN. Until then the numbers are of the example’s budget.'}
          </p>
          <label>
            Ballots as CSV: {chosen.columns}
            <textarea
              rows={8}
              {...ballots}
              placeholder={`${chosen.columns}\n…  (empty: those of the example)`}
            />
          </label>
          <FileField label="Or a file" accept=".csv,text/csv" file={file} />
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

/** The budget of an example as people write it. */
const inRegen = (round: object): string =>
  `${BigInt((round as { readonly budget: string }).budget) / 1_000_000n}`

const firstOf = (round: object): string => {
  const { projects = [] } = round as { readonly projects?: readonly { readonly id: string }[] }
  return projects[0]?.id ?? ''
}
