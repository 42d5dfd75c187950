import type { Clock } from '../ledger/rpc/clock.ts'
import { RegenError } from '../primitives/errors.ts'
import { CALL_ABORTED } from '../primitives/errorTable.ts'

/** Waits, or ends with CALL_ABORTED when the caller's signal does. */
export const pause = (clock: Clock, milliseconds: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const abort = () => {
      cancel()
      reject(new RegenError(CALL_ABORTED, { method: 'waiting', by: 'signal' }))
    }
    const cancel = clock.after(milliseconds, () => {
      signal?.removeEventListener('abort', abort)
      resolve()
    })
    if (signal?.aborted) abort()
    else signal?.addEventListener('abort', abort, { once: true })
  })
