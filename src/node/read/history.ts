import { fromBase64 } from '../../primitives/base64.ts'
import { TxBody, TxRaw } from '../../wire/generated/cosmos/tx/v1beta1/tx.ts'
import type { ActivityHistory } from '../history/activity.ts'
import { toActivity } from '../history/toActivity.ts'
import { ACTIVITY_SEARCHES, type Blocks, type ChainAt, readBlockTimes, searchAllTxs } from './txSearch.ts'

/** Memos by the hash of their transaction; those that are empty are not among them. */
export type Memos = { readonly [txHash: string]: string }

/**
 * What accounts did in some blocks, with block times, in the order of blocks, and the memos; nothing is counted twice.
 *
 * @example
 * const { activity } = await readActivityBetween(chain, { from: 100n, to: 200n })
 */
export async function readActivityBetween(
  chain: ChainAt,
  blocks: Blocks,
): Promise<ActivityHistory & { readonly memos: Memos }> {
  const found = await Promise.all(
    Object.values(ACTIVITY_SEARCHES).map(condition => searchAllTxs(chain, condition, blocks)),
  )
  const byHash = new Map(found.flat().map(tx => [tx.hash.toUpperCase(), tx]))
  const txs = [...byHash.values()].sort((a, b) => (a.height < b.height ? -1 : a.height > b.height ? 1 : 0))
  const memos = txs.flatMap(({ hash, tx = '' }) => {
    const memo = memoOf(tx)
    return memo === '' ? [] : [[hash.toUpperCase(), memo] as const]
  })
  return { ...toActivity(await readBlockTimes(chain, txs)), memos: Object.fromEntries(memos) }
}

/** The memo of a transaction from its bytes in base64; empty where there is none, and where the bytes are no transaction. */
function memoOf(tx: string): string {
  try {
    return TxBody.decode(TxRaw.decode(fromBase64(tx)).bodyBytes).memo
  } catch {
    return ''
  }
}
