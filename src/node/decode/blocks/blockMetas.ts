import * as z from 'zod/mini'
import { parseResponse, TimeText, WholeAmount } from '../../../primitives/schemas.ts'

/** A block without its transactions. */
export type BlockMeta = {
  readonly chainId: string
  readonly height: bigint
  /** RFC 3339. */
  readonly time: string
  readonly hash: string
  /** The hash of the block before; empty for the first block of a chain. */
  readonly previousHash: string
  readonly txCount: number
}

const BlockHash = z.string().check(z.regex(/^([0-9A-Fa-f]{64})?$/, 'expected the hash of a block'))

const MetasJson = z.object({
  block_metas: z.array(
    z.object({
      block_id: z.object({ hash: BlockHash }),
      header: z.object({
        chain_id: z.string().check(z.minLength(1), z.maxLength(100)),
        height: WholeAmount,
        time: TimeText,
        last_block_id: z.object({ hash: BlockHash }),
      }),
      num_txs: z.pipe(
        WholeAmount,
        z.transform((count: bigint) => parseInt(count.toString(), 10)),
      ),
    }),
  ),
})

/** Reads the result of `blockchain`, the lowest height first. */
export const toBlockMetas = (result: unknown): readonly BlockMeta[] =>
  parseResponse(MetasJson, 'blockchain', result)
    .block_metas.map(({ block_id, header, num_txs }) => ({
      chainId: header.chain_id,
      height: header.height,
      time: header.time,
      hash: block_id.hash.toUpperCase(),
      previousHash: header.last_block_id.hash.toUpperCase(),
      txCount: num_txs,
    }))
    .sort((a, b) => (a.height < b.height ? -1 : 1))
