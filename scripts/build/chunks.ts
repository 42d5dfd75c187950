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
/** What it loads where a chain has M013, where credits come over a bridge, and for messages packed as bytes. */
const SOMETIMES = from(
  ...['node/read/bridge.ts', 'node/modules/feeRouterModule.ts', 'node/contracts/feeRouter.ts'],
  'snapshot/feeConfigInForce.ts',
  ...['unpackMessages', 'registryTypes', 'aminoJson', 'decodeTx'].map(name => `wire/${name}.ts`),
)
const WALLET = from('wallet/index.ts')

const command = (...names: readonly string[]) => from(...names.map(name => `cli/commands/${name}.ts`))

/** What the command line loads to print its help; to preview, and to run what needs no more rooms than that. */
const HELPS = from('cli/main.ts')
const PREVIEWS = command(
  ...['preview', 'quote', 'snapshot', 'orders', 'buy', 'tx', 'signDoc', 'node', 'denoms', 'network', 'watch'],
  ...['indexChain', 'activity', 'prices', 'rewards', 'supply', 'messages', 'explain'],
)
/** What computes the parts of a study, on threads of its own. */
const PARTS = from('cli/simulate/threads/simulateWorker.ts')

const isMechanism: Test = id => /\/src\/mechanisms\/m01[245]-/.test(id)

/** What loads the rest stands with the snapshots: in one file with an import() a bundler that splits nothing writes more than in others. */
const isLoader = isFile('messages/loadCatalog', 'preview/loadParts')

const isCometPort = isFile('snapshot/cometPort')

const GROUPS: readonly (readonly [name: string, test: Test])[] = [
  // The command line needs the clock before anything of a node, and whoever previews the policy of all defaults.
  [
    'primitives',
    id =>
      /\/src\/(primitives\/(?!schemas|explainIssues|canonicalHash|ibcDenom|sha256Hex|txHash|errorTable\/sending)|node\/rpc\/clock|mechanisms\/live-marketplace-fees)/.test(
        id,
      ) ||
      // All that effects need of M013: whoever loads them loads its other formulas with the preview.
      isFile('mechanisms/m013-value-based-fee-routing/rewardedPart')(id) ||
      both(inRoom('policy'), TRADES)(id),
  ],
  // Apart, for the other formulas need none.
  [
    'schemas',
    id =>
      isFile('primitives/schemas', 'primitives/explainIssues')(id) ||
      inRoom('mechanisms/m013-value-based-fee-routing')(id),
  ],
  // With the sentences of a period's alerts, which the command line explains without a period.
  ['mechanisms', id => isMechanism(id) || isFile('epoch/report/epochAlertSentence')(id)],
  [
    'hashes',
    id =>
      id.includes('/@noble/hashes/') ||
      isFile(
        ...['canonicalHash', 'ibcDenom', 'sha256Hex', 'txHash'].map(name => `primitives/${name}`),
        ...['redistribution/reportIri', 'redistribution/adr36'],
      )(id),
  ],
  // Loaded for a policy that is not the default one.
  ['policy-hash', isFile('policy/policyHash')],
  // With what it would take of the acts of a chain.
  [
    'economy',
    id =>
      inRoom('policy', 'epoch', 'simulation')(id) ||
      isFile(
        ...['views/wouldPay', 'period/collected', 'period/chargedTransactions', 'period/facilitator'].map(
          name => `network/${name}`,
        ),
      )(id),
  ],
  // What a page uses with connectRegen: not the functions that know every message.
  [
    'preview',
    id =>
      (both(inRoom('messages'), TRADES)(id) && !isLoader(id)) ||
      (inRoom('preview')(id) &&
        !inRoom('preview/effects')(id) &&
        !isLoader(id) &&
        !isFile('preview/previewFees', 'preview/previewWithEffects')(id)) ||
      isFile('oracles/inUregen', 'reconcile/lineSentence')(id),
  ],
  ['messages-of-credits', both(inRoom('messages'), CREDITS)],
  [
    'messages-later',
    id =>
      (inRoom('messages')(id) && !isLoader(id) && !isFile('messages/warningSentences')(id)) ||
      isFile('preview/previewFees')(id),
  ],
  // Apart from the function of regen-fees/effects, which knows every message: a live preview loads its effects without it.
  ['effects', inRoom('preview/effects')],
  ['preview-with-effects', isFile('preview/previewWithEffects')],
  // Sentences with what else a page names itself, or not at all: signing loads them too, and "explain" those of findings.
  ['orders', id => inRoom('orders')(id) || isFile('messages/warningSentences', 'wallet/findings')(id)],
  // What waits stands beside what ends the wait: signing and clients of CosmJS need both.
  [
    'client',
    id =>
      isLoader(id) ||
      isFile('node/rpc/sleep', 'node/rpc/overClient')(id) ||
      both(inRoom('wire', 'node', 'snapshot', 'client'), TRADES)(id),
  ],
  ['rare', both(inRoom('wire', 'node', 'snapshot', 'client'), RARE)],
  // What a chain is read for later on, by import(); and beside it all that is only read when somebody asks.
  ['wire-later', both(inRoom('wire', 'node', 'snapshot'), SOMETIMES)],
  // With the errors of sending, of which a page that only previews says nothing.
  [
    'reads',
    id =>
      (inRoom('wire', 'node', 'snapshot', 'reconcile', 'network', 'indexer')(id) && !isCometPort(id)) ||
      both(inRoom('client'), WALLET)(id) ||
      isFile('primitives/errorTable/sending')(id),
  ],
  // Signing loads CosmJS, and who reads over its client for CometBFT has it. `previewWith` needs neither.
  ['sending', id => inRoom('client')(id) || isCometPort(id)],
  // Not the ballot box: to check the signature of a ballot takes the mathematics of a curve, which is large.
  [
    'redistribution',
    id =>
      inRoom('redistribution', 'mechanisms/regen-value-redistribution')(id) &&
      !isFile('redistribution/ballotBox', 'redistribution/signatureProblem')(id),
  ],
  ['cli-help', id => both(inRoom('cli'), HELPS)(id) || inRoom('bundled')(id)],
  ['cli-commands', id => both(inRoom('cli'), PREVIEWS)(id) || isFile('cli/tx/renderTx')(id)],
  ['cli-parts', both(inRoom('cli'), PARTS)],
  ['cli-studies', id => inRoom('cli')(id) && !HELPS.has(id)],
]

/** A module of these stands there even where only one file loads it, when it is wanted: commands, and what signs and sends. */
const LOADED_LATER = /^(cli-(?!help)|sending$|wire-later$|rare$)/

export const CHUNKS = GROUPS.map(([name, test], index) => ({
  name,
  test,
  priority: GROUPS.length - index,
  minShareCount: LOADED_LATER.test(name) ? 1 : 2,
}))
