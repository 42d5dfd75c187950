import type { GasPrice } from '../../preview/snapshot.ts'
import { DENOM } from '../../primitives/coin.ts'
import { RegenError } from '../../primitives/errors.ts'
import { CHAIN_MISMATCH } from '../../primitives/errorTable.ts'
import type { ConfigResponse } from '../../wire/generated/cosmos/base/node/v1beta1/query.ts'
import { type NodeInfo, toNodeInfo } from '../decode/blocks/nodeInfo.ts'
import { type NodeStatus, toStatus } from '../decode/blocks/status.ts'
import { type Fields, parseDecimal } from '../decode/fields.ts'
import { nodeConfig, tendermintGetNodeInfo } from '../endpoints/bank.ts'
import type { Rpc } from '../rpc/connectRpc.ts'
import { ask, type NodeAt } from './ask.ts'
import { type Question, question } from './question.ts'

/** What the node that answered wants and keeps; another node of the chain may say otherwise. */
export type NodeConfig = {
  /** The price of one unit of gas in each denom that the node takes. Empty: it asks for none. */
  readonly gasPrices: readonly GasPrice[]
  /** How many recent heights it keeps, as it says it: '0' for all. */
  readonly pruningKeepRecent: string
}

const toNodeConfig = ({ minimumGasPrice, pruningKeepRecent }: ConfigResponse, read: Fields): NodeConfig => ({
  gasPrices: toGasPrices(minimumGasPrice, read),
  pruningKeepRecent,
})

/** Reads '0.025000000000000000uregen,0.1uusdc'. */
export const toGasPrices = (text: string, read: Fields): readonly GasPrice[] =>
  text === ''
    ? []
    : text.split(',').map(part => {
        const [, decimal = '', denom = ''] = /^([\d.]+)(.+)$/.exec(part.trim()) ?? []
        const amount = parseDecimal(decimal)
        return amount && DENOM.test(denom)
          ? { denom, amount }
          : read.fail('minimum_gas_price', 'prices such as "0.025uregen"', text)
      })

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
