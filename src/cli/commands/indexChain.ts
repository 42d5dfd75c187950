import type { BlockSource, IndexRun, Store } from '../../indexer/index.ts'
import type { Rpc } from '../../node/rpc/connectRpc.ts'
import { type Command, type CommandInput, type Io, JSON_OPTION, textOption } from '../command.ts'
import { answerOf } from '../io/answerOf.ts'
import { optionError } from '../io/inputError.ts'
import { requireInOrder } from '../options/filterOptions.ts'
import { chainOption, connectionOptions, NODE_OPTIONS, requireNodeUrls } from '../options/nodeOptions.ts'
import { PROGRESS_MS, withNode } from '../options/withNode.ts'
import { DB_OPTION, withStore } from '../options/withStore.ts'
import { labelled } from '../render/text.ts'

/** How long a chain that is followed is left alone before it is asked for a new block. */
const POLL_MS = 5_000

export const indexChain: Command = {
  description:
    'Writes what happened on a chain into an index: purchases, retirements, sends, issuances, votes, proposals, fees. It goes on where it stopped, writes ' +
    'blocks whole, and may be stopped at any time. In a folder it needs the package @electric-sql/pglite, on a PostgreSQL server pg.',
  arguments: [],
  options: [
    ...NODE_OPTIONS,
    DB_OPTION,
    {
      flags: '--from <height>',
      summary: 'the first block of a new index; default: the earliest that the node has',
    },
    { flags: '--to <height>', summary: 'the last block; default: the newest' },
    {
      flags: '--source <name>',
      summary: 'block_results or tx_search; default: what the node allows, block_results first',
    },
    {
      flags: '--allow-gap',
      summary: 'go on where the node has thrown blocks away; the gap is noted in the index',
    },
    { flags: '--follow', summary: 'go on with new blocks until Ctrl-C' },
    { flags: '--digest', summary: 'also the hash over all rows, to compare two indexes' },
    JSON_OPTION,
  ],
  examples: [
    'regen-fees index --rpc http://localhost:26657 --from 25303838',
    'regen-fees index --rpc http://localhost:26657 --db postgres://regen@localhost/regen --follow',
  ],
  async run(input, io) {
    const urls = requireNodeUrls(input, io)
    const options = optionsOf(input)
    const report = await withStore(
      input,
      io,
      store =>
        withNode(urls, { ...connectionOptions(input), ...chainOption(input) }, 'Indexing', io, async rpc => {
          const run = await follow(rpc, store, options, input.options['follow'] === true, io)
          if (input.options['digest'] !== true) return run
          const { indexDigest } = await import('../../indexer/index.ts')
          return { ...run, digest: await indexDigest(store) }
        }),
      { create: true },
    )
    return answerOf('index', report, { text: render })
  },
}

type Options = {
  readonly from?: bigint
  readonly to?: bigint
  readonly source?: BlockSource
  readonly allowGap: boolean
}

function optionsOf(input: CommandInput): Options {
  const height = (name: 'from' | 'to') => {
    const text = textOption(input, name)
    if (text === undefined) return {}
    if (/^[1-9]\d{0,17}$/.test(text)) return { [name]: BigInt(text) }
    throw optionError(`--${name}`, `expected a height, got "${text.slice(0, 40)}"`)
  }
  const source = textOption(input, 'source')
  if (source !== undefined && source !== 'block_results' && source !== 'tx_search')
    throw optionError('--source', `expected block_results or tx_search, got "${source.slice(0, 40)}"`)
  const heights: { readonly from?: bigint; readonly to?: bigint } = { ...height('from'), ...height('to') }
  requireInOrder(heights.from, heights.to, '--from, --to')
  return {
    ...heights,
    ...(source !== undefined && { source }),
    allowGap: input.options['allowGap'] === true,
  }
}

/** Up to the newest block; and, when a chain is followed, again and again until it is stopped. */
async function follow(rpc: Rpc, store: Store, options: Options, again: boolean, io: Io): Promise<IndexRun> {
  const { indexChain } = await import('../../indexer/index.ts')
  let told = io.clock.now()
  const run = () =>
    indexChain(rpc, store, {
      ...options,
      signal: io.signal,
      onProgress({ height, to }) {
        if (io.clock.now() - told < PROGRESS_MS.next && !(again && height === to)) return
        told = io.clock.now()
        io.err(`Block ${height} of ${to} …`)
      },
    })
  for (;;) {
    const done = await run()
    if (!again) return done
    await rest(io)
  }
}

const rest = (io: Io): Promise<void> =>
  new Promise(resolve => {
    const cancel = io.clock.after(POLL_MS, resolve)
    io.signal.addEventListener(
      'abort',
      () => {
        cancel()
        resolve()
      },
      { once: true },
    )
  })

const render = ({
  chainId,
  source,
  first,
  last,
  blocks,
  gap,
  digest,
}: IndexRun & { readonly digest?: { readonly hash: string } }): readonly string[] =>
  labelled([
    ['Chain', chainId],
    ['Index', last < first ? `no block yet; it begins at ${first}` : `blocks ${first} to ${last}`],
    ['Written now', source === null ? 'nothing: there was no new block' : `${blocks} by ${source}`],
    ...(gap === null ? [] : [['Gap', `blocks ${gap.from} to ${gap.to}: the node has none of them`] as const]),
    ...(digest === undefined ? [] : [['Digest', digest.hash] as const]),
  ])
