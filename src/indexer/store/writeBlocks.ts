import { RegenError } from '../../primitives/errors.ts'
import { INDEX_FORKED } from '../../primitives/errorTable.ts'
import type { BlockSource, ChainBlock } from '../chain/chainBlock.ts'
import { rowsOf } from '../rows/rowsOf.ts'
import type { Queries, Store } from './store.ts'

/** How far an index has come. */
export type Progress = {
  readonly chainId: string
  /** Its first block, and the first one it does not have yet. */
  readonly first: bigint
  readonly next: bigint
  /** The hash of its newest block; empty before the first. */
  readonly lastHash: string
}

/**
 * How far an index has come; null for one that has not begun.
 *
 * @example
 * const progress = await readProgress(store)
 */
export async function readProgress({ query }: Queries, lock = false): Promise<Progress | null> {
  const [row] = await query(
    `select chain_id, first_height, next_height, last_hash from chain${lock ? ' for update' : ''}`,
  )
  if (row === undefined) return null
  return {
    chainId: String(row['chain_id']),
    first: BigInt(String(row['first_height'])),
    next: BigInt(String(row['next_height'])),
    lastHash: String(row['last_hash']),
  }
}

/** Where an index begins; one that is there already stays as it is. */
export async function beginIndex(store: Store, chainId: string, first: bigint): Promise<Progress> {
  await store.query(
    "insert into chain (chain_id, first_height, next_height, last_hash) values ($1, $2, $2, '') on conflict do nothing",
    [chainId, first.toString()],
  )
  const progress = await readProgress(store)
  return progress as Progress
}

/** Notes that the node has no blocks from the next one to another, and goes on after them. */
export const noteGap = (store: Store, to: bigint, reason: string): Promise<void> =>
  store.transaction(async within => {
    const progress = await readProgress(within, true)
    if (progress === null || progress.next > to) return
    await within.query('insert into gaps values ($1, $2, $3)', [
      progress.next.toString(),
      to.toString(),
      reason,
    ])
    await within.query("update chain set next_height = $1, last_hash = ''", [(to + 1n).toString()])
  })

/**
 * Writes blocks with all that happened in them: whole, once, and in order, whatever is killed and whoever else writes. The row that says how far
 * the index is, is held while they are written: what another program has written meanwhile is left out. A block that does not follow the one
 * before it is INDEX_FORKED.
 */
export const writeBlocks = (
  store: Store,
  blocks: readonly ChainBlock[],
  source: BlockSource,
): Promise<readonly ChainBlock[]> =>
  store.transaction(async within => {
    const progress = await readProgress(within, true)
    const next = progress?.next ?? 0n
    const fresh = blocks.filter(({ height }) => height >= next)
    const [first] = fresh
    const last = fresh.at(-1)
    if (first === undefined || last === undefined || first.height !== next) return []
    requireLinks(fresh, progress?.lastHash ?? '')
    for (const [table, rows] of rowsOf(fresh, source))
      await within.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [
        JSON.stringify(rows, storable),
      ])
    await within.query('update chain set next_height = $1, last_hash = $2', [
      (last.height + 1n).toString(),
      last.hash,
    ])
    return fresh
  })

/** Each block names the one before it. */
function requireLinks(blocks: readonly ChainBlock[], lastHash: string): void {
  let before = lastHash
  for (const { height, hash, previousHash } of blocks) {
    if (before !== '' && previousHash !== before)
      throw new RegenError(INDEX_FORKED, { height: height - 1n, index: before, node: previousHash })
    before = hash
  }
}

/** What PostgreSQL does not keep in a text: the zero character, and halves of characters. */
const UNSTORABLE = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

const storable = (_: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replace(UNSTORABLE, '\ufffd') : value
