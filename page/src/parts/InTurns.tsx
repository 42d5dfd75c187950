/** @jsxImportSource preact */
import { type ComponentChildren, Fragment } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'

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
  useLayoutEffect(() => (isBusy ? whenPainted(() => setCount(count + 1)) : undefined), [isBusy, count])
  return (
    <div class={className} aria-busy={isBusy}>
      {parts.slice(0, count).map((part, at) => (
        <Fragment key={at}>{part}</Fragment>
      ))}
    </div>
  )
}

/** Once what is there now is painted; at once where nothing is, as in a tab behind others. */
function whenPainted(next: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = () => {
    timer = setTimeout(next)
  }
  const frame = document.hidden ? soon() : requestAnimationFrame(soon)
  return () => {
    if (frame !== undefined) cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}
