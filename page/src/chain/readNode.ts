import { lookUpTx } from '../../../src/cli/tx/lookUpTx.ts'
import type { Message } from '../../../src/messages/message.ts'
import { readStatus } from '../../../src/node/read/node.ts'
import { connectRpc, type Rpc } from '../../../src/node/rpc/connectRpc.ts'
import { ratio } from '../../../src/primitives/ratio.ts'
import { type SnapshotOptions, takeSnapshot } from '../../../src/snapshot/takeSnapshot.ts'
import { decodeTx } from '../../../src/wire/decodeTx.ts'
import type { Tools } from '../workers/call.ts'
import { contractsIn, feeRouterIn } from './contracts.ts'
import type { NodeSource } from './source.ts'

type Stoppable = Pick<Tools, 'signal'>

const connections = new Map<string, Rpc>()

export function rpcOf(url: string): Rpc {
  const known = connections.get(url) ?? connectRpc(url, { timeoutMs: 15_000, attempts: 3 })
  connections.set(url, known)
  return known
}

/** What a node is asked. In a worker: reading never holds up the page. */
export const NODE_METHODS = {
  /** Which chain a node is of, and how far it is. */
  status: async ({ signal }: Stoppable, url: string) => readStatus(rpcOf(url), signal),
  /** A list of contracts, read. */
  contracts: async (_: Stoppable, text: string) => contractsIn(text),
  snapshot: async (
    { signal }: Stoppable,
    { url, contracts }: NodeSource,
    messages: readonly Message[] | 'everything',
    options: Omit<SnapshotOptions, 'signal'>,
  ) => {
    const rpc = rpcOf(url)
    const inForce = await feeRouterIn(contracts, rpc, signal)
    return (await takeSnapshot(rpc, messages, { ...options, ...inForce, signal })).snapshot
  },
  /** A transaction that is in a block, held against a preview of the state before it, and that state. */
  transaction: async ({ signal }: Stoppable, { url, contracts }: NodeSource, hash: string) => {
    const rpc = rpcOf(url)
    const { bytes, seen } = await lookUpTx(rpc, { hash }, { signal })
    const { body, authInfo } = decodeTx(bytes)
    const messages = (body?.messages ?? []) as readonly Message[]
    const { fee } = authInfo
    const payer = fee?.granter || fee?.payer
    const terms = { gasLimit: fee?.gasLimit ?? 0n, ...(payer && { feePayer: payer }) }
    const height = (seen.found?.height ?? 1n) - 1n
    const isThere = seen.past !== null && 'reconciliation' in seen.past
    // Few nodes keep old states: without it, the newest one says what the transaction would do today.
    const inForce = await feeRouterIn(contracts, rpc, signal)
    const at = { ...terms, ...inForce, signal, ...(isThere && { height }) }
    const { snapshot } = await takeSnapshot(rpc, messages, at)
    const gasPrices = (fee?.amount ?? []).map(({ denom, amount }) => ({
      denom,
      amount: ratio(BigInt(amount), fee?.gasLimit || 1n),
    }))
    return { messages, terms, seen, snapshot: { ...snapshot, gasPrices } }
  },
}
