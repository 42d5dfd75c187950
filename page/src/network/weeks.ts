import type { FeeTotal } from '../../../src/epoch/fees/feeBook.ts'
import { toChargedTransactions } from '../../../src/network/period/chargedTransactions.ts'
import { collectedOf } from '../../../src/network/period/collected.ts'
import type { Network } from '../../../src/network/readNetwork.ts'
import { worthAt } from '../../../src/network/views/worth.ts'
import { readPeriodHistory } from '../../../src/node/read/m015.ts'
import type { Rpc } from '../../../src/node/rpc/connectRpc.ts'
import type { PolicyConfig } from '../../../src/policy/policy.ts'
import { formatTime, parseTime, WEEK } from '../../../src/primitives/time.ts'
import type { Uregen } from '../../../src/primitives/uregen.ts'
import { takeSnapshot } from '../../../src/snapshot/takeSnapshot.ts'

/** What the acts of one week would have paid, by type; at least, where some have no price. */
export type WeekOfFees = {
  /** RFC 3339: its end. Weeks are counted back from the end of the period. */
  readonly to: string
  readonly totals: readonly FeeTotal[]
  /** In uregen, at the rates given. */
  readonly revenue: Uregen
}

/** The fees of a network that was read, week by week, the newest first; weeks without any are left out. Their sum is the period's. */
export async function readWeeks(
  rpc: Pick<Rpc, 'call' | 'abciQuery' | 'stats'>,
  { chainId, height, time, period, m013 }: Network,
  policy: PolicyConfig,
): Promise<readonly WeekOfFees[]> {
  const [history, { snapshot }] = await Promise.all([
    readPeriodHistory({ port: rpc, height }, period.blocks),
    takeSnapshot(rpc, 'everything', { chainId, height, policy }),
  ])
  const rates = {}
  const { worth } = worthAt(snapshot, policy, { rates })
  const { transactions } = toChargedTransactions(history.activity, worth, { memos: history.memos })
  const end = parseTime(time)
  const weekOf = (seconds: bigint): bigint => (end.seconds - seconds) / WEEK
  const weeks = [...new Set(transactions.map(({ time: at }) => weekOf(at)))]
  return weeks
    .toSorted((a, b) => Number(a - b))
    .map(week => {
      const acts = transactions.filter(({ time: at }) => weekOf(at) === week)
      const { totals, revenue } = collectedOf(
        { transactions: acts, unvalued: [] },
        { rates, policy, inForce: m013.inForce?.config ?? null },
      )
      return { to: formatTime({ ...end, seconds: end.seconds - week * WEEK }), totals, revenue }
    })
}
