import { type FeeParams, unusableRate } from '../../mechanisms/live-marketplace-fees/params.ts'
import type { NodeInfo } from '../../node/decode/nodeInfo.ts'
import type { NodeStatus } from '../../node/decode/status.ts'
import type { Mechanism, MechanismStatus } from '../../node/read/proposedModules.ts'
import type { GasPrice } from '../../preview/snapshot.ts'
import { plain } from '../../primitives/plain.ts'
import { formatRatio } from '../../primitives/ratio.ts'

/** What a node says of itself and of its chain. */
export type NodeReport = Omit<NodeStatus, 'version'> & {
  readonly origins: readonly string[]
  readonly cometbft: string
  /** Null where the node does not tell. */
  readonly software: NodeInfo | null
  readonly gasPrices: readonly GasPrice[]
  readonly feeParams: FeeParams | 'unknown'
  readonly mechanisms: { readonly [mechanism in Mechanism]: MechanismStatus }
}

export function renderNode({
  chainId,
  height,
  time,
  catchingUp,
  origins,
  cometbft,
  software,
  gasPrices,
  feeParams,
  mechanisms,
}: NodeReport): string {
  const prices = gasPrices.map(({ denom, amount }) => `${formatRatio(amount)} ${plain(denom)}`)
  return [
    ['Chain', plain(chainId)],
    ['Node', origins.join(', ')],
    ['Software', `${softwareText(software)}, CometBFT ${plain(cometbft)}`],
    ['Height', `${height}, ${time}${catchingUp ? ', still catching up' : ''}`],
    ['Gas price', prices.join(', ') || 'none asked'],
    ['Marketplace fees', feesText(feeParams)],
    ['M012 to M015', mechanismsText(mechanisms)],
  ]
    .map(([label = '', text = '']) => `${label.padEnd(18)}${text}`)
    .join('\n')
}

const softwareText = (software: NodeReport['software']): string =>
  software === null
    ? 'not told'
    : `${plain(`${software.name} ${software.version}`)}, Cosmos SDK ${plain(software.cosmosSdkVersion)}`

/** The rates are fractions of the price, as governance wrote them. */
function feesText(feeParams: NodeReport['feeParams']): string {
  if (feeParams === 'unknown') return 'unknown: this node does not show its raw store'
  const { buyer, seller } = feeParams
  if (buyer === '' && seller === '') return 'none'
  const rates = `buyer ${plain(buyer) || 'none'}, seller ${plain(seller) || 'none'}, of ask × quantity`
  return unusableRate(feeParams) === null
    ? rates
    : `${rates}: the chain cannot use them, and refuses every purchase`
}

function mechanismsText(mechanisms: NodeReport['mechanisms']): string {
  const all = Object.entries(mechanisms)
  return all.every(([, status]) => status === 'proposed')
    ? 'proposed: the chain has no module of theirs'
    : all.map(([mechanism, status]) => `${mechanism} ${status}`).join(', ')
}
