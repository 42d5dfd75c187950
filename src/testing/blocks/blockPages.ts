import type { Recordings } from '../recordings.ts'
import { internalError, type Reply } from '../reply.ts'
import { placeholder } from './blockReplies.ts'
import type { Blocks } from './blocks.ts'

type Params = { readonly [name: string]: unknown }

/** CometBFT gives no more in one answer. */
const MAX_METAS = 20n

/** blockchain: blocks without their transactions, the highest first. */
export function blockchain(
  { minHeight = '0', maxHeight = '0' }: Params,
  recordings: Recordings,
  blocks: Blocks,
  now: bigint,
): Reply {
  const asked = { min: BigInt(String(minHeight)) || 1n, max: BigInt(String(maxHeight)) || now }
  const max = asked.max < now ? asked.max : now
  const min = asked.min > max - MAX_METAS + 1n ? asked.min : max - MAX_METAS + 1n
  if (asked.min > max) return internalError(`min height ${asked.min} can't be greater than max height ${max}`)
  const metas: unknown[] = []
  for (let height = max; height >= min; height--) metas.push(metaOf(height, recordings, blocks))
  return { result: { last_height: String(now), block_metas: metas } }
}

/** A block whose header was not recorded is empty, and has its time, its name and its link to the one before. */
function metaOf(height: bigint, { network, txs }: Recordings, blocks: Blocks): unknown {
  const parts = { total: 1, hash: placeholder('parts', height) }
  const count = txs.filter(({ tx }) => tx && BigInt(tx.height) === height).length
  return {
    block_id: { hash: hashOf(height, blocks), parts },
    block_size: '0',
    header: blocks.header(height) ?? {
      version: { block: '11' },
      chain_id: network.chainId,
      height: String(height),
      time: blocks.time(height),
      last_block_id: { hash: height > 1n ? hashOf(height - 1n, blocks) : '', parts },
    },
    num_txs: String(count),
  }
}

const hashOf = (height: bigint, blocks: Blocks): string => blocks.hash(height) ?? placeholder('block', height)

/** block_results: how the recorded transactions of a block ended. What blocks did by themselves was not recorded, and is left out. */
export function blockResults({ height: asked }: Params, { txs }: Recordings, now: bigint): Reply {
  const height = asked === undefined || asked === null ? now : BigInt(String(asked))
  if (height > now)
    return internalError(
      `height ${height} must be less than or equal to the current blockchain height ${now}`,
    )
  const results = txs.flatMap(({ tx }) => (tx && BigInt(tx.height) === height ? [tx.tx_result] : []))
  return {
    result: {
      height: String(height),
      txs_results: results.length === 0 ? null : results,
      finalize_block_events: [],
      validator_updates: null,
      consensus_param_updates: null,
      app_hash: '',
    },
  }
}

/** block_search: what blocks did by themselves was not recorded, so none is found. */
export const blockSearch = (): Reply => ({ result: { blocks: [], total_count: '0' } })
