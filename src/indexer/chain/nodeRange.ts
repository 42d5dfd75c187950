import * as z from 'zod/mini'
import type { ChainAt } from '../../node/read/txSearch.ts'
import { parseResponse, WholeAmount } from '../../primitives/schemas.ts'

/** Of which chain a node is, and which blocks it has. */
export type NodeRange = { readonly chainId: string; readonly earliest: bigint; readonly height: bigint }

const StatusJson = z.object({
  node_info: z.object({ network: z.string().check(z.minLength(1), z.maxLength(100)) }),
  sync_info: z.object({ earliest_block_height: WholeAmount, latest_block_height: WholeAmount }),
})

export async function readNodeRange({ port, signal }: Pick<ChainAt, 'port' | 'signal'>): Promise<NodeRange> {
  const { node_info, sync_info } = parseResponse(StatusJson, 'status', await port.call('status', {}, signal))
  const { earliest_block_height: earliest, latest_block_height: height } = sync_info
  return { chainId: node_info.network, earliest: earliest > 0n ? earliest : 1n, height }
}
