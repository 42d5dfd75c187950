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

/** What a page loads to preview; and what some messages and some chains make it load more, such as M013 where it is in force. */
const PREVIEWS = from('index.ts', 'client/connectRegen.ts')
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

/** M013 apart, which needs schemas. */
const isMechanism: Test = id => /\/src\/mechanisms\/(m01[245]-|live-marketplace-fees\/)/.test(id)

const GROUPS: readonly (readonly [name: string, test: Test])[] = [
  // A page that only previews says nothing of signing; the command line needs the clock before anything of a node; formulas need no schemas.
  ['errors-of-sending', isFile('primitives/errorTable/sending')],
  ['primitives', id => /\/src\/(primitives\/(?!schemas|explainIssues)|node\/rpc\/clock)/.test(id)],
  ['schemas', inRoom('primitives')],
  ['hashes', id => id.includes('/@noble/hashes/') || isFile('redistribution/reportIri')(id)],
  ['m013', inRoom('mechanisms/m013-value-based-fee-routing')],
  ['mechanisms', both(isMechanism, PREVIEWS)],
  ['mechanisms-later', isMechanism],
  ['policy', inRoom('policy')],
  ['messages', inRoom('messages')],
  ['epoch', inRoom('epoch')],
  ['simulation', inRoom('simulation')],
  ['preview', id => inRoom('preview')(id) || isFile('oracles/inUregen')(id)],
  ['orders', inRoom('orders')],
  ['wire', both(inRoom('wire'), PREVIEWS)],
  ['wire-later', inRoom('wire')],
  ['node', both(inRoom('node'), PREVIEWS)],
  ['node-sometimes', both(inRoom('node'), SOMETIMES)],
  ['node-later', inRoom('node')],
  ['client', both(inRoom('snapshot', 'client'), PREVIEWS)],
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
