import type { Regen } from '../client/connectRegen.ts'
import type { PreviewOptions } from '../client/send/sendOptions.ts'
import type { Message } from '../messages/message.ts'
import { readFeeParams } from '../node/read/feeParams.ts'
import { readNodeConfig, readStatus, requireChain } from '../node/read/node.ts'
import { readOrderBook } from '../node/read/orderBook.ts'
import { readTx } from '../node/read/tx.ts'
import { listOrders, type OrderFilter } from '../preview/listOrders.ts'
import { hashKey } from './hashKey.ts'

/** About how many milliseconds a block takes. What is read counts as fresh for that long. */
export const BLOCK_MS = 6000

type Context = { readonly signal?: AbortSignal }

/** All queries of this package begin with it: `queryClient.invalidateQueries({ queryKey: [REGEN_FEES] })`. */
export const REGEN_FEES = 'regen-fees'

const options = <Answer>(
  key: readonly unknown[],
  queryFn: (context: Context) => Promise<Answer>,
  staleTime: number,
) => ({
  queryKey: [REGEN_FEES, ...key] as readonly unknown[],
  queryFn,
  queryKeyHashFn: hashKey,
  staleTime,
})

/**
 * Options for TanStack Query, whichever framework it serves: the live preview of messages. When the query is cancelled, the reading ends. An answer counts
 * as fresh for the time of one block. The key may hold bigints and bytes.
 *
 * @example
 * const { data } = useQuery(feePreviewQuery(regen, messages, { feePayer: buyer }))
 */
export const feePreviewQuery = (
  regen: Regen,
  messages: readonly Message[],
  assumptions: Omit<PreviewOptions, 'signal'> = {},
) =>
  options(
    ['preview', regen.chainId, messages, assumptions],
    ({ signal }) => regen.previewFees(messages, { ...assumptions, ...(signal && { signal }) }),
    BLOCK_MS,
  )

/**
 * Sell orders by denom, in each the cheapest first. Expired ones too, marked `expired`: the chain sells from them.
 *
 * @example
 * const { data: orders = [] } = useQuery(ordersQuery(regen, { classId: 'C01' }))
 */
export const ordersQuery = (regen: Regen, filter: OrderFilter = {}) =>
  options(
    ['orders', regen.chainId, filter],
    async ({ signal }) =>
      listOrders(
        await readOrderBook(regen.rpc, { chainId: regen.chainId, ...(signal && { signal }) }),
        filter,
      ),
    BLOCK_MS,
  )

/**
 * Where the chain stands, what the node asks for gas, and the marketplace fees in force.
 *
 * @example
 * const { data } = useQuery(networkQuery(regen))
 */
export const networkQuery = (regen: Regen) =>
  options(
    ['network', regen.chainId],
    async ({ signal }) => {
      const status = await readStatus(regen.rpc, signal)
      requireChain(status, regen.chainId)
      const { chainId, height, time } = status
      const ledger = { port: regen.rpc, height, signal }
      const [{ gasPrices }, feeParams] = await Promise.all([readNodeConfig(ledger), readFeeParams(ledger)])
      return { chainId, height, time, gasPrices, feeParams }
    },
    BLOCK_MS,
  )

/**
 * A transaction by its hash; null as long as no block has it. One in a block never changes.
 *
 * @example
 * const { data: tx } = useQuery(txQuery(regen, hash))
 */
export const txQuery = (regen: Regen, hash: string) => ({
  ...options(
    ['tx', regen.chainId, hash.toUpperCase()],
    ({ signal }) => readTx(regen.rpc, hash, signal),
    BLOCK_MS,
  ),
  staleTime: ({ state }: { readonly state: { readonly data?: unknown } }) =>
    state.data ? Infinity : BLOCK_MS,
})
