import type { Rpc } from '../../node/rpc/connectRpc.ts'
import { isRegenError } from '../../primitives/errors.ts'
import { type Command, JSON_OPTION } from '../command.ts'
import { answerOf } from '../io/answerOf.ts'
import { chainOption, connectionOptions, NODE_OPTIONS, requireNodeUrls } from '../options/nodeOptions.ts'
import { withNode } from '../options/withNode.ts'
import { type NodeReport, renderNode } from '../render/renderNode.ts'

export const node: Command = {
  description:
    'Shows the chain, height and software of a node, its gas prices, the marketplace fees in force, and whether the chain has a module ' +
    'for any of the proposed mechanisms M012 to M015.',
  arguments: [],
  options: [...NODE_OPTIONS, JSON_OPTION],
  examples: [
    'regen-fees node --rpc https://regen-rpc.publicnode.com',
    'REGEN_RPC=http://localhost:26657 regen-fees node --json',
  ],
  async run(input, io) {
    const { chainId } = chainOption(input)
    const urls = requireNodeUrls(input, io)
    const report = await withNode(urls, connectionOptions(input), 'Reading the node', io, rpc =>
      readNode(rpc, chainId, io.signal),
    )
    return answerOf('node', report, { text: renderNode })
  },
}

async function readNode(rpc: Rpc, expected: string | undefined, signal: AbortSignal): Promise<NodeReport> {
  const { readNodeConfig, readNodeInfo, readStatus, requireChain } = await import('../../node/read/node.ts')
  const { readFeeParams } = await import('../../node/read/feeParams.ts')
  const { readProposedModules } = await import('../../node/read/proposedModules.ts')
  const status = await readStatus(rpc, signal)
  requireChain(status, expected)
  const ledger = { port: rpc, height: status.height, signal }
  const [config, software, feeParams, mechanisms] = await Promise.all([
    readNodeConfig(ledger).catch(nullIfNotTold),
    readNodeInfo(ledger).catch(nullIfNotTold),
    readFeeParams(ledger),
    readProposedModules(ledger),
  ])
  const { version: cometbft, ...where } = status
  const gasPrices = config?.gasPrices ?? 'unknown'
  return { ...where, origins: rpc.origins, cometbft, software, gasPrices, feeParams, mechanisms }
}

/** A node, or a gateway in front of it, need not tell its version and its prices. A node that fails fails. */
function nullIfNotTold(error: unknown): null {
  if (isRegenError(error, 'RPC_ERROR') || isRegenError(error, 'QUERY_FAILED')) return null
  if (isRegenError(error, 'MODULE_MISSING')) return null
  throw error
}
