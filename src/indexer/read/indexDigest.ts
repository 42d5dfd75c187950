import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Queries } from '../store/store.ts'

/** Every table of what happened, and the order of its rows. */
const TABLES: readonly (readonly [table: string, order: string])[] = [
  ['blocks', 'height'],
  ['transactions', 'height, tx_index'],
  ['gas_fees', 'height, tx_hash, part'],
  ...[
    'purchases',
    'retirements',
    'sends',
    'issuances',
    'basket_swaps',
    'cancellations',
    'votes',
    'proposals',
  ].map(table => [table, 'height, tx_index, ordinal'] as const),
  ['oddities', 'height, tx_hash, position'],
]

/** Rows that are hashed at once: the digest of a large index takes no more memory than that of a small one. */
const BLOCKS_AT_ONCE = 10_000n

/** The rows of each table up to a block, and one hash over all of them. */
export type IndexDigest = {
  readonly to: bigint
  readonly rows: { readonly [table: string]: bigint }
  /** SHA-256 over every row as JSON, table by table, in the order of the chain. */
  readonly hash: string
}

/**
 * Two indexes with the same digest have the same rows: on a folder or a server, and however often they were stopped.
 *
 * @example
 * const { hash: digest } = await indexDigest(store, 100_000n)
 */
export async function indexDigest({ query }: Queries, to?: bigint): Promise<IndexDigest> {
  const [ends] = await query('select first_height, next_height from chain')
  const first = BigInt(String(ends?.['first_height'] ?? 1))
  const last = BigInt(String(ends?.['next_height'] ?? 1)) - 1n
  const end = to !== undefined && to < last ? to : last
  const hash = sha256.create()
  const rows: { [table: string]: bigint } = {}
  for (const [table, order] of TABLES) {
    rows[table] = 0n
    for (let from = first; from <= end; from += BLOCKS_AT_ONCE) {
      const upTo = from + BLOCKS_AT_ONCE - 1n < end ? from + BLOCKS_AT_ONCE - 1n : end
      const [found] = await query(
        `select count(*) as count, coalesce(string_agg(row_to_json(t)::text, E'\\n' order by ${order}), '') as lines
          from ${table} t where height between $1 and $2`,
        [from.toString(), upTo.toString()],
      )
      rows[table] = (rows[table] ?? 0n) + BigInt(String(found?.['count'] ?? 0))
      hash.update(utf8ToBytes(`${table}\n${String(found?.['lines'] ?? '')}\n`))
    }
  }
  return { to: end, rows, hash: bytesToHex(hash.digest()) }
}
