/** @jsxImportSource preact */

import script from 'worker:laterWorkers#scenarioWorker'
import { useEffect, useRef, useState } from 'preact/hooks'
import { type Failure, FailureNotice, failureOf } from '../parts/notice.tsx'
import { Term } from '../parts/terms.tsx'
import { callsOf } from '../workers/call.ts'
import type { ShownPolicy } from '../workers/policyWorker.ts'
import type { ScenarioMethods } from '../workers/scenarioWorker.ts'
import { Bands } from './Bands.tsx'
import { SHOWN, type ShownColumn, type Studies } from './studies.ts'

const calls = { a: callsOf<ScenarioMethods>(script), b: callsOf<ScenarioMethods>(script) }

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
  const [running, setRunning] = useState<{ readonly done: number; readonly of: number } | null>(null)
  const [studies, setStudies] = useState<Studies | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const stop = useRef<AbortController | null>(null)
  const isSame = a.hash === b.hash
  const key = `${a.hash} ${b.hash} ${runs}`
  useEffect(() => () => stop.current?.abort(), [])
  const start = async () => {
    // A second click starts nothing: one study at a time.
    if (stop.current !== null) return
    const controller = new AbortController()
    const { signal } = controller
    stop.current = controller
    setRunning({ done: 0, of: isSame ? runs : 2 * runs })
    setFailure(null)
    const onProgress = () => setRunning(now => now && { ...now, done: now.done + 1 })
    const study = (of: 'a' | 'b', policy: ShownPolicy) =>
      calls[of]('study', [JSON.parse(policy.json), runs], { signal, onProgress })
    try {
      const [first, second] = await Promise.all([study('a', a), isSame ? null : study('b', b)])
      setStudies({ key, a: first, b: second, hashes: { a: a.hash, b: b.hash } })
    } catch (error) {
      const seen = failureOf(error)
      if (seen.code !== 'CALL_ABORTED') setFailure(seen)
    } finally {
      // Where one policy cannot be run, the other one is not run for nothing.
      controller.abort()
      stop.current = null
      setRunning(null)
    }
  }
  const shown = SHOWN.find(({ name }) => name === column) ?? (SHOWN[0] as ShownColumn)
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
          <select value={shown.name} onChange={event => onColumn(event.currentTarget.value)}>
            {SHOWN.map(({ name, title }) => (
              <option key={name} value={name}>
                {title}
              </option>
            ))}
          </select>
        </label>
        {running === null ? (
          <button type="button" class="main-button" onClick={() => void start()}>
            Run {isSame ? 'it' : 'both'}
          </button>
        ) : (
          <button type="button" onClick={() => stop.current?.abort()}>
            Stop
          </button>
        )}
      </div>
      {running === null ? null : (
        <p role="status">
          <progress max={running.of} value={running.done} aria-label="Runs that are done" /> {running.done} of{' '}
          {running.of} runs
        </p>
      )}
      {failure === null ? null : <FailureNotice failure={failure} />}
      {studies === null ? null : (
        <>
          {studies.key === key ? null : (
            <p class="warn-line">These runs are of another policy: run it again.</p>
          )}
          <Bands studies={studies} shown={shown} />
        </>
      )}
    </section>
  )
}
