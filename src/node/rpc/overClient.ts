import type { AbciAnswer, AbciQuery } from './abciQuery.ts'
import { requireNotEnded, unlessEnded } from './abort.ts'
import { type Clock, systemClock } from './clock.ts'
import type { Rpc } from './connectRpc.ts'
import { isToCome } from './remedy.ts'
import { sleep } from './sleep.ts'

/** What is read over a client that is not ours. */
export type ClientRpc = Pick<Rpc, 'call' | 'abciQuery' | 'stats'>

/** How such a client is asked, once. */
type Ask = {
  readonly call: (method: string, params: object) => Promise<unknown>
  readonly abciQuery: (query: AbciQuery) => Promise<AbciAnswer>
}

/** Milliseconds before a height that is still to come is asked for again. */
const PAUSES = [100, 200, 400, 800]

/**
 * A client that is not ours, and asks nothing twice, as a connection. It ends with the signal of a call, CALL_ABORTED. Any height that the application does
 * not have yet is asked for again, for a second and a half: a node tells its newest block before its application has kept it.
 */
export function overClient(client: Ask, clock: Clock = systemClock): ClientRpc {
  const stats = { httpRequests: 0, calls: 0, retries: 0, failovers: 0 }

  async function ask<Answer>(
    method: string,
    signal: AbortSignal | undefined,
    once: () => Promise<Answer>,
    repeats = 0,
  ): Promise<Answer> {
    const ends = { signal }
    requireNotEnded(method, ends)
    stats.httpRequests++
    stats[repeats > 0 ? 'retries' : 'calls']++
    try {
      return await unlessEnded(once(), method, ends)
    } catch (error) {
      const pause = PAUSES[repeats]
      if (pause === undefined || !isToCome(error)) throw error
      await sleep(clock, pause, ends, method)
    }
    return ask(method, signal, once, repeats + 1)
  }

  return {
    call: (method, params, signal) => ask(method, signal, () => client.call(method, params)),
    abciQuery: query => ask('abci_query', query.signal, () => client.abciQuery(query)),
    stats: () => ({ ...stats }),
  }
}
