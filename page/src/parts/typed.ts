import type { TargetedEvent } from 'preact'
import { useState } from 'preact/hooks'

type Field = HTMLInputElement | HTMLTextAreaElement

/** For a field of text that counts when it is whole: what is half typed stays, whatever is drawn anew meanwhile. */
export function useTyped(value: string, onTyped: (text: string) => void) {
  const [typed, setTyped] = useState<string | null>(null)
  return {
    value: typed ?? value,
    spellcheck: false,
    autocomplete: 'off',
    onInput: (event: TargetedEvent<Field>) => setTyped(event.currentTarget.value),
    onChange: (event: TargetedEvent<Field>) => {
      setTyped(null)
      onTyped(event.currentTarget.value.trim())
    },
  } as const
}
