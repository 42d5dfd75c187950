import type { NodeStatus } from '../decode/status.ts'
import { readBlockTime } from '../read/history.ts'
import { readStatus, requireChain } from '../read/node.ts'
import type { Rpc } from '../rpc/connectRpc.ts'
import type { Finds } from './finds.ts'
import { nothingNext, type Plan, type Quest, type Reply, unique } from './quest.ts'

/** Calls and HTTP requests of one wave; retries count as requests. */
export type WaveStats = { readonly queries: number; readonly requests: number }

/** Quests and their replies, asked in waves: all quests of one leave in one tick. */
export type Waves = {
  readonly ask: (quests: readonly Quest[], height: bigint | 'latest') => Promise<void>
  /** Undefined before the first wave. */
  readonly status: () => NodeStatus | undefined
  readonly finds: () => readonly Finds[]
  /** What to ask next: again what came from another height, what replies lead to, and of `wanted` what was not asked yet. */
  readonly open: (wanted: readonly Quest[], plan: Plan) => readonly Quest[]
  readonly stats: () => readonly WaveStats[]
}

/** Where the node stands: its newest height becomes that of the snapshot, or the height given, with the time of that block. */
export const statusQuest = (at: bigint | undefined): Quest => ({
  key: STATUS,
  ask: async ({ rpc, signal }) => {
    const [status, block] = await Promise.all([
      readStatus(rpc, signal),
      at === undefined ? {} : readBlockTime({ port: rpc, signal }, at).then(time => ({ height: at, time })),
    ])
    return { height: null, finds: { status: { ...status, ...block } }, next: nothingNext }
  },
})

const STATUS = 'status'

export function openWaves(
  rpc: Pick<Rpc, 'call' | 'abciQuery' | 'stats'>,
  { chainId, signal }: { readonly chainId: string | undefined; readonly signal: AbortSignal | undefined },
): Waves {
  const known = new Map<string, { readonly quest: Quest; readonly reply: Reply }>()
  const stats: WaveStats[] = []
  const statusOf = () => known.get(STATUS)?.reply.finds.status

  return {
    async ask(quests, height) {
      const { httpRequests, calls } = rpc.stats()
      const settled = await Promise.allSettled(quests.map(({ ask }) => ask({ rpc, height, signal })))
      const after = rpc.stats()
      stats.push({ queries: after.calls - calls, requests: after.httpRequests - httpRequests })
      quests.forEach((quest, index) => {
        const result = settled[index]
        if (result?.status === 'fulfilled') known.set(quest.key, { quest, reply: result.value })
      })
      // On another chain many things fail: that it is another one says more than any of these failures.
      const status = statusOf()
      if (status) requireChain(status, chainId)
      const failed = settled.find(result => result.status === 'rejected')
      if (failed) throw failed.reason
    },
    status: statusOf,
    finds: () => [...known.values()].map(({ reply }) => reply.finds),
    open(wanted, plan) {
      const isThere = ({ reply }: { reply: Reply }) => reply.height === null || reply.height === plan.height
      const all = [...known.values()]
      const again = all.filter(entry => !isThere(entry)).map(({ quest }) => quest)
      const further = [...all.filter(isThere).flatMap(({ reply }) => reply.next(plan)), ...wanted]
      return [...again, ...unique(further.filter(({ key }) => !known.has(key)))]
    },
    stats: () => stats,
  }
}
