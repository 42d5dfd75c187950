import { RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID } from '../../primitives/errorTable.ts'
import { type CommandInput, type CommandOption, type Io, listOption, textOption } from '../command.ts'

export const RPC_OPTION: CommandOption = {
  flags: '--rpc <url>',
  summary:
    'the CometBFT RPC of a node; of several, the next one is asked when one fails; also REGEN_RPC, separated by commas',
  repeatable: true,
}
export const CHAIN_OPTION: CommandOption = {
  flags: '--chain <id>',
  summary: 'refuse any other chain than this one, such as regen-1',
}

/** The nodes named on the command line, else in the environment. */
export function nodeUrls(input: CommandInput, io: Io): readonly string[] {
  const named = listOption(input, 'rpc')
  const urls = named.length > 0 ? named : (io.env('REGEN_RPC') ?? '').split(',')
  return urls.map(url => url.trim()).filter(Boolean)
}

/** The same, for what cannot be done without a node. */
export function requireNodeUrls(input: CommandInput, io: Io): readonly string[] {
  const urls = nodeUrls(input, io)
  if (urls.length > 0) return urls
  throw new RegenError(INPUT_INVALID, { what: '--rpc', issues: '✖ name a node, or set REGEN_RPC' })
}

/** The chain that a node must be of, if the caller says so. */
export function chainOption(input: CommandInput): { readonly chainId?: string } {
  const chainId = textOption(input, 'chain')
  return chainId === undefined ? {} : { chainId }
}
