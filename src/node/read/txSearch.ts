import { RegenError } from '../../primitives/errors.ts'
import { READ_LIMIT_REACHED, RESPONSE_INVALID } from '../../primitives/errorTable.ts'
import { type FoundTx, type TxPage, toTxPage } from '../decode/blocks/txPage.ts'
import type { HistoricTx } from '../history/activity.ts'
import type { Rpc } from '../rpc/connectRpc.ts'
import type { NodeAt } from './ask.ts'
import { readBlockTime } from './blockTime.ts'

/** A connection for the ledger and for what happened before; `height` is the last block that counts. */
export type ChainAt = NodeAt & { readonly port: Pick<Rpc, 'call'> }

/** Blocks from one height to another, both included. */
export type Blocks = { readonly from: bigint; readonly to: bigint }

/** What is searched for, so that every kind of activity is found: each leaves one of these events. */
export const ACTIVITY_SEARCHES = {
  purchases: 'regen.ecocredit.marketplace.v1.EventBuyDirect.sell_order_id EXISTS',
  transfers: 'regen.ecocredit.v1.EventTransfer.sender EXISTS',
  retirements: 'regen.ecocredit.v1.EventRetire.owner EXISTS',
  cancellations: 'regen.ecocredit.v1.EventCancel.owner EXISTS',
  issuances: 'regen.ecocredit.v1.EventMint.batch_denom EXISTS',
  votes: 'proposal_vote.voter EXISTS',
  proposals: 'submit_proposal.proposal_proposer EXISTS',
} as const

export const TXS_PER_PAGE = 100

/** The most transactions that one search may find. */
const MAX_TXS = 100_000n

/** One page of a search in the node's index of transactions, the oldest first or the newest. */
export async function searchTxs(
  { port, signal }: Pick<ChainAt, 'port' | 'signal'>,
  { query, page, order }: { query: string; page: number; order: 'asc' | 'desc' },
): Promise<TxPage> {
  const params = { query, prove: false, page: `${page}`, per_page: `${TXS_PER_PAGE}`, order_by: order }
  return toTxPage(await port.call('tx_search', params, signal))
}

/**
 * Every transaction that a condition finds in some blocks, the oldest first. The node's index is written after the block: for the
 * newest blocks it may come too late.
 */
export async function searchAllTxs(
  chain: ChainAt,
  condition: string,
  { from, to }: Blocks,
): Promise<readonly FoundTx[]> {
  const last = to < chain.height ? to : chain.height
  if (last < from) return []
  const query = `${condition} AND tx.height>=${from} AND tx.height<=${last}`
  const first = await searchTxs(chain, { query, page: 1, order: 'asc' })
  if (first.total > MAX_TXS)
    throw new RegenError(READ_LIMIT_REACHED, { query, what: 'transactions', most: Number(MAX_TXS) })
  const pages = Math.ceil(Number(first.total) / TXS_PER_PAGE)
  const found = [first.txs]
  // Ten pages at a time: what is under way at once is bounded, whatever the node says of their number.
  for (let page = 2; page <= pages; page += 10)
    found.push(
      ...(await Promise.all(
        Array.from({ length: Math.min(10, pages - page + 1) }, async (_, index) => {
          const { txs } = await searchTxs(chain, { query, page: page + index, order: 'asc' })
          return txs
        }),
      )),
    )
  const txs = found.flat()
  if (BigInt(txs.length) === first.total) return txs
  throw new RegenError(RESPONSE_INVALID, {
    query: 'tx_search',
    issues: `✖ expected ${first.total} transactions, got ${txs.length} at txs`,
  })
}

/** Transactions with the times of their blocks, each block asked for once. */
export async function readBlockTimes(
  chain: ChainAt,
  txs: readonly FoundTx[],
): Promise<readonly HistoricTx[]> {
  const heights = [...new Set(txs.map(({ height }) => height))]
  const times = await Promise.all(heights.map(height => readBlockTime(chain, height)))
  const timeOf = new Map(heights.map((height, index) => [height, times[index] ?? '']))
  return txs.map(({ hash, height, events }) => ({
    hash,
    height,
    events,
    time: timeOf.get(height) ?? '',
  }))
}
