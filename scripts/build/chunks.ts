import { fileURLToPath } from 'node:url'
import { loadedAtOnce } from './loadedAtOnce.ts'

/**
 * Which file of `dist/shared` a module stands in, when more than one file of `dist` needs it: the first group that takes it, in this order.
 *
 * What is loaded together stands together, for opening files is most of a start. A file is a room of `src/` or a part of one, so that a reader of a stack trace
 * finds it. What a page loads only to sign, or to read what few chains have, never stands with what it loads to preview: bundlers leave out what nobody uses of a
 * file, but keep the rest of it in one place. And no file that a page loads stands with one of the command line, which needs Node.
 */

type Test = (id: string) => boolean

const path = (relative: string) => fileURLToPath(new URL(`../../src/${relative}`, import.meta.url))

const from = (...files: readonly string[]): ReadonlySet<string> => loadedAtOnce(files.map(path))

const inRoom =
  (...rooms: readonly string[]): Test =>
  id =>
    rooms.some(room => id.includes(`/src/${room}/`))

const isFile =
  (...files: readonly string[]): Test =>
  id =>
    files.some(file => id.endsWith(`/src/${file}.ts`))

const both =
  (test: Test, files: ReadonlySet<string>): Test =>
  id =>
    test(id) && files.has(id)

/** What a page loads to preview any message. */
const PREVIEWS = from('preview/previewWithEffects.ts', 'index.ts', 'client/connectRegen.ts')

/** What it loads to preview a purchase on a live node: what other messages and other assumptions need is loaded when they come. */
const TRADES = from('client/connectRegen.ts', 'messages/marketplace/index.ts')
const CREDITS = from('messages/ecocredit/index.ts')
/** What it loads for baskets, proposals, grants and prices on a live node; and where a chain has M013, or credits come over a bridge. */
const RARE = from('snapshot/rareRequests.ts')
const SOMETIMES = from(
  'node/read/bridge.ts',
  'node/modules/feeRouterModule.ts',
  'node/contracts/feeRouter.ts',
)

const command = (...names: readonly string[]) => from(...names.map(name => `cli/commands/${name}.ts`))

/** What the command line loads to print its help, what it loads more to preview, and to run what needs no more rooms than that. */
const HELPS = from('cli/main.ts')
const SHOWS = command('preview')
const COMMANDS = command(
  ...['quote', 'snapshot', 'orders', 'buy', 'tx', 'signDoc', 'node', 'denoms', 'network', 'watch'],
  ...['indexChain', 'activity', 'prices', 'rewards', 'policy', 'supply', 'messages', 'explain'],
)
/** What computes the parts of a study, on threads of its own. */
const PARTS = from('cli/simulate/simulateWorker.ts')

/** M013 apart, which needs schemas. A group takes what its files import with it, unless an earlier one has it. */
const isMechanism: Test = id => /\/src\/mechanisms\/m01[245]-/.test(id)

/** What loads the rest stands with the snapshots: in one file with an import() a bundler that splits nothing writes more than in others. */
const isLoader = isFile('messages/loadCatalog', 'preview/loadParts')

const GROUPS: readonly (readonly [name: string, test: Test])[] = [
  // A page that only previews says nothing of signing; the command line needs the clock before anything of a node; formulas need no schemas.
  ['errors-of-sending', isFile('primitives/errorTable/sending')],
  [
    'primitives',
    id =>
      /\/src\/(primitives\/(?!schemas|explainIssues|canonicalHash|ibcDenom|txHash)|node\/rpc\/clock)/.test(
        id,
      ),
  ],
  ['schemas', isFile('primitives/schemas', 'primitives/explainIssues')],
  ['m013', inRoom('mechanisms/m013-value-based-fee-routing')],
  ['mechanisms', both(isMechanism, PREVIEWS)],
  ['mechanisms-later', isMechanism],
  ['live-marketplace-fees', inRoom('mechanisms/live-marketplace-fees')],
  ['policy', both(inRoom('policy'), TRADES)],
  // Loaded for a policy that is not the default one, and apart from the hashes themselves: what import() names is kept whole.
  [
    'hashes',
    id =>
      id.includes('/@noble/hashes/') ||
      isFile(
        ...['primitives/canonicalHash', 'primitives/ibcDenom', 'primitives/txHash'],
        'redistribution/reportIri',
      )(id),
  ],
  ['policy-hash', isFile('policy/policyHash')],
  ['policy-later', inRoom('policy')],
  ['sentences', isFile('messages/warningSentences')],
  ['messages', id => both(inRoom('messages'), TRADES)(id) && !isLoader(id)],
  ['messages-of-credits', both(inRoom('messages'), CREDITS)],
  ['messages-later', id => inRoom('messages')(id) && !isLoader(id)],
  ['epoch', inRoom('epoch')],
  ['simulation', inRoom('simulation')],
  ['preview-effects', inRoom('preview/effects')],
  // The functions that know every message stand alone: beside it are what a page uses with connectRegen.
  [
    'preview',
    id =>
      (inRoom('preview')(id) &&
        !isLoader(id) &&
        !isFile('preview/previewFees', 'preview/previewWithEffects')(id)) ||
      isFile('oracles/inUregen')(id),
  ],
  ['preview-fees', isFile('preview/previewFees')],
  ['preview-with-effects', isFile('preview/previewWithEffects')],
  ['orders', inRoom('orders')],
  ['wire', both(inRoom('wire'), TRADES)],
  ['node', both(inRoom('node'), TRADES)],
  ['client', id => isLoader(id) || both(inRoom('snapshot', 'client'), TRADES)(id)],
  ['rare', both(inRoom('wire', 'node', 'snapshot', 'client'), RARE)],
  ['wire-later', inRoom('wire')],
  ['node-sometimes', both(inRoom('node'), SOMETIMES)],
  ['node-later', inRoom('node')],
  ['reconcile', inRoom('snapshot', 'reconcile')],
  ['client-later', both(inRoom('client'), from('wallet/index.ts'))],
  ['sending', inRoom('client')],
  // To check the signature of a ballot, or of a document, takes the mathematics of a curve, which is large.
  ['ballots', isFile('redistribution/ballotBox', 'redistribution/adr36')],
  ['redistribution', inRoom('redistribution', 'mechanisms/regen-value-redistribution')],
  ['network', inRoom('network')],
  ['indexer', inRoom('indexer')],
  [
    'oracles',
    id =>
      /\/src\/oracles\/(prices|readPrices|ecology|measureCo2|rules|malformed|koiBundle|jcs)\.ts$/.test(id),
  ],
  ['oracles-later', inRoom('oracles')],
  ['cli-help', both(inRoom('cli'), HELPS)],
  ['cli-preview', both(inRoom('cli'), SHOWS)],
  ['cli-files', isFile('cli/io/writeWhole')],
  ['cli-commands', both(inRoom('cli'), COMMANDS)],
  ['cli-epoch', both(inRoom('cli'), command('epoch', 'wash'))],
  ['cli-fund', both(inRoom('cli'), command('fund'))],
  ['cli-parts', both(inRoom('cli'), PARTS)],
  ['cli-simulate', both(inRoom('cli'), command('simulate'))],
  ['cli-page', both(inRoom('cli'), command('page'))],
  // What a command loads when it is given a node.
  ['cli-node', id => inRoom('cli')(id) && !HELPS.has(id) && !PARTS.has(id)],
]

/** A module of these stands there even where only one file loads it, when it is wanted: commands, and what signs and sends. */
const LOADED_LATER = /^(cli-(?!help|parts)|sending$|node-sometimes$)/

export const CHUNKS = GROUPS.map(([name, test], index) => ({
  name,
  test,
  priority: GROUPS.length - index,
  minShareCount: LOADED_LATER.test(name) ? 1 : 2,
}))
