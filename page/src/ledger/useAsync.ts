import { useEffect, useState } from 'preact/hooks'
import { type Failure, failureOf } from '../parts/notice.tsx'

/** A value that takes time. `old` while a newer one is on its way, or has failed to come. */
export type Loaded<Value> = {
  readonly value: Value | null
  readonly loading: boolean
  readonly failure: Failure | null
  readonly retry: () => void
}

/** What there is, and what it was asked for. */
type State<Value> = Omit<Loaded<Value>, 'retry'> & { readonly asked: string | null }

/** Loads whenever `key` changes; null: nothing to load. What came before stays until something newer is there. */
export function useAsync<Value>(
  key: string | null,
  load: (signal: AbortSignal) => Promise<Value> | Value,
): Loaded<Value> {
  const [attempt, setAttempt] = useState(0)
  const asked = key === null ? null : `${attempt} ${key}`
  const [{ value, loading, failure, asked: begun }, setState] = useState<State<Value>>({
    ...{ value: null, loading: true, failure: null, asked },
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` names everything that `load` reads
  useEffect(() => {
    if (asked === null) {
      setState({ value: null, loading: false, failure: null, asked })
      return undefined
    }
    const controller = new AbortController()
    const unlessOver = (next: (before: State<Value>) => Omit<State<Value>, 'asked'>) => {
      if (!controller.signal.aborted) setState(before => ({ ...next(before), asked }))
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
  }, [asked])
  // From the moment that something else is asked, not from when it begins to load: until then one could act on what is old.
  const isLoading = asked !== null && (loading || begun !== asked)
  return { value, loading: isLoading, failure, retry: () => setAttempt(count => count + 1) }
}
