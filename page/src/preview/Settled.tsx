/** @jsxImportSource preact */
import { formatSentence } from '../../../src/preview/words/formatSentence.ts'
import { sanitize } from '../../../src/primitives/sanitize.ts'
import { gapSentence, lineSentence } from '../../../src/reconcile/lineSentence.ts'
import type { Reconciliation } from '../../../src/reconcile/result.ts'
import { Notice } from '../parts/notice.tsx'

const TITLES: { readonly [status in Reconciliation['status']]: readonly ['good' | 'note' | 'bad', string] } =
  {
    exact: ['good', 'It did what the preview says, to the unit'],
    partial: ['note', 'What could be compared is equal'],
    different: ['bad', 'It did something else than the preview says'],
    failed: ['bad', 'It failed in its block; only gas was paid'],
  }

/** Messages are counted from 1 here, as everywhere on the page. */
const asCounted = (line: string): string =>
  line.replace(/^Message (\d+)/, (_, index: string) => `Message ${BigInt(index) + 1n}`)

/** The preview held against what happened, line by line. */
export function Settled({
  past: { hash, height, reconciliation },
}: {
  readonly past: {
    readonly hash: string
    readonly height: bigint
    readonly reconciliation: Reconciliation | null
  }
}) {
  const [tone, title] =
    reconciliation === null ? (['note', 'It could not be compared'] as const) : TITLES[reconciliation.status]
  return (
    <section class="card" aria-labelledby="settled-title">
      <h3 id="settled-title">What happened</h3>
      <Notice tone={tone} title={title}>
        <p>
          Block {`${height}`}, transaction <span class="address">{sanitize(hash)}</span>
        </p>
      </Notice>
      {reconciliation === null ? (
        <p>The node does not have the state before that block any more.</p>
      ) : (
        <details open={reconciliation.status !== 'exact'}>
          <summary>
            Line by line: {reconciliation.lines.filter(({ verdict }) => verdict === 'equal').length} of{' '}
            {reconciliation.lines.length} are equal
          </summary>
          <ul class="settled-lines">
            {reconciliation.lines.map(line => {
              const text = lineSentence(line)
              return (
                <li key={text} class={line.verdict === 'equal' ? 'equal' : 'other'} data-line={text}>
                  <span class="tag">{line.verdict}</span> {formatSentence(asCounted(text))}
                </li>
              )
            })}
            {reconciliation.notReconciled.map(gap => (
              <li key={gapSentence(gap)}>
                <span class="tag">not compared</span> {formatSentence(gapSentence(gap))}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
