import { chmodSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { CHUNKS } from './build/chunks.ts'
import { placeRuntime } from './build/placeRuntime.ts'
import { markPure } from './build/pureConstants.ts'
import { ENTRIES } from './entries.ts'

/**
 * Builds dist/ from src/: one file for each public entry and for the command line, and what they share in a few more.
 *
 * The types are rolled up the same way. Dependencies are not bundled, except zod.
 */

const path = (relative: string) => fileURLToPath(new URL(`../${relative}`, import.meta.url))
const dist = path('dist')

const { rolldown } = await import('rolldown')
const { minifySync } = await import('rolldown/utils')
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

rmSync(dist, { recursive: true, force: true })

const code = await rolldown({
  cwd: path('.'),
  input: {
    ...ENTRIES,
    'cli/main': 'src/cli/main.ts',
  },
  external: id => isDependency(id) && !isBundled(id),
  platform: 'neutral',
  // Nothing that others share moves into an entry: the command line loads its commands when they run.
  preserveEntrySignatures: 'strict',
  plugins: [
    {
      name: 'pure constants',
      transform: (code: string, id: string) =>
        /\/src\/|\/@noble\/hashes\/|\/@scure\/base\//.test(id) ? markPure(id, code) : null,
    },
    {
      // The copy of zod in dist/ has settings of its own, and does nothing on import: who needs no schema of a file bundles nothing of zod.
      name: 'zod alone',
      transform: (code: string, id: string) =>
        /\/zod\/v4\/core\/(core|util)\.js$/.test(id)
          ? markPure(
              id,
              code
                .replace(/^\(_a = globalThis\)\.__zod_globalConfig .*$/m, '')
                .replace('globalConfig = globalThis.__zod_globalConfig;', 'globalConfig = {};')
                .replaceAll('globalThis.__zod_globalConfig', 'globalConfig'),
            )
          : null,
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
  minify: { compress: false, mangle: { toplevel: false }, codegen: { removeWhitespace: false } },
  codeSplitting: { groups: CHUNKS },
})

rmSync(`${dist}/shared/rolldown-runtime.js`)
const chunks = output.flatMap(part => (part.type === 'chunk' ? [[part.fileName, part.code] as const] : []))
// The command line prints its errors itself. In a page or a program Node prints the line of an error that nobody caught: there a line is a line.
for (const [file, text] of placeRuntime(new Map(chunks)))
  writeFileSync(
    `${dist}/${file}`,
    /(^|\/)cli[-/]/.test(file) ? minifySync(file, text, { compress: false, mangle: false }).code : text,
  )

const types = await rolldown({
  cwd: path('.'),
  input: ENTRIES,
  external: isDependency,
  plugins: [dts({ emitDtsOnly: true, tsconfig: path('tsconfig.json') })],
})
const { output: written } = await types.write({
  dir: dist,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'shared/[name].js',
  // What several entries share of the types, in one file: the plugin takes for types what is named so.
  codeSplitting: { groups: [{ name: 'types.d', test: /\/src\//, minShareCount: 2 }] },
})
for (const part of written)
  if (part.type === 'chunk' && !part.isEntry && part.exports.length === 0) rmSync(`${dist}/${part.fileName}`)

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

const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(`${parentPath}/${name}`).size, 0)
console.log(`dist: ${files.length} files, ${Math.round(bytes / 1000)} kB`)
