/** @jsxImportSource preact */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { LedgerSnapshot } from '../../../src/preview/snapshot.ts'
import { toJson } from '../../../src/primitives/canonical.ts'
import { FileField } from '../parts/FileField.tsx'
import { useFile } from '../parts/useFile.ts'
import { EXAMPLES } from './examples.ts'
import type { Given } from './given.ts'
import { MessageForm } from './MessageForm.tsx'
import type { Draft } from './OneMessage.tsx'

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
  isReading,
  snapshot,
  onExample,
  onMode,
  onText,
}: {
  readonly mode: string
  readonly example: string | null
  readonly text: string
  readonly given: Given | null
  /** `given` is of an older text. */
  readonly isReading: boolean
  readonly snapshot: LedgerSnapshot | null
  readonly onExample: (name: string) => void
  readonly onMode: (mode: string) => void
  readonly onText: (text: string, mode: string, isNew: boolean) => void
}) {
  const [isOver, setIsOver] = useState(false)
  const file = useFile(text, LARGEST_FILE, dropped => onText(dropped, 'paste', true))
  const drop = useRef(file.read)
  drop.current = file.read
  // From the first drawing on, and anywhere on the page: a browser would leave the page to open a file that is dropped beside a field.
  useLayoutEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setIsOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false)
    }
    const take = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setIsOver(false)
      void drop.current(event.dataTransfer.files[0])
    }
    addEventListener('dragover', over)
    addEventListener('dragleave', leave)
    addEventListener('drop', take)
    return () => {
      removeEventListener('dragover', over)
      removeEventListener('dragleave', leave)
      removeEventListener('drop', take)
    }
  }, [])
  return (
    <section class={`compose card${isOver ? ' over' : ''}`} aria-labelledby="compose-title">
      <h2 id="compose-title">The transaction</h2>
      <div class="modes" role="group" aria-label="Where it comes from">
        {MODES.map(([name, label]) => (
          <button key={name} type="button" aria-pressed={mode === name} onClick={() => onMode(name)}>
            {label}
          </button>
        ))}
      </div>
      {mode === 'examples' ? (
        <>
          <p class="quiet">Of the test chain: its accounts and prices are made up.</p>
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
        </>
      ) : null}
      {mode === 'build' ? <Build {...{ text, given, isReading, snapshot }} onText={onText} /> : null}
      {mode === 'paste' ? (
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
      ) : null}
      {mode === 'paste' || file.problem !== '' ? (
        <FileField
          label="Or a file; it can also be dropped on the page"
          accept=".json,.txt,.base64"
          file={file}
        />
      ) : null}
    </section>
  )
}

/** The text as forms. While it is read that is no text of a form, there is nothing to change: what was read before is another one. */
function Build({
  text,
  given,
  isReading,
  snapshot,
  onText,
}: Pick<Parameters<typeof Compose>[0], 'text' | 'given' | 'isReading' | 'snapshot' | 'onText'>) {
  const drafts = draftsIn(text)
  if (drafts === null && isReading) return <p role="status">Reading …</p>
  return (
    <MessageForm
      messages={drafts ?? messagesIn(given)}
      snapshot={snapshot}
      onChange={messages => onText(JSON.stringify({ messages }, null, 1), 'build', false)}
    />
  )
}

/** What was read, as a form can hold it. */
const messagesIn = (given: Given | null): readonly Draft[] => {
  const messages =
    given?.kind === 'messages'
      ? given.messages
      : given?.kind === 'request' && given.request.kind === 'transaction'
        ? given.request.messages
        : []
  return messages.map(({ typeUrl, value }) => ({ typeUrl, value: toJson(asText(value)) }))
}

/** Bytes in a message as base64, as its JSON form has them. */
const asText = (value: unknown): unknown =>
  value instanceof Uint8Array
    ? btoa(Array.from(value, byte => String.fromCharCode(byte)).join(''))
    : Array.isArray(value)
      ? value.map(asText)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).map(([name, field]) => [name, asText(field)]))
        : value

/** Messages as a form writes them. They come from the text itself: what is half typed is kept, and a slow node holds up nothing. */
function draftsIn(text: string): readonly Draft[] | null {
  try {
    const json = JSON.parse(text) as { readonly messages?: unknown }
    const messages = Array.isArray(json) ? json : json.messages
    if (!Array.isArray(messages)) return null
    const isDraft = (one: unknown): one is Draft =>
      typeof one === 'object' &&
      one !== null &&
      Object.keys(one).toSorted().join() === 'typeUrl,value' &&
      typeof (one as Draft).typeUrl === 'string'
    return messages.every(isDraft) ? messages : null
  } catch {
    return null
  }
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
