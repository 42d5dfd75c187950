import type { NodeAt } from '../node/read/ask.ts'
import type { CosmjsClient } from './rpcOf.ts'
import { rpcOf } from './rpcOf.ts'

/** Where a query of an extension reads: the newest height, or one of the past. */
export type AtHeight = { readonly height?: bigint | number }

/**
 * A ledger over a QueryClient's connection. Without a height the first answer says which it is of, and what else the same question needs, such as the next pages of a
 * list, is read at that one.
 */
export function nodeAt(base: CosmjsClient, { height }: AtHeight = {}): NodeAt {
  const { abciQuery } = rpcOf(base)
  let pinned: bigint | null = height === undefined ? null : BigInt(height)
  return {
    height: pinned ?? 0n,
    port: {
      abciQuery: async query => {
        const answer = await abciQuery({ ...query, height: pinned ?? 'latest' })
        pinned ??= answer.height
        return answer
      },
    },
  }
}
