/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'

/** A labelled line of text that counts when it is whole: what is half typed stays, whatever is drawn anew meanwhile. */
export function TypedField({
  label,
  value,
  list,
  inputMode,
  placeholder,
  onTyped,
}: {
  readonly label: ComponentChildren
  readonly value: string
  readonly list?: string | undefined
  readonly inputMode?: 'decimal' | 'numeric' | undefined
  readonly placeholder?: string | undefined
  readonly onTyped: (text: string) => void
}) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <label>
      {label}
      <input
        type="text"
        {...{ list, inputMode, placeholder }}
        value={typed ?? value}
        spellcheck={false}
        autocomplete="off"
        onInput={event => setTyped(event.currentTarget.value)}
        onChange={event => {
          setTyped(null)
          onTyped(event.currentTarget.value.trim())
        }}
      />
    </label>
  )
}
