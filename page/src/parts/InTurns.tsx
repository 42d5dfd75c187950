/** @jsxImportSource preact */
import { type ComponentChildren, Fragment } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/**
 * Its parts, drawn for the first time one after another, each in a task of its own: a browser that is slow listens to its reader in between. What is drawn once
 * changes at once, with everything else.
 */
export function InTurns({
  class: className,
  parts,
}: {
  readonly class?: string | undefined
  readonly parts: readonly ComponentChildren[]
}) {
  const [count, setCount] = useState(1)
  const isBusy = count < parts.length
  // Effects run when the part before is drawn.
  useEffect(() => {
    if (isBusy) setCount(count + 1)
  }, [isBusy, count])
  return (
    <div class={className} aria-busy={isBusy}>
      {parts.slice(0, count).map((part, at) => (
        <Fragment key={at}>{part}</Fragment>
      ))}
    </div>
  )
}
