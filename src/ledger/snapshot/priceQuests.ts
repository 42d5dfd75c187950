import type { SourceRule } from '../../mechanisms/m013-value-based-fee-routing/valuation.ts'
import { parseTime } from '../../primitives/time.ts'
import type { FoundTx } from '../decode/txPage.ts'
import { readActivity } from '../history/readActivity.ts'
import { ACTIVITY_SEARCHES, readBlockTime, searchTxs, TXS_A_PAGE } from '../read/history.ts'
import { nothingNext, type Plan, type Quest } from './quest.ts'
import { EVERY_QUESTS } from './rowQuests.ts'

const SEVEN_DAYS = 7n * 86_400n

/** What the price of any class is found in, as far as the policy looks there: past purchases, and open orders. */
export function priceQuests(rules: readonly SourceRule[]): readonly Quest[] {
  const uses = (...sources: readonly string[]) => rules.some(({ source }) => sources.includes(source))
  return [
    ...(uses('twap-7d', 'last-trade') ? [purchasesQuest(1)] : []),
    ...(uses('lowest-ask') ? [EVERY_QUESTS['sell order']()] : []),
  ]
}

/**
 * Purchases, a page at a time from the newest back, until a page reaches past seven days. Of a class that was last bought before that, and
 * more than a page ago, no purchase is found.
 */
const purchasesQuest = (page: number): Quest => ({
  key: `purchases, page ${page}`,
  ask: async ({ rpc, signal }) => {
    const search = { query: ACTIVITY_SEARCHES.purchases, page, order: 'desc' } as const
    const { txs, total } = await searchTxs({ port: rpc, signal }, search)
    const hasMore = txs.length > 0 && BigInt(page * TXS_A_PAGE) < total
    return {
      height: null,
      finds: { purchases: txs },
      next: plan => [
        ...txs.filter(tx => tx.height <= plan.height && tellsPrice(tx, plan)).map(timeQuest),
        ...(hasMore ? furtherBack(txs.at(-1) as FoundTx, page, plan) : []),
      ],
    }
  },
})

/** First the time of the oldest one, then, if it lies within the window, the page behind it. */
function furtherBack(oldest: FoundTx, page: number, plan: Plan): readonly Quest[] {
  if (oldest.height > plan.height) return [purchasesQuest(page + 1)]
  const time = plan.timeOf(oldest.height)
  if (time === undefined) return [timeQuest(oldest)]
  return parseTime(time).seconds > plan.seconds - SEVEN_DAYS ? [purchasesQuest(page + 1)] : []
}

/** Whether a transaction has a purchase of a class whose price is wanted. */
const tellsPrice = (tx: FoundTx, { isPriced }: Plan): boolean =>
  readActivity([{ ...tx, time: '1970-01-01T00:00:00Z' }]).activity.some(
    item => item.kind === 'purchase' && isPriced(item.classId),
  )

const timeQuest = ({ height }: FoundTx): Quest => ({
  key: `time of block ${height}`,
  ask: async ({ rpc, signal }) => ({
    height: null,
    finds: { blockTime: { height, time: await readBlockTime({ port: rpc, signal }, height) } },
    next: nothingNext,
  }),
})
