/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { useTyped } from './typed.ts'

/** A labelled line of text that counts when it is whole. */
export function TypedField({
  label,
  value,
  onTyped,
  invalid = false,
  describedBy,
  ...field
}: {
  readonly label: ComponentChildren
  readonly value: string
  readonly list?: string | undefined
  readonly inputMode?: 'decimal' | 'numeric' | undefined
  readonly placeholder?: string | undefined
  readonly invalid?: boolean
  /** What says more of it, by its id. */
  readonly describedBy?: string
  readonly onTyped: (text: string) => void
}) {
  return (
    <label>
      {label}
      <input
        type="text"
        {...field}
        {...useTyped(value, onTyped)}
        aria-invalid={invalid}
        aria-describedby={describedBy}
      />
    </label>
  )
}
