import { type Ends, unlessEnded } from './abort.ts'
import type { Clock } from './clock.ts'

/** Waits, or ends with CALL_ABORTED as soon as the call is ended. */
export async function sleep(clock: Clock, milliseconds: number, ends: Ends): Promise<void> {
  let cancel = () => {}
  const rest = new Promise<void>(resolve => {
    cancel = clock.after(milliseconds, resolve)
  })
  await unlessEnded(rest, 'waiting', ends).finally(() => cancel())
}
