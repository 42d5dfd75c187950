import { loadCatalog } from '../messages/loadCatalog.ts'
import type { Message } from '../messages/message.ts'
import type { TxResult } from '../node/decode/blocks/txResult.ts'
import type { NodeAt } from '../node/read/ask.ts'
import { readStatus, requireChain } from '../node/read/node.ts'
import { systemClock } from '../node/rpc/clock.ts'
import { connectRpc, type Rpc } from '../node/rpc/connectRpc.ts'
import type { RpcOptions } from '../node/rpc/options.ts'
import type { FeePreview } from '../preview/feePreview.ts'
import type { OrderFilter, PricedOrder } from '../preview/listOrders.ts'
import { loadParts } from '../preview/loadParts.ts'
import { makePreview } from '../preview/makePreview.ts'
import type { LedgerSnapshot } from '../preview/snapshot.ts'
import { RegenError } from '../primitives/errors.ts'
import { INPUT_INVALID } from '../primitives/errorTable.ts'
import { takeSnapshot } from '../snapshot/takeSnapshot.ts'
import { openConnection } from './connection.ts'
import type { WaitOptions } from './send/broadcast/waitForTx.ts'
import { readChainStatus } from './send/readChainStatus.ts'
import { readGiven } from './send/readGiven.ts'
import type { PreviewOptions, SendOptions } from './send/sendOptions.ts'
import type { SentTx } from './send/signAndBroadcast.ts'
import type { OfflineSigner } from './sign/offlineSigner.ts'

/** How to connect: timeouts, retries, limits; and which chain it must be. */
export type ConnectOptions = Partial<RpcOptions> & {
  /** Such as 'regen-1'. A node of another chain is refused with CHAIN_MISMATCH. */
  readonly chainId?: string
}

/** A connection to Regen Ledger. */
export type Regen = {
  /** Every node that answers must be of this chain. */
  readonly chainId: string
  /** Reads what a preview needs at one height, and previews. INPUT_INVALID for messages or options of a wrong shape; a node that fails is an error. */
  readonly previewFees: (messages: readonly Message[], options?: PreviewOptions) => Promise<FeePreview>
  /** What a preview of these messages needs, or everything but balances; for previews without a network. */
  readonly snapshot: (
    messages?: readonly Message[] | 'everything',
    options?: PreviewOptions,
  ) => Promise<LedgerSnapshot>
  /** Sell orders by denom, in each the cheapest first. Expired ones too, marked `expired`: the chain sells from them. */
  readonly orders: (filter?: OrderFilter) => Promise<readonly PricedOrder[]>
  /** Where the typed readers read: the newest height of the node, or another one. */
  readonly ledger: (height?: bigint, signal?: AbortSignal) => Promise<NodeAt>
  readonly connectSigner: (signer: OfflineSigner) => RegenSigner
  readonly waitForTx: (hash: string, options?: WaitOptions) => Promise<TxResult>
  readonly rpc: Rpc
  readonly disconnect: () => void
}

/** A connection that can sign. */
export type RegenSigner = {
  readonly signAndBroadcast: (messages: readonly Message[], options?: SendOptions) => Promise<SentTx>
}

/**
 * Connects to the CometBFT RPC of one node, or of several of the same chain, and asks of which chain it is: CHAIN_MISMATCH where that is not the
 * `chainId` that is given. A node that does not answer is an error. What signs, sends and reconciles is loaded when it is first needed.
 *
 * @example
 * const regen = await connectRegen('https://regen-rpc.publicnode.com')
 * const retirement = ecocredit.msgRetire({ owner: seller, credits: [{ batchDenom, amount: '1' }], jurisdiction: 'US-WA' })
 * const { live } = await regen.previewFees([retirement])
 */
export async function connectRegen(
  urls: string | readonly string[],
  { chainId: expected, ...options }: ConnectOptions = {},
): Promise<Regen> {
  const rpc = connectRpc(urls, { ...options, chainId: expected ?? null })
  const clock = options.clock ?? systemClock
  const status = await readStatus(rpc)
  requireChain(status, expected)
  const { chainId } = status
  const all = [urls].flat()
  // Each on its own, beside the connection that chooses among them; nothing is asked of them before it is needed.
  const nodes = all.length > 1 ? all.map(url => connectRpc(url, options)) : [rpc]
  const connection = openConnection(rpc, nodes, clock, chainId)
  const take = async (messages: readonly Message[] | 'everything', options: PreviewOptions) =>
    (await takeSnapshot(rpc, messages, { ...options, chainId })).snapshot
  return {
    chainId,
    previewFees: async (given, options = {}) => {
      const catalog = await loadCatalog(given)
      const messages = await readGiven(given, catalog)
      const { accounts: _, signal: __, height: ___, gas, gasMargin, ...assumptions } = options
      const isEstimated = gas === 'estimate' && options.gasLimit === undefined
      // Any limit makes the snapshot hold the coins of whoever pays the gas.
      const snapshot = await take(messages, isEstimated ? { ...options, gasLimit: 1n } : options)
      const input = { ...assumptions, messages, snapshot }
      if (!isEstimated) return makePreview(input, await loadParts(assumptions, catalog))
      const { previewWithGas } = await import('./send/gas/previewWithGas.ts')
      return previewWithGas(connection, input, options)
    },
    snapshot: async (messages = 'everything', options = {}) =>
      take(
        messages === 'everything' ? messages : await readGiven(messages, await loadCatalog(messages)),
        options,
      ),
    orders: async filter => {
      const { listOpenOrders } = await import('./listOpenOrders.ts')
      return listOpenOrders(rpc, chainId, filter)
    },
    ledger: async (height, signal) => ({
      port: rpc,
      height: height ?? (await readChainStatus(connection, signal)).height,
      ...(signal && { signal }),
    }),
    connectSigner: signer => ({
      signAndBroadcast: async (messages, options) => {
        const { signAndBroadcast } = await import('./send/signAndBroadcast.ts')
        return signAndBroadcast(connection, signer, messages, options)
      },
    }),
    waitForTx: async (hash, options = {}) => {
      if (!/^[0-9A-Fa-f]{64}$/.test(hash))
        throw new RegenError(INPUT_INVALID, { what: 'the hash', issues: '✖ expected 64 hexadecimal digits' })
      const [{ checkSendOptions }, { waitForTx }] = await Promise.all([
        import('./send/checkSendOptions.ts'),
        import('./send/broadcast/waitForTx.ts'),
      ])
      checkSendOptions(options)
      return waitForTx(connection, hash.toUpperCase(), options)
    },
    rpc,
    disconnect: connection.close,
  }
}
