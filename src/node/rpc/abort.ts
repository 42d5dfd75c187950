import { RegenError } from '../../primitives/errors.ts'
import { CALL_ABORTED } from '../../primitives/errorTable.ts'

/** What can end a call from outside: its caller's signal, and the end of the connection, where that is ours. */
export type Ends = { readonly signal?: AbortSignal | undefined; readonly closed?: AbortSignal }

/**
 * Settles as a task does; or with CALL_ABORTED as soon as the call is ended. What the task does after that is not looked at: it must not
 * be one that sends something.
 */
export const unlessEnded = <Result>(task: Promise<Result>, method: string, ends: Ends): Promise<Result> =>
  new Promise((resolve, reject) => {
    const stops = [
      onAbort(ends.signal, () => reject(new RegenError(CALL_ABORTED, { method, by: 'signal' }))),
      onAbort(ends.closed, () => reject(new RegenError(CALL_ABORTED, { method, by: 'disconnect' }))),
    ]
    const stop = () => {
      for (const each of stops) each()
    }
    void task.then(resolve, reject).finally(stop)
  })

/** Throws CALL_ABORTED when the call has been ended. */
export function requireNotEnded(method: string, { signal, closed }: Ends): void {
  if (signal?.aborted) throw new RegenError(CALL_ABORTED, { method, by: 'signal' })
  if (closed?.aborted) throw new RegenError(CALL_ABORTED, { method, by: 'disconnect' })
}

/** What waits for each signal. Each signal has one listener, however many calls share it: Node warns of more than ten. */
const WAITING = new WeakMap<AbortSignal, Set<() => void>>()

/** Runs when the signal ends, at once if it has; what it gives back prevents that. */
function onAbort(signal: AbortSignal | undefined, run: () => void): () => void {
  if (signal?.aborted) run()
  if (signal === undefined || signal.aborted) return () => {}
  const waiting = WAITING.get(signal) ?? watch(signal)
  waiting.add(run)
  return () => waiting.delete(run)
}

function watch(signal: AbortSignal): Set<() => void> {
  const waiting = new Set<() => void>()
  WAITING.set(signal, waiting)
  const end = () => {
    for (const run of waiting) run()
    waiting.clear()
  }
  signal.addEventListener('abort', end, { once: true })
  return waiting
}
