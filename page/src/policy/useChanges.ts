import { useRef } from 'preact/hooks'
import type { Navigation } from '../route.ts'
import { askPolicy } from './ask.ts'

type Side = 'a' | 'b'

/** What each side is where the address does not say. */
const BEGINS = { a: 'model-a', b: 'compromise' } as const

/** Another answer to one question of a policy. Fails with what is wrong with it. */
export type ChangeAnswer = (side: Side, section: string, knob: string, value: unknown) => Promise<void>

/**
 * Changes answers one after another: each begins with the policy that the one before it led to, also where that is not drawn yet. Whoever chooses another policy
 * meanwhile, or another view, has chosen: then an answer changes nothing.
 */
export function useChanges({ now, stay }: Navigation): ChangeAnswer {
  const last = useRef<Promise<unknown>>(Promise.resolve())
  const latest = useRef(stay)
  latest.current = stay
  // What the latest change led to.
  const led = useRef<string | undefined>(undefined)
  return (side, section, knob, value) => {
    const asked = now().state[side]
    const change = async () => {
      const before = now().state[side]
      if (before !== asked && before !== led.current) return
      const text = await askPolicy('change', [before ?? BEGINS[side], section, knob, value])
      const { view, state } = now()
      if (view !== 'policy' || state[side] !== before) return
      led.current = text
      latest.current({ ...state, [side]: text })
    }
    const changed = last.current.then(change, change)
    last.current = changed
    return changed
  }
}
