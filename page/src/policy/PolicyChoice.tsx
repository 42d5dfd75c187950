/** @jsxImportSource preact */
import { Notice } from '../parts/notice.tsx'
import type { NamedPolicy } from './policyText.ts'

/** A choice between the policies that have a name, and one that the reader has changed. */
export function PolicyChoice({
  label,
  text,
  named,
  onChoose,
}: {
  readonly label: string
  readonly text: string
  readonly named: readonly NamedPolicy[]
  readonly onChoose: (text: string) => void
}) {
  return (
    <label>
      {label}
      <select value={text} onChange={event => onChoose(event.currentTarget.value)}>
        {named.map(({ name, what }) => (
          <option key={name} value={name}>
            {what}
          </option>
        ))}
        {text.startsWith('~') ? <option value={text}>Changed by you</option> : null}
      </select>
    </label>
  )
}

/** Says that the address has something that is no policy. */
export const UnreadPolicy = ({ which }: { readonly which: string }) => (
  <Notice tone="note" title={`${which} of this link cannot be read`}>
    <p>Model A, the default, stands in for it. The link may have been cut off on its way.</p>
  </Notice>
)
