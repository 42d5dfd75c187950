/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'

/** Copies the address of what is shown. It holds the state of the view, and no node. What no address can hold is said: the link would show something else. */
export function ShareButton({ missing = null }: { readonly missing?: string | null }) {
  const [said, setSaid] = useState('')
  const copy = async () => {
    if (missing !== null) {
      setSaid(`Too long for a link: ${missing}`)
      return
    }
    try {
      await navigator.clipboard.writeText(location.href)
      setSaid('Copied')
    } catch {
      setSaid('Copy it from the address bar')
    }
  }
  useEffect(() => {
    if (said === '') return undefined
    const timer = setTimeout(() => setSaid(''), 2500)
    return () => clearTimeout(timer)
  }, [said])
  return (
    <p class="share">
      <button type="button" class="quiet-button" onClick={() => void copy()}>
        {said === '' ? 'Copy link' : said}
      </button>
      <span class="visually-hidden" role="status">
        {said}
      </span>
    </p>
  )
}
