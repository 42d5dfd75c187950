import { readBlockMetas } from '../node/read/blocks.ts'
import type { Rpc } from '../node/rpc/connectRpc.ts'
import { RegenError } from '../primitives/errors.ts'
import {
  BLOCKS_PRUNED,
  CHAIN_MISMATCH,
  INDEX_FORKED,
  INDEX_RANGE,
  NODE_BEHIND_INDEX,
} from '../primitives/errorTable.ts'
import type { BlockSource } from './chain/chainBlock.ts'
import { chooseSource } from './chain/chooseSource.ts'
import { type NodeRange, readNodeRange } from './chain/nodeRange.ts'
import { readBlocks } from './chain/readBlocks.ts'
import { refreshGovernance } from './refreshGovernance.ts'
import type { Store } from './store/store.ts'
import { beginIndex, noteGap, type Progress, readProgress, writeBlocks } from './store/writeBlocks.ts'

/** Which blocks `indexChain` writes, from where it takes them, and who hears how far it is. */
export type IndexOptions = {
  /** The first block of a new index. Default: the earliest that the node has. */
  readonly from?: bigint
  /** The last block. Default: the newest of the node. */
  readonly to?: bigint
  /** Default: what the node allows, results of blocks first. */
  readonly source?: BlockSource
  /** Goes on where the node has thrown blocks away, and notes the gap. Default: BLOCKS_PRUNED. */
  readonly allowGap?: boolean
  /** Blocks in one transaction of the store. Default: 100. */
  readonly blocksAtOnce?: number
  /** Called after each transaction of the store. */
  readonly onProgress?: (progress: IndexProgress) => void
  readonly signal?: AbortSignal
}

/** How far an index is: the block that was written last, the last one to come, and where blocks come from. */
export type IndexProgress = { readonly height: bigint; readonly to: bigint; readonly source: BlockSource }

/** What one run did. */
export type IndexRun = {
  readonly chainId: string
  readonly source: BlockSource | null
  /** The blocks the index has now, without its gaps. */
  readonly first: bigint
  readonly last: bigint
  /** How many blocks this run wrote. */
  readonly blocks: bigint
  readonly gap: { readonly from: bigint; readonly to: bigint } | null
}

type Asking = { readonly port: Pick<Rpc, 'call' | 'abciQuery'>; readonly signal?: AbortSignal | undefined }

/**
 * Writes what happened on a chain into an index, up to its newest block, each block whole and once. It goes on where it stopped, and several may run
 * at once on a server.
 *
 * Every block is checked: of this chain, after the one before it, with all its transactions. What a node no longer has is BLOCKS_PRUNED, one that
 * is behind NODE_BEHIND_INDEX, one of another chain CHAIN_MISMATCH or, under the same name, INDEX_FORKED.
 *
 * @example
 * const store = await openStore('./regen-index')
 * await indexChain(connectRpc('http://localhost:26657'), store, { from: 25_303_838n })
 */
export async function indexChain(
  rpc: Pick<Rpc, 'call' | 'abciQuery'>,
  store: Store,
  { from, to, source, allowGap = false, blocksAtOnce = 100, onProgress, signal }: IndexOptions = {},
): Promise<IndexRun> {
  const chain: Asking = { port: rpc, signal }
  const node = await readNodeRange(chain)
  const begun = (await readProgress(store)) ?? (await begin(store, node, from ?? node.earliest))
  requireSame(begun, node, from)
  await requireNotForked(chain, begun, node)
  const end = to === undefined || to > node.height ? node.height : to
  const gap = begun.next < node.earliest ? { from: begun.next, to: node.earliest - 1n } : null
  if (gap !== null && begun.next <= end) {
    if (!allowGap) throw new RegenError(BLOCKS_PRUNED, { from: gap.from, earliest: node.earliest })
    await noteGap(store, gap.to, 'the node had no blocks before')
  }
  const start = gap === null ? begun.next : node.earliest
  const chosen = start > end ? null : (source ?? (await chooseSource(chain, start)))
  const written =
    chosen === null
      ? 0n
      : await writeAll(chain, store, {
          start,
          end,
          source: chosen,
          chainId: node.chainId,
          blocksAtOnce,
          onProgress,
        })
  if (end === node.height) await refreshGovernance({ ...chain, height: node.height }, store)
  const progress = (await readProgress(store)) ?? begun
  return {
    chainId: node.chainId,
    source: chosen,
    first: progress.first,
    last: progress.next - 1n,
    blocks: written,
    gap,
  }
}

function begin(store: Store, node: NodeRange, first: bigint): Promise<Progress> {
  if (first > node.height + 1n)
    throw new RegenError(NODE_BEHIND_INDEX, { node: node.height, index: first - 1n })
  return beginIndex(store, node.chainId, first)
}

function requireSame({ chainId, first, next }: Progress, node: NodeRange, from: bigint | undefined): void {
  if (chainId !== node.chainId) throw new RegenError(CHAIN_MISMATCH, { expected: chainId, got: node.chainId })
  if (from !== undefined && (from < first || from > next))
    throw new RegenError(INDEX_RANGE, {
      wanted: `to begin at block ${from}`,
      indexed: next === first ? `no block yet, and begins at ${first}` : `blocks ${first} to ${next - 1n}`,
    })
  if (node.height < next - 1n)
    throw new RegenError(NODE_BEHIND_INDEX, { node: node.height, index: next - 1n })
}

/** The newest block of the index must be the node's, where the node still has it. */
async function requireNotForked(chain: Asking, { next, lastHash }: Progress, node: NodeRange): Promise<void> {
  const height = next - 1n
  if (lastHash === '' || height < node.earliest) return
  const [meta] = await readBlockMetas(chain, { from: height, to: height })
  if (meta !== undefined && meta.hash !== lastHash)
    throw new RegenError(INDEX_FORKED, { height, index: lastHash, node: meta.hash })
}

type Stretch = {
  readonly start: bigint
  readonly end: bigint
  readonly source: BlockSource
  readonly chainId: string
  readonly blocksAtOnce: number
  readonly onProgress: IndexOptions['onProgress']
}

/** Reads the next blocks while the last ones are written. */
async function writeAll(
  chain: Asking,
  store: Store,
  { start, end, source, chainId, blocksAtOnce, onProgress }: Stretch,
): Promise<bigint> {
  const size = BigInt(blocksAtOnce)
  const read = (from: bigint) => {
    const to = from + size - 1n < end ? from + size - 1n : end
    const blocks = readBlocks(chain, source, { from, to }, chainId)
    // Awaited below, after the write; a failure before that is not unhandled.
    blocks.catch(() => {})
    return blocks
  }
  let written = 0n
  let from = start
  let ahead = read(from)
  while (from <= end) {
    const blocks = await ahead
    const after = from + BigInt(blocks.length)
    if (after <= end) ahead = read(after)
    const fresh = await writeBlocks(store, blocks, source)
    written += BigInt(fresh.length)
    onProgress?.({ height: after - 1n, to: end, source })
    from = after
    if (fresh.length > 0) continue
    // Another indexer was faster: on from where it is.
    const { next } = (await readProgress(store)) ?? { next: after }
    if (next <= after) continue
    from = next
    if (from <= end) ahead = read(from)
  }
  return written
}
