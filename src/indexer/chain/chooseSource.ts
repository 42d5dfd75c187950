import { readBlockResults, searchPlacedTxs } from '../../node/read/blocks.ts'
import type { ChainAt } from '../../node/read/txSearch.ts'
import { isRegenError, RegenError } from '../../primitives/errors.ts'
import { BLOCKS_UNREADABLE } from '../../primitives/errorTable.ts'
import type { BlockSource } from './chainBlock.ts'

/**
 * What a node allows from a height on: the results of blocks, else its index of transactions. A node that refuses both is BLOCKS_UNREADABLE with what
 * it said; one that fails is an error of its own.
 */
export async function chooseSource(
  chain: Pick<ChainAt, 'port' | 'signal'>,
  height: bigint,
): Promise<BlockSource> {
  const blockResults = await refusal(() => readBlockResults(chain, height))
  if (blockResults === null) return 'block_results'
  const txSearch = await refusal(() => searchPlacedTxs(chain, { from: height, to: height }))
  if (txSearch === null) return 'tx_search'
  throw new RegenError(BLOCKS_UNREADABLE, { height, blockResults, txSearch })
}

/** What a node says when it refuses; null when it answers. */
async function refusal(ask: () => Promise<unknown>): Promise<string | null> {
  try {
    await ask()
    return null
  } catch (error) {
    if (isRegenError(error, 'RPC_ERROR')) return error.context.reason.slice(0, 200)
    throw error
  }
}
