import { RegenError } from '../../primitives/errors.ts'
import { INDEX_RANGE } from '../../primitives/errorTable.ts'
import { formatSeconds } from '../../primitives/time.ts'
import type { Period } from '../read/readIndexed.ts'
import type { Row, Store } from '../store/store.ts'
import { readProgress } from '../store/writeBlocks.ts'

/** The blocks of a period in an index. */
export type Coverage = {
  /** Null for a period without a block. */
  readonly firstBlock: bigint | null
  readonly lastBlock: bigint | null
  /** The hash of the last block. */
  readonly lastHash: string | null
  /** Where a node had no blocks, and the index has none: what happened there is not known. */
  readonly gaps: readonly { readonly from: bigint; readonly to: bigint }[]
}

/** The blocks of a period; INDEX_RANGE where the index begins after it does, or has not reached its end. */
export async function readCoverage(
  store: Store,
  { from, to }: Period,
): Promise<Coverage & { readonly chainId: string }> {
  const wanted = `${formatSeconds(from)} to ${formatSeconds(to)}`
  const span = await readSpan(store, wanted)
  if (span.to < to || span.lacksBefore(from))
    throw new RegenError(INDEX_RANGE, { wanted, indexed: spanText(span) })
  const bounds = [from.toString(), to.toString()]
  const [within] = await store.query(
    'select min(height) as first, max(height) as last from blocks where time >= $1 and time < $2',
    bounds,
  )
  const [lastBlock] = await store.query('select hash from blocks where height = $1', [
    within?.['last'] ?? null,
  ])
  // A gap lies between the last block before it and the first one after.
  const gaps = await store.query(
    `select from_height, to_height from gaps g where
      coalesce((select min(time) from blocks where height > g.to_height), $2) > $1
      and coalesce((select max(time) from blocks where height < g.from_height), 0) < $2 order by 1`,
    bounds,
  )
  return {
    chainId: span.chainId,
    firstBlock: timeOf(within, 'first'),
    lastBlock: timeOf(within, 'last'),
    lastHash: lastBlock === undefined ? null : String(lastBlock['hash']),
    gaps: gaps.map(row => ({
      from: BigInt(String(row['from_height'])),
      to: BigInt(String(row['to_height'])),
    })),
  }
}

const timeOf = (row: Row | undefined, name: string): bigint | null =>
  row === undefined || row[name] === null ? null : BigInt(String(row[name]))

/** From when to when an index has blocks, in seconds since 1970. */
export type IndexSpan = Period & {
  readonly chainId: string
  /** Whether it could lack something from before a moment: not where it begins with the chain. */
  readonly lacksBefore: (time: bigint) => boolean
}

export const spanText = ({ from, to }: Period): string => `${formatSeconds(from)} to ${formatSeconds(to)}`

/** The span of an index; INDEX_RANGE for one without a block. */
export async function readSpan(store: Store, wanted = 'any'): Promise<IndexSpan> {
  const progress = await readProgress(store)
  const [ends] = await store.query('select min(time) as first, max(time) as last from blocks')
  const [from, to] = [timeOf(ends, 'first'), timeOf(ends, 'last')]
  if (progress === null || from === null || to === null)
    throw new RegenError(INDEX_RANGE, { wanted, indexed: 'no block' })
  return { chainId: progress.chainId, from, to, lacksBefore: time => time < from && progress.first !== 1n }
}

/**
 * The time of the newest block, in seconds since 1970; INDEX_RANGE for an index without one.
 *
 * @example
 * const newest = lastWeek(await readNewestTime(store))
 */
export const readNewestTime = async (store: Store): Promise<bigint> => (await readSpan(store)).to
