/** @jsxImportSource preact */
import { useMemo, useState } from 'preact/hooks'
import { previewJson } from '../../../src/preview/previewJson.ts'
import { formatSentence } from '../../../src/preview/words/formatSentence.ts'
import { toJson } from '../../../src/primitives/canonical.ts'
import type { Shown } from './shown.ts'

/** What the numbers rest on, and the same as data, as the command line prints it. */
export function Behind({ shown: { preview, gas } }: { readonly shown: Shown }) {
  const [isOpen, setIsOpen] = useState(false)
  const json = useMemo(
    () =>
      isOpen
        ? visible(JSON.stringify({ gas: toJson(gas), ...(previewJson(preview) as object) }, null, 1))
        : '',
    [isOpen, preview, gas],
  )
  return (
    <section class="card behind" aria-label="What stands behind the numbers">
      <details>
        <summary>What the numbers rest on</summary>
        <ul class="assumptions">
          {preview.assumptions.map(({ question, text }) => (
            <li key={text}>
              {formatSentence(text)} {question === null ? null : <span class="code">{question}</span>}
            </li>
          ))}
        </ul>
      </details>
      <details onToggle={event => setIsOpen(event.currentTarget.open)}>
        <summary>As data (JSON)</summary>
        <pre class="data" role="region" tabIndex={0} aria-label="The preview as JSON">
          {json}
        </pre>
      </details>
    </section>
  )
}

/** JSON in which characters that cannot be seen, or that turn the reading direction, stand as their escapes. */
const visible = (json: string): string =>
  json.replace(/(?!\n)[\p{C}\p{Zl}\p{Zp}]/gu, found =>
    Array.from(
      { length: found.length },
      (_, at) => `\\u${found.charCodeAt(at).toString(16).padStart(4, '0')}`,
    ).join(''),
  )
