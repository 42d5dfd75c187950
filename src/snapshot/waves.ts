import type { NodeStatus } from '../node/decode/blocks/status.ts'
import { readBlockTime } from '../node/read/blockTime.ts'
import { readStatus, requireChain } from '../node/read/node.ts'
import type { Rpc } from '../node/rpc/connectRpc.ts'
import { RegenError } from '../primitives/errors.ts'
import { HEIGHT_MISMATCH } from '../primitives/errorTable.ts'
import type { Answers } from './answers.ts'
import { bounded, type ReadLimits } from './bounds.ts'
import { nothingNext, type Plan, type Reply, type Request, unique } from './requests/request.ts'
import { stateAge } from './stateAge.ts'

/** Calls and HTTP requests of one wave; retries count as requests. */
export type WaveStats = { readonly queries: number; readonly requests: number }

/** Requests and their replies, asked in waves: all requests of one leave in one tick. */
export type Waves = {
  readonly ask: (requests: readonly Request[], height: bigint | 'latest') => Promise<void>
  /** Undefined before the first wave. */
  readonly status: () => NodeStatus | undefined
  readonly answers: () => readonly Answers[]
  /** What to ask next: again what came from another height, what replies lead to, and of `wanted` what was not asked yet. */
  readonly open: (wanted: readonly Request[], plan: Plan) => readonly Request[]
  readonly stats: () => readonly WaveStats[]
}

/** Where the node stands: its newest height becomes that of the snapshot, or the height given, with the time of that block. */
export const statusRequest = (at: bigint | undefined): Request => ({
  key: STATUS,
  ask: async ({ rpc, signal, answeredAt }) => {
    const [status, block] = await Promise.all([
      readStatus(rpc, signal),
      at === undefined ? null : readBlockTime({ port: rpc, signal }, at).then(time => ({ height: at, time })),
    ])
    const age = block === null ? { age: stateAge(status, answeredAt()) } : {}
    return { height: null, answers: { status: { ...status, ...block }, ...age }, next: nothingNext }
  },
})

const STATUS = 'status'

/** What a snapshot asks of a connection. */
export type SnapshotPort = Pick<Rpc, 'call' | 'abciQuery' | 'stats'> & Partial<Pick<Rpc, 'answeredAt'>>

type Asking = {
  readonly chainId: string | undefined
  readonly signal: AbortSignal | undefined
  readonly limits: ReadLimits
}

export function openWaves(
  connection: SnapshotPort,
  { chainId, signal, limits }: Pick<Asking, 'chainId' | 'signal' | 'limits'>,
): Waves {
  const { rpc, nextWave } = bounded(connection, limits)
  const answeredAt = () => connection.answeredAt?.() ?? Date.now()
  const known = new Map<string, { readonly request: Request; readonly reply: Reply }>()
  const stats: WaveStats[] = []
  const statusOf = () => known.get(STATUS)?.reply.answers.status

  return {
    async ask(requests, height) {
      nextWave()
      const { httpRequests, calls } = connection.stats()
      const asked = { rpc, height, signal, answeredAt, connection: connection.abciQuery }
      const settled = await Promise.allSettled(requests.map(({ ask }) => ask(asked)))
      const after = connection.stats()
      stats.push({ queries: after.calls - calls, requests: after.httpRequests - httpRequests })
      requests.forEach((request, index) => {
        const result = settled[index]
        if (result?.status !== 'fulfilled') return
        const { height: answered } = result.value
        // A connection of somebody else may not check heights; what came from another one would be asked again for ever.
        if (height !== 'latest' && answered !== null && answered !== height)
          throw new RegenError(HEIGHT_MISMATCH, {
            origin: 'the node',
            query: request.key,
            asked: height,
            answered,
          })
        known.set(request.key, { request, reply: result.value })
      })
      // On another chain many things fail: that it is another one says more than any of these failures.
      const status = statusOf()
      if (status) requireChain(status, chainId)
      const failed = settled.find(result => result.status === 'rejected')
      if (failed) throw failed.reason
    },
    status: statusOf,
    answers: () => [...known.values()].map(({ reply }) => reply.answers),
    open(wanted, plan) {
      const isThere = ({ reply }: { reply: Reply }) => reply.height === null || reply.height === plan.height
      const all = [...known.values()]
      const again = all.filter(entry => !isThere(entry)).map(({ request }) => request)
      const further = [...all.filter(isThere).flatMap(({ reply }) => reply.next(plan)), ...wanted]
      return [...again, ...unique(further.filter(({ key }) => !known.has(key)))]
    },
    stats: () => stats,
  }
}
