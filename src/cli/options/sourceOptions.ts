import type { NodeAt } from '../../node/read/ask.ts'
import type { DocumentSource } from '../../oracles/document.ts'
import { type CommandInput, type CommandOption, type Io, listOption } from '../command.ts'
import { looksLikeUrl } from '../io/redactUrls.ts'
import { chainOption, connectionOptions, requireNodeUrls } from './nodeOptions.ts'
import { withNode } from './withNode.ts'

export const TRUST_OPTION: CommandOption = {
  flags: '--trust <account>',
  summary:
    'take prices and ecological data only if this account signed them, or this KOI node (its public key)',
  repeatable: true,
}

/** Whom the data of --prices and --ecology is taken from. */
export const SOURCE_OPTIONS: readonly CommandOption[] = [
  TRUST_OPTION,
  {
    flags: '--attested',
    summary: 'with a node: take them only if a --trust account attests to them on its chain',
  },
]

/** Where the ledger stands for which data is wanted; null: wherever the node stands. */
export type Place = { readonly chainId: string | null; readonly height: bigint | null }

export const trustedOf = (input: CommandInput): readonly string[] => listOption(input, 'trust')

/** What an option names: a file, an address, or a bundle of a KOI node (its RID behind a #). */
export async function documentNamed(text: string, input: CommandInput, io: Io): Promise<DocumentSource> {
  const { documentAt, documentOf, koiBundle } = await import('../../oracles/index.ts')
  const trusted = trustedOf(input)
  if (!looksLikeUrl(text)) return documentOf(text, await io.readFile(text), trusted)
  const options = { trusted, signal: io.signal, clock: io.clock }
  const [url = '', rid] = text.split(/#(.*)/s)
  return rid ? koiBundle(url, decodeURIComponent(rid), options) : documentAt(text, options)
}

/** Works with documents; with --attested they are those that the chain knows at this height. */
export async function withDocuments<Result>(
  documents: readonly DocumentSource[],
  { input, io, place }: { readonly input: CommandInput; readonly io: Io; readonly place: Place },
  work: (documents: readonly DocumentSource[]) => Promise<Result>,
): Promise<Result> {
  if (input.options['attested'] !== true || documents.length === 0) return work(documents)
  const { attested } = await import('../../oracles/index.ts')
  const { readStatus, requireChain } = await import('../../node/read/node.ts')
  const urls = requireNodeUrls(input, io)
  return withNode(urls, connectionOptions(input), 'Reading attestations', io, async rpc => {
    const status = await readStatus(rpc, io.signal)
    requireChain(status, chainOption(input).chainId ?? place.chainId ?? undefined)
    const ledger: NodeAt = { port: rpc, height: place.height ?? status.height, signal: io.signal }
    return work(documents.map(document => attested(document, ledger)))
  })
}
