/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

/** What stands behind a number or a word: in words, and for a number its formula, operands and source. */
export type Explanation = {
  readonly title: string
  readonly text?: string
  readonly formula?: string
  readonly operands?: readonly (readonly [name: string, value: string])[]
  readonly source?: string
}

type Shown = { readonly about: Explanation; readonly anchor: HTMLElement }

let show: (shown: Shown) => void = () => {}

/** Something that opens its explanation when touched, clicked or chosen with the keyboard. */
export function Explained({
  about,
  kind = 'number',
  children,
}: {
  readonly about: Explanation
  readonly kind?: 'number' | 'term'
  readonly children: ComponentChildren
}) {
  return (
    <button
      type="button"
      class={kind}
      aria-haspopup="dialog"
      onClick={event => show({ about, anchor: event.currentTarget })}
    >
      {children}
    </button>
  )
}

const WIDTH = 360

/** Where explanations appear: one for the whole page. Escape and a click elsewhere close it, and the focus returns. */
export function ExplanationHost() {
  const [shown, setShown] = useState<Shown | null>(null)
  const box = useRef<HTMLDivElement>(null)
  show = setShown
  // At once: the end of the one before is told a moment later, and would be taken for the end of this one.
  useLayoutEffect(() => {
    const element = box.current
    if (element === null || shown === null) return
    const { left, bottom, top } = shown.anchor.getBoundingClientRect()
    const isNarrow = innerWidth < 640
    element.style.left = isNarrow ? '' : `${Math.max(12, Math.min(left, innerWidth - WIDTH - 24))}px`
    element.style.top = isNarrow || bottom > innerHeight * 0.6 ? '' : `${bottom + 8}px`
    element.style.bottom = !isNarrow && bottom > innerHeight * 0.6 ? `${innerHeight - top + 8}px` : ''
    element.classList.toggle('sheet', isNarrow)
    if (!element.matches(':popover-open')) element.showPopover()
    element.querySelector('button')?.focus()
    return undefined
  }, [shown])
  useLayoutEffect(() => {
    const close = () => {
      if (box.current?.matches(':popover-open')) box.current.hidePopover()
    }
    addEventListener('popstate', close)
    return () => removeEventListener('popstate', close)
  }, [])
  const about = shown?.about
  return (
    <div
      ref={box}
      class="explanation"
      popover="auto"
      role="dialog"
      aria-label={about?.title ?? 'Explanation'}
      onToggle={event => {
        // It may be open again already, for the next number.
        if (event.newState === 'closed' && !event.currentTarget.matches(':popover-open')) {
          shown?.anchor.focus()
          setShown(null)
        }
      }}
    >
      {about === undefined ? null : (
        <>
          <h2>{about.title}</h2>
          {about.text === undefined ? null : <p>{about.text}</p>}
          {about.formula === undefined ? null : <pre class="formula">{about.formula}</pre>}
          {about.operands === undefined || about.operands.length === 0 ? null : (
            <dl class="pairs">
              {about.operands.map(([name, value]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          )}
          {about.source === undefined ? null : <p class="source">Source: {about.source}</p>}
          <button type="button" class="quiet-button" onClick={() => box.current?.hidePopover()}>
            Close
          </button>
        </>
      )}
    </div>
  )
}
