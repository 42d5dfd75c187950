/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { LedgerSnapshot } from '../../../src/preview/snapshot.ts'
import { toJson } from '../../../src/primitives/canonical.ts'
import { EXAMPLES } from './examples.ts'
import type { Given } from './given.ts'
import { MessageForm } from './MessageForm.tsx'

const MODES = [
  ['examples', 'Examples'],
  ['build', 'Build'],
  ['paste', 'Paste'],
] as const

/** More than that is no transaction. */
const LARGEST_FILE = 1_000_000

/** Where a transaction comes from: an example, a form, or something pasted or dropped. */
export function Compose({
  mode,
  example,
  text,
  given,
  snapshot,
  onExample,
  onMode,
  onText,
}: {
  readonly mode: string
  readonly example: string | null
  readonly text: string
  readonly given: Given | null
  readonly snapshot: LedgerSnapshot | null
  readonly onExample: (name: string) => void
  readonly onMode: (mode: string) => void
  readonly onText: (text: string, mode: string, isNew: boolean) => void
}) {
  const [isOver, setIsOver] = useState(false)
  const [problem, setProblem] = useState('')
  const drop = async (file: File | undefined) => {
    setProblem('')
    if (file === undefined) return
    if (file.size > LARGEST_FILE) setProblem('This file is larger than any transaction.')
    else onText(await file.text(), 'paste', true)
  }
  return (
    <section
      class={`compose card${isOver ? ' over' : ''}`}
      aria-labelledby="compose-title"
      onDragOver={event => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={event => {
        event.preventDefault()
        setIsOver(false)
        void drop(event.dataTransfer?.files[0])
      }}
    >
      <h2 id="compose-title">The transaction</h2>
      <div class="modes" role="group" aria-label="Where it comes from">
        {MODES.map(([name, label]) => (
          <button key={name} type="button" aria-pressed={mode === name} onClick={() => onMode(name)}>
            {label}
          </button>
        ))}
      </div>
      {mode === 'examples' ? (
        <ul class="examples">
          {Object.entries(EXAMPLES).map(([name, { title, what }]) => (
            <li key={name}>
              <button type="button" aria-pressed={example === name} onClick={() => onExample(name)}>
                <strong>{title}</strong>
                <span>{what}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {mode === 'build' ? (
        <MessageForm
          messages={messagesIn(given)}
          snapshot={snapshot}
          onChange={messages => onText(JSON.stringify({ messages }, null, 1), 'build', false)}
        />
      ) : null}
      {mode === 'paste' ? (
        <>
          <label>
            Messages or a transaction as JSON, a request to sign, base64, hexadecimal, or the hash of a
            transaction
            <textarea
              rows={14}
              spellcheck={false}
              autocomplete="off"
              value={prettyText(text)}
              onInput={event => onText(event.currentTarget.value, 'paste', false)}
            />
          </label>
          <label class="file">
            Or a file; it can also be dropped here
            <input
              type="file"
              accept=".json,.txt,.base64"
              onChange={event => void drop(event.currentTarget.files?.[0])}
            />
          </label>
        </>
      ) : null}
      {problem === '' ? null : (
        <p class="field-problem" role="alert">
          {problem}
        </p>
      )}
    </section>
  )
}

/** What was read, as a form can hold it. */
const messagesIn = (
  given: Given | null,
): readonly { readonly typeUrl: string; readonly value: unknown }[] => {
  const messages =
    given?.kind === 'messages'
      ? given.messages
      : given?.kind === 'request' && given.request.kind === 'transaction'
        ? given.request.messages
        : []
  return messages.map(({ typeUrl, value }) => ({ typeUrl, value: toJson(value) }))
}

/** JSON of one line is laid out, so that it can be read. */
function prettyText(text: string): string {
  if (!/^\s*[[{]/.test(text) || text.includes('\n')) return text
  try {
    return JSON.stringify(JSON.parse(text), null, 1)
  } catch {
    return text
  }
}
