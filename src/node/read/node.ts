import { RegenError } from '../../primitives/errors.ts'
import { CHAIN_MISMATCH } from '../../primitives/errorTable.ts'
import { type NodeConfig, toNodeConfig } from '../decode/nodeConfig.ts'
import { type NodeInfo, toNodeInfo } from '../decode/nodeInfo.ts'
import { type NodeStatus, toStatus } from '../decode/status.ts'
import { nodeConfig, tendermintGetNodeInfo } from '../endpoints/bank.ts'
import type { Rpc } from '../rpc/connectRpc.ts'
import { ask, type NodeAt } from './ask.ts'
import { type Question, question } from './question.ts'

export const nodeConfigQuestion = (): Question<NodeConfig> => question(nodeConfig, {}, toNodeConfig)

/**
 * The settings of the node that answers: its gas prices, and what it keeps.
 *
 * @example
 * const nodeConfig = await readNodeConfig(at)
 */
export const readNodeConfig = (ledger: NodeAt): Promise<NodeConfig> => ask(ledger, nodeConfigQuestion())

/** The software of the node that answers. */
export const readNodeInfo = (ledger: NodeAt): Promise<NodeInfo> =>
  ask(ledger, question(tendermintGetNodeInfo, {}, toNodeInfo))

/**
 * Of which chain a node is, and its newest block.
 *
 * @example
 * const status = await readStatus(rpc)
 */
export const readStatus = async (rpc: Pick<Rpc, 'call'>, signal?: AbortSignal): Promise<NodeStatus> =>
  toStatus(await rpc.call('status', {}, signal))

/** Throws CHAIN_MISMATCH where a node is of another chain than its caller expects. */
export function requireChain({ chainId }: NodeStatus, expected: string | undefined): void {
  if (expected !== undefined && chainId !== expected)
    throw new RegenError(CHAIN_MISMATCH, { expected, got: chainId })
}
