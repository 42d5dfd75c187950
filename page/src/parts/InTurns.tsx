/** @jsxImportSource preact */
import { type ComponentChildren, Fragment } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'

/**
 * Its parts, drawn for the first time one after another, each in a task of its own: a browser that is slow listens to its reader in between. What is drawn once
 * changes at once, with everything else.
 */
export function InTurns({
  class: className,
  isOld = false,
  parts,
}: {
  readonly class?: string | undefined
  /** Something newer is on its way. */
  readonly isOld?: boolean
  readonly parts: readonly ComponentChildren[]
}) {
  const [count, setCount] = useState(1)
  const isBusy = count < parts.length
  useLayoutEffect(() => (isBusy ? whenPainted(() => setCount(count + 1)) : undefined), [isBusy, count])
  return (
    <div class={className} aria-busy={isBusy || isOld}>
      {parts.slice(0, count).map((part, at) => (
        <Fragment key={at}>{part}</Fragment>
      ))}
    </div>
  )
}

/** Without a picture for so long, as in a window behind others, it goes on without one. */
const NO_PICTURE_MS = 100

/** Once what is there now is painted. */
function whenPainted(next: () => void): () => void {
  let soon: ReturnType<typeof setTimeout> | undefined
  const frame = requestAnimationFrame(() => {
    soon = setTimeout(next)
  })
  const late = setTimeout(next, NO_PICTURE_MS)
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(soon)
    clearTimeout(late)
  }
}
