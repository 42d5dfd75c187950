import { fileURLToPath } from 'node:url'
import { loadedAtOnce } from './loadedAtOnce.ts'

/**
 * Which file of `dist/shared` a module stands in, when more than one file of `dist` needs it: the first group that takes it, in this order. A group takes
 * what its files import with it, unless an earlier one has it.
 *
 * What is loaded together stands together, for opening files is most of a start. Bundlers leave out what nobody uses of a file, so that a file may be large;
 * but they keep the rest of it in one place, and those that split nothing keep all of a file that an import() names. Hence three rules: what a page loads
 * later (to sign, to read what few chains have, for other messages) never stands with what it loads to preview a purchase; what import() names stands with
 * little else; and no file that a page loads stands with one of the command line, which needs Node.
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

/** What a page loads to preview a purchase on a live node: what other messages and other assumptions need is loaded when they come. */
const TRADES = from('client/connectRegen.ts', 'messages/marketplace/index.ts')
const CREDITS = from('messages/ecocredit/index.ts')
/** What it loads for baskets, proposals, grants and prices on a live node. */
const RARE = from('snapshot/requests/rareRequests.ts', 'snapshot/requests/everythingRequests.ts')
/** What it loads where a chain has M013, where credits come over a bridge, and for a client of CosmJS. */
const SOMETIMES = from(
  ...['node/read/bridge.ts', 'node/modules/feeRouterModule.ts', 'node/contracts/feeRouter.ts'],
  ...['snapshot/feeConfigInForce.ts', 'snapshot/cometPort.ts'],
)
const WALLET = from('wallet/index.ts')
const MONITOR = from('monitor/index.ts')

const command = (...names: readonly string[]) => from(...names.map(name => `cli/commands/${name}.ts`))

/** What the command line loads to print its help; to preview, and to run what needs no more rooms than that; and for all other commands. */
const HELPS = from('cli/main.ts')
const PREVIEWS = command(
  ...['preview', 'quote', 'snapshot', 'orders', 'buy', 'tx', 'signDoc', 'node', 'denoms', 'network', 'watch'],
  ...['indexChain', 'activity', 'prices', 'rewards', 'supply', 'messages', 'explain'],
)
const STUDIES = command('policy', 'epoch', 'wash', 'fund', 'simulate', 'page', 'examples')
/** What computes the parts of a study, on threads of its own. */
const PARTS = from('cli/simulate/simulateWorker.ts')

const isMechanism: Test = id => /\/src\/mechanisms\/m01[245]-/.test(id)

const isRareRequest = isFile('snapshot/requests/rareRequests', 'snapshot/requests/everythingRequests')

/** What loads the rest stands with the snapshots: in one file with an import() a bundler that splits nothing writes more than in others. */
const isLoader = isFile('messages/loadCatalog', 'preview/loadParts')

/** Of warnings, and of the alerts of a period: the command line explains both, and runs no period for that. */
const isSentences = isFile('messages/warningSentences', 'epoch/report/epochAlertSentence')

const GROUPS: readonly (readonly [name: string, test: Test])[] = [
  // The command line needs the clock before anything of a node, and whoever previews the policy of all defaults.
  [
    'primitives',
    id =>
      /\/src\/(primitives\/(?!schemas|explainIssues|canonicalHash|ibcDenom|txHash|errorTable\/sending)|node\/rpc\/clock|mechanisms\/live-marketplace-fees)/.test(
        id,
      ) || both(inRoom('policy'), TRADES)(id),
  ],
  // Apart, for the other formulas need none.
  [
    'schemas',
    id =>
      isFile('primitives/schemas', 'primitives/explainIssues')(id) ||
      inRoom('mechanisms/m013-value-based-fee-routing')(id),
  ],
  ['mechanisms', isMechanism],
  [
    'hashes',
    id =>
      id.includes('/@noble/hashes/') ||
      isFile(
        ...['primitives/canonicalHash', 'primitives/ibcDenom', 'primitives/txHash'],
        'redistribution/reportIri',
      )(id),
  ],
  // Loaded for a policy that is not the default one.
  ['policy-hash', isFile('policy/policyHash')],
  ['economy', id => inRoom('policy', 'epoch', 'simulation')(id) && !isSentences(id)],
  // What a page uses with connectRegen: not the functions that know every message.
  [
    'preview',
    id =>
      (both(inRoom('messages'), TRADES)(id) && !isLoader(id)) ||
      (inRoom('preview')(id) &&
        !inRoom('preview/effects')(id) &&
        !isLoader(id) &&
        !isFile('preview/previewFees', 'preview/previewWithEffects')(id)) ||
      isFile('oracles/inUregen')(id),
  ],
  ['messages-of-credits', both(inRoom('messages'), CREDITS)],
  [
    'messages-later',
    id => (inRoom('messages')(id) && !isLoader(id) && !isSentences(id)) || isFile('preview/previewFees')(id),
  ],
  ['effects', id => inRoom('preview')(id) && !isLoader(id)],
  // Sentences with what else a page names itself, or not at all: signing loads them too.
  ['orders', id => inRoom('orders')(id) || isSentences(id)],
  ['client', id => isLoader(id) || both(inRoom('wire', 'node', 'snapshot', 'client'), TRADES)(id)],
  // With the errors of sending, of which a page that only previews says nothing.
  [
    'rare',
    id =>
      (both(inRoom('wire', 'node', 'snapshot', 'client'), RARE)(id) && !isRareRequest(id)) ||
      isFile('primitives/errorTable/sending')(id),
  ],
  ['rare-requests', isRareRequest],
  // What a chain is read for later on, by import(); and beside it all that is only read when somebody asks.
  ['wire-later', id => inRoom('wire')(id) || both(inRoom('node', 'snapshot'), SOMETIMES)(id)],
  [
    'reads',
    id =>
      inRoom('node', 'snapshot', 'reconcile')(id) ||
      both(inRoom('client'), WALLET)(id) ||
      both(inRoom('indexer'), MONITOR)(id),
  ],
  ['sending', inRoom('client')],
  // To check the signature of a ballot takes the mathematics of a curve, and of a document those of others, which are large.
  ['ballots', isFile('redistribution/ballotBox', 'redistribution/adr36')],
  ['redistribution', inRoom('redistribution', 'mechanisms/regen-value-redistribution')],
  ['network', inRoom('network', 'indexer')],
  ['oracles', inRoom('oracles')],
  ['cli-help', both(inRoom('cli'), HELPS)],
  ['cli-commands', both(inRoom('cli'), PREVIEWS)],
  ['cli-parts', both(inRoom('cli'), PARTS)],
  ['cli-studies', id => both(inRoom('cli'), STUDIES)(id) || isFile('cli/io/writeWhole')(id)],
  // What a command loads when it is given a node.
  ['cli-node', id => inRoom('cli')(id) && !HELPS.has(id) && !PARTS.has(id)],
]

/** A module of these stands there even where only one file loads it, when it is wanted: commands, and what signs and sends. */
const LOADED_LATER = /^(cli-(?!help)|sending$|rare-requests$|wire-later$)/

export const CHUNKS = GROUPS.map(([name, test], index) => ({
  name,
  test,
  priority: GROUPS.length - index,
  minShareCount: LOADED_LATER.test(name) ? 1 : 2,
}))
