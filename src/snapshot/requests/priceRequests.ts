import type { SourceRule } from '../../mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import type { FoundTx } from '../../node/decode/blocks/txPage.ts'
import { tellsPrice } from '../../node/history/toTradeSamples.ts'
import { toTrades } from '../../node/history/toTrades.ts'
import { readBlockTime } from '../../node/read/blockTime.ts'
import { ACTIVITY_SEARCHES, searchTxs, TXS_PER_PAGE } from '../../node/read/txSearch.ts'
import { isRegenError } from '../../primitives/errors.ts'
import { parseTime, WEEK } from '../../primitives/time.ts'
import type { PurchaseTx } from '../answers.ts'
import { EVERY_REQUESTS } from './everyRequests.ts'
import { nothingNext, type Plan, type Request } from './request.ts'

/**
 * What the price of any class is found in, as far as the policy looks there: past purchases, and open orders. A node without an index of
 * transactions cannot tell purchases, which is an error; prices that the caller states do not need any of this.
 */
export function priceRequests(rules: readonly SourceRule[]): readonly Request[] {
  const uses = (...sources: readonly string[]) => rules.some(({ source }) => sources.includes(source))
  return [
    ...(uses('twap-7d', 'last-trade') ? [purchasesRequest(1)] : []),
    ...(uses('lowest-ask') ? [EVERY_REQUESTS['sell order']()] : []),
  ]
}

/**
 * Purchases, a page at a time from the newest back, until a page reaches past seven days. A class whose last purchase is older than what
 * was read by then has no price from purchases.
 */
const purchasesRequest = (page: number): Request => ({
  key: `purchases, page ${page}`,
  ask: async ({ rpc, signal }) => {
    const search = { query: ACTIVITY_SEARCHES.purchases, page, order: 'desc' } as const
    const { txs, total } = await searchTxs({ port: rpc, signal }, search)
    const purchases = txs.map(({ hash, height, events }) => ({
      hash,
      height,
      trades: toTrades(events).filter(tellsPrice),
    }))
    const hasMore = txs.length > 0 && BigInt(page * TXS_PER_PAGE) < total
    return {
      height: null,
      answers: { purchases },
      next: plan => [
        ...purchases.filter(tx => tx.height <= plan.height && pricesAny(tx, plan)).map(timeRequest),
        ...(hasMore ? furtherBack(txs.at(-1) as FoundTx, page, plan) : []),
      ],
    }
  },
})

/** First the time of the oldest one, then, if it lies within the window, the page behind it. */
function furtherBack(oldest: FoundTx, page: number, plan: Plan): readonly Request[] {
  if (oldest.height > plan.height) return [purchasesRequest(page + 1)]
  const time = plan.timeOf(oldest.height)
  if (time === undefined) return [timeRequest(oldest)]
  return parseTime(time).seconds > plan.seconds - WEEK ? [purchasesRequest(page + 1)] : []
}

/** Whether a transaction has a purchase that tells the price of a class whose price is wanted. */
const pricesAny = ({ trades }: PurchaseTx, { isPriced }: Plan): boolean =>
  trades.some(trade => isPriced(trade.classId))

const timeRequest = ({ height }: Pick<FoundTx, 'height'>): Request => ({
  key: `time of block ${height}`,
  ask: async ({ rpc, signal }) => {
    try {
      const time = await readBlockTime({ port: rpc, signal }, height)
      return { height: null, answers: { blockTime: { height, time } }, next: nothingNext }
    } catch (error) {
      if (isPruned(error)) return { height: null, answers: {}, next: nothingNext }
      throw error
    }
  },
})

/** A node keeps its index of transactions longer than its blocks. A purchase in a block that is gone has no time, and is no sample. */
const isPruned = (error: unknown): boolean =>
  isRegenError(error, 'RPC_ERROR') && /height \d+ is not available, lowest height/.test(error.context.reason)
