/** @jsxImportSource preact */

import script from 'worker:../workers/scenarioWorker.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { ColumnName } from '../../../src/simulation/run/columns.ts'
import { Chart } from '../parts/Chart.tsx'
import { download } from '../parts/download.ts'
import { type Failure, FailureNotice, failureOf } from '../parts/notice.tsx'
import { Lines } from '../parts/Table.tsx'
import { Term } from '../parts/terms.tsx'
import { callsOf } from '../workers/call.ts'
import type { ShownPolicy } from '../workers/policyWorker.ts'
import type { ScenarioMethods } from '../workers/scenarioWorker.ts'
import { chartOf, csvOf, type Studies } from './studies.ts'

const calls = { a: callsOf<ScenarioMethods>(script), b: callsOf<ScenarioMethods>(script) }

/** What can be looked at: the column, its name, and what one unit of it is in the study's own. */
const SHOWN: readonly (readonly [ColumnName, string, string, number])[] = [
  ['supply', 'Supply', 'REGEN', 1e6],
  ['fees', 'Fees a week', 'REGEN', 1e6],
  ['burned', 'Burned a week', 'REGEN', 1e6],
  ['minted', 'Minted a week', 'REGEN', 1e6],
  ['validator_income', 'Income of a validator', 'USD a year', 1],
  ['rewards', 'Rewards a week', 'REGEN', 1e6],
]

const COUNTS = [4, 12, 40]

/** Five years under one or two policies, many times over, in workers; what most runs do, as bands. */
export function Scenario({
  a,
  b,
  column,
  onColumn,
}: {
  readonly a: ShownPolicy
  readonly b: ShownPolicy
  readonly column: string
  readonly onColumn: (column: string) => void
}) {
  const [runs, setRuns] = useState(COUNTS[0] ?? 4)
  const [done, setDone] = useState<number | null>(null)
  const [studies, setStudies] = useState<Studies | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const stop = useRef<AbortController | null>(null)
  const canvas = useRef<HTMLCanvasElement | null>(null)
  const isSame = a.hash === b.hash
  const key = `${a.hash} ${b.hash} ${runs}`
  const total = isSame ? runs : 2 * runs
  useEffect(() => () => stop.current?.abort(), [])
  const start = async () => {
    const controller = new AbortController()
    stop.current = controller
    setDone(0)
    setFailure(null)
    const onProgress = () => setDone(count => (count ?? 0) + 1)
    const study = (of: 'a' | 'b', policy: ShownPolicy) =>
      calls[of]('study', [JSON.parse(policy.json), runs], { signal: controller.signal, onProgress })
    try {
      const [first, second] = await Promise.all([study('a', a), isSame ? null : study('b', b)])
      setStudies({ key, a: first, b: second })
    } catch (error) {
      const seen = failureOf(error)
      if (seen.code !== 'CALL_ABORTED') setFailure(seen)
    } finally {
      setDone(null)
    }
  }
  const [name, title, unit, scale] =
    SHOWN.find(([known]) => known === column) ?? (SHOWN[0] as (typeof SHOWN)[number])
  return (
    <section class="card" aria-labelledby="scenario-title">
      <h2 id="scenario-title">Five years</h2>
      <p class="quiet">
        Volume, price, votes and validators are drawn from the distributions that the simulation specification
        publishes. It is a scenario, not a forecast; the <Term name="bands" /> show where most runs lie.
      </p>
      <div class="row wrap">
        <label>
          Runs
          <select value={`${runs}`} onChange={event => setRuns(Number(event.currentTarget.value))}>
            {COUNTS.map(count => (
              <option key={count} value={`${count}`}>
                {count}
              </option>
            ))}
          </select>
        </label>
        <label>
          Show
          <select value={name} onChange={event => onColumn(event.currentTarget.value)}>
            {SHOWN.map(([known, label]) => (
              <option key={known} value={known}>
                {label}
              </option>
            ))}
          </select>
        </label>
        {done === null ? (
          <button type="button" class="main-button" onClick={() => void start()}>
            Run {isSame ? 'it' : 'both'}
          </button>
        ) : (
          <button type="button" onClick={() => stop.current?.abort()}>
            Stop
          </button>
        )}
      </div>
      {done === null ? null : (
        <p role="status">
          <progress max={total} value={done} aria-label="Runs that are done" /> {done} of {total} runs
        </p>
      )}
      {failure === null ? null : <FailureNotice failure={failure} />}
      {studies === null ? null : (
        <>
          {studies.key === key ? null : (
            <p class="warn-line">These runs are of another policy: run it again.</p>
          )}
          <Chart
            label={`${title} over five years: the middle of the runs and their bands`}
            {...chartOf(studies, name, scale)}
            isTime={false}
            xLabel="years"
            unit={unit}
            height={280}
            onCanvas={drawn => {
              canvas.current = drawn
            }}
          />
          <p class="quiet">
            <span class="swatch community" aria-hidden="true" /> A{studies.b === null ? '' : ' · '}
            {studies.b === null ? null : (
              <>
                <span class="swatch agent" aria-hidden="true" /> B
              </>
            )}{' '}
            · {studies.a.runs} runs each; not one uregen appeared or disappeared:{' '}
            {studies.a.proven && studies.b?.proven !== false ? 'the sums agree' : 'THE SUMS DO NOT AGREE'}.
          </p>
          <Ends studies={studies} name={name} scale={scale} unit={unit} />
          <p class="row wrap">
            <button type="button" onClick={() => download(`${name}.csv`, 'text/csv', csvOf(studies, name))}>
              CSV
            </button>
            <button
              type="button"
              onClick={() =>
                canvas.current?.toBlob(picture => {
                  if (picture !== null) download(`${name}.png`, 'image/png', picture)
                })
              }
            >
              Picture
            </button>
          </p>
        </>
      )}
    </section>
  )
}

/** How it ends, in numbers: what the chart shows at its right edge. */
function Ends({
  studies: { a, b },
  name,
  scale,
  unit,
}: {
  readonly studies: Studies
  readonly name: ColumnName
  readonly scale: number
  readonly unit: string
}) {
  const text = (value: number) => (value / scale).toLocaleString(undefined, { maximumFractionDigits: 0 })
  const rows = [['A', a] as const, ...(b === null ? [] : [['B', b] as const])]
  return (
    <Lines
      label="After five years"
      rows={rows.map(([label, study]) => {
        const last = study.bands[name].at(-1)
        return [
          `${label}, after five years`,
          last === undefined
            ? ''
            : `${text(last.p50)} ${unit}; nine of ten runs between ${text(last.p5)} and ${text(last.p95)}`,
        ] as const
      })}
    />
  )
}
