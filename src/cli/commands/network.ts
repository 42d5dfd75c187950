import type { Network, NumberSource } from '../../network/index.ts'
import { toJson } from '../../primitives/canonical.ts'
import { csvText } from '../../primitives/csv.ts'
import { parseRegen } from '../../primitives/uregen.ts'
import { type Command, JSON_OPTION, POLICY_OPTION, textOption } from '../command.ts'
import { PAID_RATE_OPTION, ratesOf } from '../input/priceOptions.ts'
import { ECOLOGY_OPTION } from '../input/readEcology.ts'
import { readJson, readPolicy } from '../input/readInput.ts'
import { PRICES_OPTIONS } from '../input/readPriceSources.ts'
import { outsideOf } from '../input/readReplay.ts'
import { answerOf } from '../io/answerOf.ts'
import { optionError, parseOption } from '../io/inputError.ts'
import { renderNetwork } from '../network/renderNetwork.ts'
import { chainOption, connectionOptions, NODE_OPTIONS, requireNodeUrls } from '../options/nodeOptions.ts'
import { periodOf } from '../options/periodOf.ts'
import { withNode } from '../options/withNode.ts'
import { ecologyLines } from '../render/ecologyLines.ts'

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
    PAID_RATE_OPTION,
    {
      flags: '--fund <REGEN>',
      summary:
        'a validator fund whose pay is looked at; default: what M013 would have routed to validators in the period',
    },
    {
      flags: '--csv',
      summary: 'print every number as a row: what it is, whether it is in force, and from where',
    },
    ...PRICES_OPTIONS,
    ECOLOGY_OPTION,
    JSON_OPTION,
  ],
  examples: [
    'regen-fees network --rpc https://regen-rpc.publicnode.com',
    'regen-fees network --period 30d --json --rpc http://localhost:26657',
    'regen-fees network --csv --fund 50000 --rpc http://localhost:26657 > network.csv',
  ],
  async run(input, io) {
    const urls = requireNodeUrls(input, io)
    const contracts = textOption(input, 'contracts')
    const fund = textOption(input, 'fund')
    const csv = input.options['csv'] === true
    if (csv && input.options['json'] === true)
      throw optionError('command line', '--csv and --json are two answers: choose one')
    const { parseContractRegistry, readNetwork } = await import('../../network/index.ts')
    const options = {
      ...chainOption(input),
      policy: await readPolicy(input, io),
      periodSeconds: periodOf(input),
      rates: ratesOf(input),
      signal: io.signal,
      ...(fund !== undefined && { validatorFund: parseOption('--fund', () => parseRegen(fund)) }),
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
      text: ({ ecology = null, ...shown }, page) =>
        csv ? [networkCsv(shown)] : [...renderNetwork(shown, page), ...ecologyLines(ecology)],
      verbatim: csv,
    })
  },
}

/**
 * Every number of a network as a row: its path, its value, whether it is in force, and where it is from. Amounts are in smallest units, rates exact
 * fractions; what is in a list has its place, from 0, or its own name in the path.
 */
const networkCsv = ({ sources, ...network }: Network): string =>
  csvText(
    ['number', 'value', 'kind', 'from', 'height'],
    leavesOf(toJson(network)).map(([path, value]) => {
      const source = sourceOf(path, sources)
      return [path, value, source?.kind ?? '', source?.from.join(' ') ?? '', `${network.height}`]
    }),
  )

/** Paths and values of all that is no object and no list. */
function leavesOf(value: unknown, path = ''): readonly (readonly [path: string, value: string])[] {
  if (typeof value !== 'object') return [[path, String(value)]]
  if (value === null) return [[path, '']]
  const entries = Object.entries(value)
  return entries.length === 0
    ? [[path, '']]
    : entries.flatMap(([key, inner]) => leavesOf(inner, path === '' ? key : `${path}.${key}`))
}

/** The row that tells of a path: places in lists do not count. */
function sourceOf(path: string, sources: readonly NumberSource[]): NumberSource | undefined {
  const name = path.replace(/\.\d+(?=\.|$)/g, '')
  return sources.find(({ fields }) => fields.some(field => name === field || name.startsWith(`${field}.`)))
}
