import { type NodeConfig, toNodeConfig } from '../decode/nodeConfig.ts'
import { type NodeStatus, toStatus } from '../decode/status.ts'
import { nodeConfig } from '../endpoints.ts'
import type { Rpc } from '../rpc/connectRpc.ts'
import { ask, type LedgerAt } from './ask.ts'
import { type Question, question } from './question.ts'

export const nodeConfigQuestion = (): Question<NodeConfig> => question(nodeConfig, {}, toNodeConfig)

/** The settings of the node that answers: its gas prices, and what it keeps. */
export const readNodeConfig = (ledger: LedgerAt): Promise<NodeConfig> => ask(ledger, nodeConfigQuestion())

/** Of which chain a node is, and its newest block. */
export const readStatus = async (rpc: Pick<Rpc, 'call'>, signal?: AbortSignal): Promise<NodeStatus> =>
  toStatus(await rpc.call('status', {}, signal))
