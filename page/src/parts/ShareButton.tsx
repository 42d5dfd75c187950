/** @jsxImportSource preact */
import { useState } from 'preact/hooks'

/** Copies the address of what is shown. It holds the state of the view, and no node. */
export function ShareButton() {
  const [said, setSaid] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href)
      setSaid('Copied')
    } catch {
      setSaid('Copy it from the address bar')
    }
    setTimeout(() => setSaid(''), 2500)
  }
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
