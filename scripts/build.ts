import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { loadedAtOnce } from './build/loadedAtOnce.ts'
import { markPure } from './build/pureConstants.ts'
import { ENTRIES } from './entries.ts'

/**
 * Builds dist/ from src/: one file for each public entry and for the command line, and what they share in a few more.
 *
 * The types are rolled up the same way. Dependencies are not bundled.
 */

const path = (relative: string) => fileURLToPath(new URL(`../${relative}`, import.meta.url))
const dist = path('dist')

const { rolldown } = await import('rolldown')
const { dts } = await import('rolldown-plugin-dts')

const manifest = createRequire(import.meta.url)('../package.json') as {
  dependencies: Record<string, string>
  peerDependencies: Record<string, string>
}
const isDependency = (id: string) =>
  id.startsWith('node:') ||
  Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }).some(
    name => id === name || id.startsWith(`${name}/`),
  )

/**
 * Development dependencies are bundled, and zod is as well: most of what it takes to start is the loading of many files, of
 * which little is used. The types still name zod, so that it stays a dependency.
 */
const isBundled = (id: string) => id === 'zod' || id.startsWith('zod/')

/** What a page loads to preview any message. What only signing and sending need is loaded later, from files of its own. */
const PREVIEWS = loadedAtOnce(['src/index.ts', 'src/client/connectRegen.ts'].map(path))

/** What it loads to preview a purchase on a live node: what other messages and other assumptions need is loaded when they come. */
const TRADES = loadedAtOnce(['src/client/connectRegen.ts', 'src/messages/marketplace/index.ts'].map(path))
const CREDITS = loadedAtOnce([path('src/messages/ecocredit/index.ts')])
/** What it loads for baskets, proposals, grants and prices on a live node. */
const RARE = loadedAtOnce([path('src/snapshot/rareRequests.ts')])

/** What loads the rest stands with the snapshots: in one file with an import() a bundler that splits nothing writes more than in others. */
const LOADERS = /\/(loadCatalog|loadParts)\.ts$/

/** What the command line loads to print its help, and what it loads more to preview: in one file each, for opening files is most of a start. */
const HELPS = loadedAtOnce([path('src/cli/main.ts')])
const SHOWS = loadedAtOnce([path('src/cli/commands/preview.ts')])

/** What a policy and a preview take of a mechanism stands apart from the rest of it. */
const M012_TO_M015 = /\/src\/mechanisms\/m01[245]-/

/**
 * What several entries share is kept together by room, lowest first, so that a reader of dist/ finds the rooms of src/.
 * Schemas stand apart from the other primitives: formulas need no zod.
 */
const ROOMS = [
  // The command line needs the clock before it needs anything of a node.
  ['clock', (id: string) => /\/src\/node\/rpc\/clock\.ts$/.test(id)],
  // A page that only previews says nothing of signing.
  ['errors-of-sending', (id: string) => /\/src\/primitives\/errorTable\/sending\.ts$/.test(id)],
  [
    'primitives',
    (id: string) => /\/src\/primitives\/(?!schemas|explainIssues|canonicalHash|ibcDenom|txHash)/.test(id),
  ],
  ['schemas', (id: string) => /\/src\/primitives\/(schemas|explainIssues)/.test(id)],
  ['bounds', (id: string) => M012_TO_M015.test(id) && PREVIEWS.has(id)],
  ['m012', inRoom('mechanisms/m012-fixed-cap-dynamic-supply')],
  ['m013', inRoom('mechanisms/m013-value-based-fee-routing')],
  ['m014', inRoom('mechanisms/m014-authority-validator-governance')],
  ['m015', inRoom('mechanisms/m015-contribution-weighted-rewards')],
  ['live-marketplace-fees', inRoom('mechanisms/live-marketplace-fees')],
  ['policy', (id: string) => inRoom('policy')(id) && TRADES.has(id)],
  [
    'sha256',
    (id: string) => /\/src\/(primitives\/(canonicalHash|ibcDenom|txHash)|policy\/policyHash)\.ts$/.test(id),
  ],
  ['policy-later', inRoom('policy')],
  ['sentences', (id: string) => id.endsWith('/messages/warningSentences.ts')],
  ['messages', (id: string) => inRoom('messages')(id) && TRADES.has(id) && !LOADERS.test(id)],
  ['messages-of-credits', (id: string) => inRoom('messages')(id) && CREDITS.has(id)],
  ['messages-later', (id: string) => inRoom('messages')(id) && !LOADERS.test(id)],
  ...['epoch', 'simulation'].map(room => [room, inRoom(room)] as const),
  ['preview-effects', inRoom('preview/effects')],
  // The function that knows every message stands alone: beside it are what a page uses with connectRegen.
  ['preview', (id: string) => inRoom('preview')(id) && !/\/(previewFees|loadParts)\.ts$/.test(id)],
  ['snapshot', (id: string) => LOADERS.test(id) || (inRoom('snapshot')(id) && TRADES.has(id))],
  ...['wire', 'node', 'snapshot', 'reconcile', 'client'].flatMap(room => [
    [room, (id: string) => inRoom(room)(id) && TRADES.has(id)] as const,
    [`${room}-rare`, (id: string) => inRoom(room)(id) && RARE.has(id)] as const,
    [`${room}-later`, inRoom(room)] as const,
  ]),
  ['cli-help', (id: string) => inRoom('cli')(id) && HELPS.has(id)],
  ['cli-preview', (id: string) => inRoom('cli')(id) && SHOWS.has(id)],
].map(([name, test], index) => ({
  name: name as string,
  test: test as (id: string) => boolean,
  priority: 100 - index,
  minShareCount: 2,
}))

function inRoom(room: string): (id: string) => boolean {
  return id => id.includes(`/src/${room}/`)
}

rmSync(dist, { recursive: true, force: true })

const code = await rolldown({
  cwd: path('.'),
  input: {
    ...ENTRIES,
    'cli/main': 'src/cli/main.ts',
    'cli/simulateWorker': 'src/cli/simulate/simulateWorker.ts',
  },
  external: id => isDependency(id) && !isBundled(id),
  platform: 'neutral',
  plugins: [
    {
      name: 'pure constants',
      transform: (code: string, id: string) =>
        /\/src\/|\/@noble\/hashes\/|\/@scure\/base\//.test(id) ? markPure(id, code) : null,
    },
    {
      // No command of ours is another program: what Node loads to start one stays away.
      name: 'commander as a module',
      transform: (code: string, id: string) =>
        id.includes('/node_modules/commander/')
          ? code
              .replace(/require\('node:child_process'\)/g, '{}')
              .replace(/require\(('node:\w+')\)/g, 'globalThis.process.getBuiltinModule($1)')
          : null,
    },
  ],
})
const { output } = await code.write({
  dir: dist,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'shared/[name].js',
  // What a function is for stands in the types, where editors read it.
  comments: { legal: true, annotation: true, jsdoc: false },
  minify: { compress: false, mangle: { toplevel: false }, codegen: { removeWhitespace: true } },
  codeSplitting: { groups: ROOMS },
})

/** What several entries share of the types, in one file for each layer: who imports a formula reads no types of a node. */
const LAYERS = [
  ['formulas', 'primitives|mechanisms'],
  ['previews', 'policy|messages|preview|epoch|simulation|redistribution'],
  [
    'chain',
    'wire|node|snapshot|reconcile|client|network|indexer|monitor|oracles|wallet|orders|query|element',
  ],
].map(([name, rooms], index) => ({
  // The plugin takes for types what is named so.
  name: `${name}.d`,
  test: new RegExp(`/src/(${rooms})/`),
  priority: 100 - index,
  minShareCount: 2,
}))

const types = await rolldown({
  cwd: path('.'),
  input: ENTRIES,
  external: isDependency,
  plugins: [dts({ emitDtsOnly: true, tsconfig: path('tsconfig.json') })],
})
await types.write({
  dir: dist,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'shared/[name].js',
  codeSplitting: { groups: LAYERS },
})

chmodSync(`${dist}/cli/main.js`, 0o755)

// The licences of what is bundled, as they ask for it.
const bundled = new Set(
  output.flatMap(part =>
    part.type === 'chunk'
      ? part.moduleIds.flatMap(id => /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? [])
      : [],
  ),
)
const licences = [...bundled].sort().map(folder => {
  const { name, version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Record<
    string,
    string
  >
  const file = readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry))
  if (file === undefined) throw new Error(`${name} has no licence to copy`)
  return `${name} ${version}\n\n${readFileSync(`${folder}/${file}`, 'utf8').trim()}\n`
})
writeFileSync(`${dist}/LICENSES-OF-DEPENDENCIES.txt`, licences.join(`\n${'-'.repeat(80)}\n\n`))

// The recorded chain that `regen-fees/testing` answers from, packed: a fifteenth of its text.
mkdirSync(`${dist}/recordings`)
for (const file of ['network.json', 'txs.jsonl', 'queries.jsonl', 'rpc.jsonl'])
  writeFileSync(
    `${dist}/recordings/${file}.br`,
    brotliCompressSync(readFileSync(path(`test/recordings/${file}`))),
  )

const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(`${parentPath}/${name}`).size, 0)
console.log(`dist: ${files.length} files, ${Math.round(bytes / 1000)} kB`)
