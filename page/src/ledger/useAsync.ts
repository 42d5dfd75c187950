import { useEffect, useState } from 'preact/hooks'
import { type Failure, failureOf } from '../parts/notice.tsx'

/** A value that takes time. `old` while a newer one is on its way, or has failed to come. */
export type Loaded<Value> = {
  readonly value: Value | null
  readonly loading: boolean
  readonly failure: Failure | null
  readonly retry: () => void
}

/** Loads whenever `key` changes; null: nothing to load. What came before stays until something newer is there. */
export function useAsync<Value>(
  key: string | null,
  load: (signal: AbortSignal) => Promise<Value> | Value,
): Loaded<Value> {
  const [state, setState] = useState<Omit<Loaded<Value>, 'retry'>>({
    value: null,
    loading: key !== null,
    failure: null,
  })
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` names everything that `load` reads
  useEffect(() => {
    if (key === null) {
      setState({ value: null, loading: false, failure: null })
      return undefined
    }
    const controller = new AbortController()
    const unlessOver = (next: (before: Omit<Loaded<Value>, 'retry'>) => Omit<Loaded<Value>, 'retry'>) => {
      if (!controller.signal.aborted) setState(next)
    }
    unlessOver(before => ({ ...before, loading: true, failure: null }))
    Promise.resolve()
      .then(() => load(controller.signal))
      .then(
        value => unlessOver(() => ({ value, loading: false, failure: null })),
        (error: unknown) =>
          unlessOver(before => ({ value: before.value, loading: false, failure: failureOf(error) })),
      )
    return () => controller.abort()
  }, [key, attempt])
  return { ...state, retry: () => setAttempt(count => count + 1) }
}
