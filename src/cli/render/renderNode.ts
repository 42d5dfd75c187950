import { type FeeParams, unusableRate } from '../../mechanisms/live-marketplace-fees/params.ts'
import type { NodeInfo } from '../../node/decode/blocks/nodeInfo.ts'
import type { NodeStatus } from '../../node/decode/blocks/status.ts'
import type { Mechanism, MechanismStatus } from '../../node/read/proposedModules.ts'
import type { GasPrice } from '../../preview/snapshot.ts'
import { formatRatio } from '../../primitives/ratio.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import { percentText } from './amounts.ts'
import { labelled } from './text.ts'

/** What a node says of itself and of its chain. */
export type NodeReport = Omit<NodeStatus, 'version'> & {
  readonly origins: readonly string[]
  readonly cometbft: string
  /** Null where the node does not tell. */
  readonly software: NodeInfo | null
  readonly gasPrices: readonly GasPrice[] | 'unknown'
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
}: NodeReport): readonly string[] {
  const prices =
    gasPrices === 'unknown'
      ? ['not told']
      : gasPrices.map(({ denom, amount }) => `${formatRatio(amount)} ${sanitize(denom)} for a unit of gas`)
  return labelled([
    ['Chain', sanitize(chainId)],
    ['Node', origins.join(', ')],
    ['Software', `${softwareText(software)}, CometBFT ${sanitize(cometbft) || 'not told'}`],
    ['Height', `${height}, ${time}${catchingUp ? ', still catching up' : ''}`],
    ['Gas price', prices.join(', ') || 'none asked'],
    ['Marketplace fees', feesText(feeParams)],
    ['M012 to M015', mechanismsText(mechanisms)],
  ])
}

/** A node need not tell its name, its version or that of its SDK. */
function softwareText(software: NodeReport['software']): string {
  const { name = '', version = '', cosmosSdkVersion = '' } = software ?? {}
  const application = sanitize(`${name} ${version}`.trim())
  return `${application || 'not told'}, Cosmos SDK ${sanitize(cosmosSdkVersion) || 'not told'}`
}

/** The chain has the rates as fractions of the price; what it cannot use is shown as governance wrote it. */
function feesText(feeParams: NodeReport['feeParams']): string {
  if (feeParams === 'unknown') return 'unknown: this node does not show its raw store'
  const { buyer, seller } = feeParams
  if (buyer === '' && seller === '') return 'none'
  const rates = (show: (rate: string) => string) =>
    `buyer ${show(sanitize(buyer)) || 'none'}, seller ${show(sanitize(seller)) || 'none'}, of ask × quantity`
  return unusableRate(feeParams) === null
    ? rates(percentText)
    : `${rates(String)}: the chain cannot use them, and refuses every purchase`
}

function mechanismsText(mechanisms: NodeReport['mechanisms']): string {
  const all = Object.entries(mechanisms)
  return all.every(([, status]) => status === 'proposed')
    ? 'proposed: the chain has no module of theirs'
    : all.map(([mechanism, status]) => `${mechanism} ${status}`).join(', ')
}
