import type { Rpc } from '../node/rpc/connectRpc.ts'
import { RegenError } from '../primitives/errors.ts'
import { READ_LIMIT_REACHED } from '../primitives/errorTable.ts'

/** The most that one snapshot may take, whatever a node answers. */
export type ReadLimits = {
  /** Waves: requests that leave together. Each page of a list after the first needs one more. */
  readonly waves: number
  readonly queries: number
  /** Bytes of all answers together, unpacked. */
  readonly bytes: number
  readonly milliseconds: number
}

/** Far above what a snapshot of everything on Regen Ledger takes: four waves, some hundred queries, 2 MB. */
export const READ_LIMITS: ReadLimits = {
  waves: 200,
  queries: 20_000,
  bytes: 100_000_000,
  milliseconds: 300_000,
}

/** Counts what is asked and answered on a connection; over a limit, READ_LIMIT_REACHED. */
export type Bounded = {
  readonly rpc: Pick<Rpc, 'call' | 'abciQuery'>
  /** Called before each wave. */
  readonly nextWave: () => void
}

export function bounded(
  rpc: Pick<Rpc, 'call' | 'abciQuery'>,
  limits: ReadLimits,
  now: () => number = Date.now,
): Bounded {
  const count = { waves: 0, queries: 0, bytes: 0 }
  const start = now()
  const over = (query: string, what: keyof ReadLimits, most: number) =>
    new RegenError(READ_LIMIT_REACHED, { query, what, most })
  function add(what: keyof typeof count, more: number, query: string): void {
    count[what] += more
    if (count[what] > limits[what]) throw over(query, what, limits[what])
    if (now() - start >= limits.milliseconds) throw over(query, 'milliseconds', limits.milliseconds)
  }
  return {
    nextWave: () => add('waves', 1, 'the snapshot'),
    rpc: {
      call: async (method, params, signal) => {
        add('queries', 1, method)
        const result = await rpc.call(method, params, signal)
        add('bytes', sizeOf(result), method)
        return result
      },
      abciQuery: async query => {
        add('queries', 1, query.path)
        const answer = await rpc.abciQuery(query)
        add('bytes', answer.value.length, query.path)
        return answer
      },
    },
  }
}

/** About how many bytes some JSON data has; it is at most 100 deep. */
function sizeOf(json: unknown): number {
  if (typeof json === 'string') return json.length + 2
  if (typeof json !== 'object' || json === null) return 4
  let size = 2
  for (const [name, value] of Object.entries(json)) size += name.length + sizeOf(value)
  return size
}
