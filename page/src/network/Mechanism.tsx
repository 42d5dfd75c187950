/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import type { MechanismSource } from '../../../src/network/inForce/mechanismSources.ts'
import { sanitize } from '../../../src/primitives/sanitize.ts'
import { Term, type TermName } from '../parts/terms.tsx'

/** Who says what follows of itself: what a contract counts is not what the bank holds. */
export const toldBy = ({ kind }: MechanismSource): string => `the ${kind} says of itself`

/** One mechanism: its name, whether it is in force, and by what. */
export function Mechanism({
  name,
  title,
  status,
  source,
  children,
}: {
  readonly name: TermName
  readonly title: string
  readonly status: 'in-force' | 'proposed'
  readonly source: MechanismSource
  readonly children: ComponentChildren
}) {
  return (
    <section class={`side ${status === 'in-force' ? 'live' : 'proposed'}`} aria-labelledby={`title-${name}`}>
      <header>
        <h2 id={`title-${name}`}>
          <Term name={name} /> {title}
        </h2>
        <p class="state">
          {status === 'proposed'
            ? 'proposed, not in force'
            : `in force, by ${source.kind === 'contract' ? `contract ${sanitize(source.address)}` : source.kind === 'module' ? sanitize(source.path) : 'policy'}`}
        </p>
      </header>
      {children}
    </section>
  )
}
