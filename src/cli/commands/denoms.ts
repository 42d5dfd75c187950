import type { AllowedDenom } from '../../messages/ledger.ts'
import type { DenomName } from '../../preview/snapshot.ts'
import { nameOf } from '../../preview/words/formatAmount.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import { type Command, JSON_OPTION } from '../command.ts'
import { answerOf } from '../io/answerOf.ts'
import { chainOption, connectionOptions, NODE_OPTIONS, requireNodeUrls } from '../options/nodeOptions.ts'
import { withNode } from '../options/withNode.ts'
import { table } from '../render/table.ts'

/** One denom, and who says how people write it. */
type DescribedDenom = DenomName & { readonly source: 'allowed denom' | 'bank metadata' | 'nobody' }

export const denoms: Command = {
  description:
    'How people write denoms, and where those of other chains came from: what the marketplace allows, what the bank describes, and the traces of IBC, whose hash is computed ' +
    'anew. A denom without an exponent is shown in its smallest unit everywhere.',
  arguments: [{ name: '[denoms...]', summary: 'denoms to look up beside those that the marketplace allows' }],
  options: [...NODE_OPTIONS, JSON_OPTION],
  examples: [
    'regen-fees denoms --rpc https://regen-rpc.publicnode.com',
    'regen-fees denoms eco.uC.NCT --rpc http://localhost:26657 --json',
  ],
  async run(input, io) {
    const urls = requireNodeUrls(input, io)
    const { readStatus, requireChain } = await import('../../node/read/node.ts')
    const { readAllowedDenoms } = await import('../../node/read/settings.ts')
    const { readDenomNames } = await import('../../node/read/denoms.ts')
    const report = await withNode(urls, connectionOptions(input), 'Reading denoms', io, async rpc => {
      const status = await readStatus(rpc, io.signal)
      requireChain(status, chainOption(input).chainId)
      const { chainId, height } = status
      const ledger = { port: rpc, height, signal: io.signal }
      const allowed = await readAllowedDenoms(ledger)
      const wanted = [...allowed.map(({ bankDenom }) => bankDenom), ...input.args]
      const names = await readDenomNames(ledger, wanted)
      return { chainId, height, denoms: names.map(name => described(name, allowed)) }
    })
    return answerOf('denoms', report, {
      text: ({ chainId, height, denoms }, page) => [
        `${sanitize(chainId)} at height ${height}:`,
        table(['Symbol', 'Decimals', 'Said by', 'Came from', 'Denom'], denoms.map(rowOf(denoms)), page),
      ],
    })
  },
}

/** The marketplace's own list comes before the bank. */
function described(name: DenomName, allowed: readonly AllowedDenom[]): DescribedDenom {
  const listed = allowed.find(({ bankDenom }) => bankDenom === name.denom)
  if (listed !== undefined)
    return { ...name, symbol: listed.displayDenom, exponent: listed.exponent, source: 'allowed denom' }
  return { ...name, source: name.symbol === null ? 'nobody' : 'bank metadata' }
}

const rowOf = (denoms: readonly DescribedDenom[]) => {
  const known = denoms.flatMap(({ denom, symbol, exponent }) =>
    symbol === null || exponent === null ? [] : [{ bankDenom: denom, displayDenom: symbol, exponent }],
  )
  return ({ denom, exponent, source, trace }: DescribedDenom) => {
    const name = nameOf(denom, known)
    return [
      name === null ? '' : `${name.symbol}${name.isShared ? ' (shared)' : ''}`,
      name === null ? 'smallest units' : `${exponent}`,
      source,
      trace === null ? (denom.startsWith('ibc/') ? 'not known' : 'here') : `${trace.path}/${trace.base}`,
      denom,
    ]
  }
}
