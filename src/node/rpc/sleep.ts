import { type Ends, unlessEnded } from './abort.ts'
import type { Clock } from './clock.ts'

/** Waits, or ends with CALL_ABORTED as soon as the call is ended, which `method` names. */
export async function sleep(
  clock: Clock,
  milliseconds: number,
  ends: Ends,
  method = 'waiting',
): Promise<void> {
  let cancel = () => {}
  const rest = new Promise<void>(resolve => {
    cancel = clock.after(milliseconds, resolve)
  })
  await unlessEnded(rest, method, ends).finally(() => cancel())
}
