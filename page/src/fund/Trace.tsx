/** @jsxImportSource preact */
import { sanitize } from '../../../src/primitives/sanitize.ts'
import type { ShownRound } from '../workers/fundWorker.ts'

/** Where the amount of one project is from, and what holds for all. */
export function Trace({
  shown: { trace, names, report },
  project,
}: {
  readonly shown: ShownRound
  readonly project: string
}) {
  return (
    <section class="card" aria-labelledby="trace-title">
      <h2 id="trace-title">Why {sanitize(names[project] ?? project)} gets that</h2>
      <ol class="trace">
        {trace.map(({ step, operands }, index) => (
          <li key={index}>
            <span class="formula-step">{sanitize(step)}</span>
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
              {sanitize(name)}: {left} {relation} {right}
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}
