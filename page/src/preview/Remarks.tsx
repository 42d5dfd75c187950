/** @jsxImportSource preact */
import { STOPS_AT_FIRST } from '../../../src/cli/preview/verdict.ts'
import { warningSentence } from '../../../src/messages/warningSentences.ts'
import { formatSentence } from '../../../src/preview/words/formatSentence.ts'
import { remedyFor } from './remedies.ts'
import type { Shown } from './shown.ts'

/** Something that speaks against a transaction, or that a person should know. */
export type Remark = {
  readonly code: string
  readonly blocks: boolean
  readonly where: string
  readonly text: string
  readonly remedy: string | null
}

/** What the document and the ledger say against it, what would make the chain refuse first. */
export function remarksOf({ preview, findings, snapshot }: Shown): readonly Remark[] {
  const denoms = snapshot.settings.allowedDenoms
  const all = [
    ...findings.map(({ code, blocks, where, sentence }) => ({
      ...{ code, blocks, where },
      text: formatSentence(sentence, denoms),
      remedy: remedyFor(code),
    })),
    ...preview.warnings.map(warning => ({
      code: warning.code,
      blocks: warning.blocks,
      where: warning.messageIndex === undefined ? '' : `message ${warning.messageIndex + 1}`,
      text: formatSentence(warningSentence(warning), denoms),
      remedy: remedyFor(warning.code),
    })),
  ]
  const once = all.filter(
    ({ code, text, where }, index) =>
      all.findIndex(other => other.code === code && other.text === text && other.where === where) === index,
  )
  return [...once.filter(({ blocks }) => blocks), ...once.filter(({ blocks }) => !blocks)]
}

export function Remarks({ remarks }: { readonly remarks: readonly Remark[] }) {
  if (remarks.length === 0) return null
  const refused = new Set(remarks.filter(({ blocks }) => blocks).map(({ where }) => where))
  return (
    <section class="card" aria-labelledby="notes-title">
      <h3 id="notes-title">What to know</h3>
      <ul class="remarks">
        {remarks.map(({ code, blocks, where, text, remedy }) => (
          <li key={`${code} ${where} ${text}`} class={blocks ? 'blocks' : undefined}>
            <p>
              <span class="tag">{blocks ? 'would fail' : 'note'}</span> {text}
            </p>
            {remedy === null ? null : <p class="remedy">{remedy}</p>}
            <p class="code">
              {where === '' ? '' : `${where} · `}
              {code}
            </p>
          </li>
        ))}
      </ul>
      {refused.size > 1 ? <p class="quiet">{STOPS_AT_FIRST}</p> : null}
    </section>
  )
}
