import { type CommandInput, type CommandOption, type Io, listOption, textOption } from '../command.ts'
import { optionError } from '../io/inputError.ts'

const RPC_OPTION: CommandOption = {
  flags: '--rpc <url>',
  summary:
    'the CometBFT RPC of a node; of several, the next one is asked when one fails; also REGEN_RPC, separated by commas',
  repeatable: true,
}
const CHAIN_OPTION: CommandOption = {
  flags: '--chain <id>',
  summary: 'refuse any other chain than this one, such as regen-1',
}

const BATCH_OPTION: CommandOption = {
  flags: '--batch-limit <N>',
  summary: 'calls in one request to a node; default: 10; 1 for a gateway that takes no batches',
}

/** What every command takes that may ask a node. */
export const NODE_OPTIONS: readonly CommandOption[] = [RPC_OPTION, CHAIN_OPTION, BATCH_OPTION]

/** How a node is spoken to. */
export type ConnectionOptions = { readonly batchLimit?: number }

export function connectionOptions(input: CommandInput): ConnectionOptions {
  const limit = textOption(input, 'batchLimit')
  if (limit === undefined) return {}
  if (/^[1-9]\d{0,3}$/.test(limit)) return { batchLimit: Number(limit) }
  throw optionError('--batch-limit', `expected a whole number from 1 to 9999; got "${limit.slice(0, 80)}"`)
}

/** The nodes named on the command line, else in the environment. */
export function nodeUrls(input: CommandInput, io: Io): readonly string[] {
  const named = listOption(input, 'rpc')
  const urls = (named.length > 0 ? named : (io.env('REGEN_RPC') ?? '').split(','))
    .map(url => url.trim())
    .filter(Boolean)
  const wrong = urls.findIndex(url => !/^https?:\/\/./i.test(url))
  if (wrong < 0) return urls
  const which = urls.length > 1 ? `address ${wrong + 1}: ` : ''
  // The address is not repeated: a key can stand in it.
  throw optionError(
    named.length > 0 ? '--rpc' : 'REGEN_RPC',
    `${which}expected an address with http or https, such as http://localhost:26657`,
  )
}

/** The same, for what cannot be done without a node. */
export function requireNodeUrls(input: CommandInput, io: Io): readonly string[] {
  const urls = nodeUrls(input, io)
  if (urls.length > 0) return urls
  throw optionError('--rpc', 'name a node, or set REGEN_RPC')
}

/** The chain that a node must be of, if the caller says so. */
export function chainOption(input: CommandInput): { readonly chainId?: string } {
  const chainId = textOption(input, 'chain')
  return chainId === undefined ? {} : { chainId }
}
