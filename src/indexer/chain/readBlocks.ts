import type { BlockMeta } from '../../node/decode/blocks/blockMetas.ts'
import { readBlockMetas, readBlockResults, readTxHashes, searchPlacedTxs } from '../../node/read/blocks.ts'
import type { Blocks, ChainAt } from '../../node/read/txSearch.ts'
import { RegenError } from '../../primitives/errors.ts'
import { CHAIN_MISMATCH, RESPONSE_INVALID, TXS_MISSING } from '../../primitives/errorTable.ts'
import type { BlockSource, ChainBlock } from './chainBlock.ts'

type Asking = Pick<ChainAt, 'port' | 'signal'>

/**
 * Reads some blocks whole: every one of them, each with as many transactions as its header says, or an error.
 *
 * From `block_results` come also the events of the block itself. `tx_search` knows transactions only, and an index that
 * lacks one is found out by the count: TXS_MISSING.
 */
export async function readBlocks(
  chain: Asking,
  source: BlockSource,
  blocks: Blocks,
  chainId: string,
): Promise<readonly ChainBlock[]> {
  const metas = await readBlockMetas(chain, blocks)
  for (const { chainId: got } of metas)
    if (got !== chainId) throw new RegenError(CHAIN_MISMATCH, { expected: chainId, got })
  return source === 'block_results' ? fromResults(chain, metas) : fromSearch(chain, metas, blocks)
}

const fromResults = (chain: Asking, metas: readonly BlockMeta[]): Promise<readonly ChainBlock[]> =>
  Promise.all(
    metas.map(async meta => {
      const { height, txCount } = meta
      const [{ txs, events }, hashes] = await Promise.all([
        readBlockResults(chain, height),
        txCount === 0 ? [] : readTxHashes(chain, height),
      ])
      if (txs.length !== txCount || hashes.length !== txCount)
        throw new RegenError(RESPONSE_INVALID, {
          query: 'block_results',
          issues: `✖ expected ${txCount} transactions in block ${height}, got ${txs.length} results and ${hashes.length} transactions`,
        })
      return { ...placeOf(meta), txs: txs.map((tx, index) => ({ ...tx, hash: hashes[index] ?? '' })), events }
    }),
  )

async function fromSearch(
  chain: Asking,
  metas: readonly BlockMeta[],
  blocks: Blocks,
): Promise<readonly ChainBlock[]> {
  const expected = metas.reduce((sum, { txCount }) => sum + txCount, 0)
  const found = expected === 0 ? [] : await searchPlacedTxs(chain, blocks)
  return metas.map(meta => {
    const txs = found.filter(({ height }) => height === meta.height)
    if (txs.length !== meta.txCount)
      throw new RegenError(TXS_MISSING, { height: meta.height, expected: meta.txCount, got: txs.length })
    return {
      ...placeOf(meta),
      txs: txs.map(({ hash, code, events }) => ({ hash, code, events })),
      events: null,
    }
  })
}

const placeOf = ({ height, time, hash, previousHash }: BlockMeta) => ({ height, time, hash, previousHash })
