import * as z from 'zod/mini'
import { parseResponse, TimeText, WholeAmount } from '../../../primitives/schemas.ts'

/** Where a node stands. */
export type NodeStatus = {
  readonly chainId: string
  /** Its newest block. */
  readonly height: bigint
  /** The time of that block, RFC 3339. */
  readonly time: string
  /** Whether it is still fetching older blocks: then its newest block is not the chain's. */
  readonly catchingUp: boolean
  /** The version of CometBFT. */
  readonly version: string
}

const StatusJson = z.object({
  node_info: z.object({ network: z.string().check(z.minLength(1), z.maxLength(100)), version: z.string() }),
  sync_info: z.object({
    latest_block_height: WholeAmount,
    latest_block_time: TimeText,
    catching_up: z.boolean(),
  }),
})

/** Reads the result of `status`. */
export function toStatus(result: unknown): NodeStatus {
  const { node_info, sync_info } = parseResponse(StatusJson, 'status', result)
  return {
    chainId: node_info.network,
    height: sync_info.latest_block_height,
    time: sync_info.latest_block_time,
    catchingUp: sync_info.catching_up,
    version: node_info.version,
  }
}
