import { RegenError } from '../../primitives/errors.ts'
import { RESPONSE_INVALID } from '../../primitives/errorTable.ts'
import { type BlockMeta, toBlockMetas } from '../decode/blocks/blockMetas.ts'
import { type BlockResults, toBlockResults, toTxHashes } from '../decode/blocks/blockResults.ts'
import { type PlacedTx, toPlacedTxs } from '../decode/blocks/txPage.ts'
import { type Blocks, type ChainAt, TXS_PER_PAGE } from './txSearch.ts'

type Asking = Pick<ChainAt, 'port' | 'signal'>

/** CometBFT gives no more in one answer. */
const METAS_PER_CALL = 20n

/** Time, hash and number of transactions of every block from one height to another; all of them, or an error. */
export async function readBlockMetas(
  { port, signal }: Asking,
  { from, to }: Blocks,
): Promise<readonly BlockMeta[]> {
  const starts: bigint[] = []
  for (let height = from; height <= to; height += METAS_PER_CALL) starts.push(height)
  const pages = await Promise.all(
    starts.map(async first => {
      const last = first + METAS_PER_CALL - 1n < to ? first + METAS_PER_CALL - 1n : to
      const params = { minHeight: `${first}`, maxHeight: `${last}` }
      const metas = toBlockMetas(await port.call('blockchain', params, signal))
      metas.forEach(({ height }, index) => {
        if (height !== first + BigInt(index)) throw missing(first + BigInt(index), height)
      })
      if (BigInt(metas.length) !== last - first + 1n) throw missing(last, metas.at(-1)?.height)
      return metas
    }),
  )
  return pages.flat()
}

const missing = (wanted: bigint, got: bigint | undefined) =>
  new RegenError(RESPONSE_INVALID, {
    query: 'blockchain',
    issues: `✖ expected the block ${wanted}, got ${got ?? 'nothing'} at block_metas`,
  })

/** What happened in a block. A node that has thrown it away, or keeps none, says so: RPC_ERROR. */
export const readBlockResults = async ({ port, signal }: Asking, height: bigint): Promise<BlockResults> =>
  toBlockResults(await port.call('block_results', { height: `${height}` }, signal), height)

/** The hashes of a block's transactions, in their order. */
export const readTxHashes = async ({ port, signal }: Asking, height: bigint): Promise<readonly string[]> =>
  toTxHashes(await port.call('block', { height: `${height}` }, signal), height)

/** Every transaction that the node's index has of some blocks, each once, in the order of blocks. */
export async function searchPlacedTxs(
  { port, signal }: Asking,
  { from, to }: Blocks,
): Promise<readonly PlacedTx[]> {
  const query = `tx.height>=${from} AND tx.height<=${to}`
  const page = async (number: number) => {
    const params = { query, prove: false, page: `${number}`, per_page: `${TXS_PER_PAGE}`, order_by: 'asc' }
    return toPlacedTxs(await port.call('tx_search', params, signal))
  }
  const first = await page(1)
  const found = [first.txs]
  for (let number = 2; BigInt((number - 1) * TXS_PER_PAGE) < first.total; number++)
    found.push((await page(number)).txs)
  const byHash = new Map(found.flat().map(tx => [tx.hash, tx]))
  return [...byHash.values()].sort((a, b) =>
    a.height === b.height ? a.index - b.index : a.height < b.height ? -1 : 1,
  )
}
