import { useEffect, useState } from 'preact/hooks'
import { type Failure, failureOf } from '../parts/notice.tsx'

/** A value that takes time. The one before stays while a newer one is `loading`, and where the newer one failed. */
export type Loaded<Value> = {
  readonly value: Value | null
  readonly loading: boolean
  readonly failure: Failure | null
  readonly retry: () => void
}

type Answered<Value> = {
  /** To which question; null: none was asked. */
  readonly asked: string | null
  readonly value: Value | null
  readonly failure: Failure | null
}

const NOTHING = { asked: null, value: null, failure: null }

/**
 * Loads whenever `key` changes; null: nothing to load. What came before stays until something newer is there, and counts as loading from the moment on at which
 * the key is another one: nothing is done with it in between.
 */
export function useAsync<Value>(
  key: string | null,
  load: (signal: AbortSignal) => Promise<Value> | Value,
): Loaded<Value> {
  const [answered, setAnswered] = useState<Answered<Value>>(NOTHING)
  const [attempt, setAttempt] = useState(0)
  const asked = key === null ? null : `${attempt} ${key}`
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` names everything that `load` reads
  useEffect(() => {
    if (asked === null) {
      setAnswered(NOTHING)
      return undefined
    }
    const controller = new AbortController()
    const { signal } = controller
    const unlessOver = (next: (before: Answered<Value>) => Answered<Value>) => {
      if (!signal.aborted) setAnswered(next)
    }
    Promise.resolve()
      .then(() => load(signal))
      .then(
        value => unlessOver(() => ({ asked, value, failure: null })),
        (error: unknown) => unlessOver(before => ({ asked, value: before.value, failure: failureOf(error) })),
      )
    return () => controller.abort()
  }, [asked])
  const isNow = answered.asked === asked
  return {
    value: asked === null ? null : answered.value,
    loading: asked !== null && !isNow,
    failure: isNow ? answered.failure : null,
    retry: () => setAttempt(count => count + 1),
  }
}
