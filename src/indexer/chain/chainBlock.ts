import type { TxEnd } from '../../node/decode/blocks/blockResults.ts'
import type { AbciEvent } from '../../node/events/abciEvent.ts'

/** Where the events of blocks come from: each block's own results, or the node's index of transactions. */
export type BlockSource = 'block_results' | 'tx_search'

/** A block with all that happened in it. */
export type ChainBlock = {
  readonly height: bigint
  /** RFC 3339. */
  readonly time: string
  readonly hash: string
  readonly previousHash: string
  readonly txs: readonly (TxEnd & { readonly hash: string })[]
  /** What happened by itself, such as what a passed proposal did; null where the source does not tell. */
  readonly events: readonly AbciEvent[] | null
}
