import { type Command, JSON_OPTION, POLICY_OPTION, textOption } from '../command.ts'
import { answerOf } from '../io/answerOf.ts'
import { chainOption, connectionOptions, NODE_OPTIONS, requireNodeUrls } from '../io/nodeOptions.ts'
import { periodOf } from '../io/periodOf.ts'
import { ECOLOGY_OPTION } from '../io/readEcology.ts'
import { readJson, readPolicy } from '../io/readInput.ts'
import { PRICES_OPTIONS } from '../io/readPriceSources.ts'
import { outsideOf, ratesOf } from '../io/readReplay.ts'
import { withNode } from '../io/withNode.ts'
import { ecologyLines } from '../render/ecologyLines.ts'
import { renderNetwork } from '../render/renderNetwork.ts'

export const network: Command = {
  description:
    'Reads a network at its newest height and shows it as M012 to M015 see it: supply against the cap, what the trade of the last period would have paid and ' +
    'how it would split, validators against the rules, contributors and what they would earn. What is in force is apart from what is proposed.',
  arguments: [],
  options: [
    ...NODE_OPTIONS,
    { flags: '--period <length>', summary: 'how far back: 7d, 48h or 90m; default: 7d' },
    POLICY_OPTION,
    {
      flags: '--contracts <file>',
      summary: 'where the mechanisms are contracts (JSON): { "regen-1": { "feeRouter": "regen1…" } }',
    },
    {
      flags: '--rate <denom=uregen>',
      summary: 'uregen for one smallest unit of another denom; without it, what was paid in it is not valued',
      repeatable: true,
    },
    ...PRICES_OPTIONS,
    ECOLOGY_OPTION,
    JSON_OPTION,
  ],
  examples: [
    'regen-fees network --rpc https://regen-rpc.publicnode.com',
    'regen-fees network --period 30d --json --rpc http://localhost:26657',
  ],
  async run(input, io) {
    const urls = requireNodeUrls(input, io)
    const contracts = textOption(input, 'contracts')
    const { parseContractRegistry, readNetwork } = await import('../../network/index.ts')
    const options = {
      ...chainOption(input),
      policy: await readPolicy(input, io),
      periodSeconds: periodOf(input),
      rates: ratesOf(input),
      signal: io.signal,
      ...(contracts !== undefined && { contracts: parseContractRegistry(await readJson(contracts, io)) }),
    }
    const report = await withNode(urls, connectionOptions(input), 'Reading the network', io, async rpc => {
      const { stated: references, trades, ecology } = await outsideOf(rpc, input, io, options.policy)
      const network = await readNetwork(rpc, {
        ...options,
        references,
        ...(trades && { trades }),
        ...(ecology && { co2: ecology.co2 }),
      })
      return { ...network, ...(ecology && { ecology }) }
    })
    return answerOf('network', report, {
      text: ({ ecology = null, ...network }, page) => [
        ...renderNetwork(network, page),
        ...ecologyLines(ecology),
      ],
    })
  },
}
