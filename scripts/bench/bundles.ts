import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { type OutputChunk, rolldown } from 'rolldown'
import { built } from './built.ts'
import type { Measure } from './measure.ts'

/** Bytes of a browser bundle, minified and gzipped. */
async function bundleSize(program: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir: fileURLToPath(new URL('../..', import.meta.url)), loader: 'js' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    logLevel: 'silent',
  })
  return gzipSync(outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length
}

const file = (name: string) => JSON.stringify(fileURLToPath(built(name)))

/** Bytes of script that a page loads before it can preview, minified and gzipped, as Vite bundles it: no CosmJS, nothing that only signs. */
async function firstScripts(program: string): Promise<number> {
  const bundle = await rolldown({
    input: 'page',
    platform: 'browser',
    external: [/^@cosmjs\//, /^@noble\/curves/],
    plugins: [
      {
        name: 'the page',
        resolveId: id => (id === 'page' ? fileURLToPath(new URL('../../page.js', import.meta.url)) : null),
        load: id => (id.endsWith('/page.js') ? program : null),
      },
    ],
  })
  const { output } = await bundle.generate({ format: 'esm', minify: true })
  const chunks = new Map(
    output.filter((part): part is OutputChunk => part.type === 'chunk').map(chunk => [chunk.fileName, chunk]),
  )
  const loaded = new Set<string>()
  const load = (name: string) => {
    if (loaded.has(name)) return
    loaded.add(name)
    chunks.get(name)?.imports.forEach(load)
  }
  for (const [name, { isEntry }] of chunks) if (isEntry) load(name)
  return [...loaded].reduce(
    (sum, name) => sum + gzipSync(chunks.get(name)?.code ?? '', { level: 9 }).length,
    0,
  )
}

/** What a dApp ships to preview on a live node, beside what it ships to read with CosmJS at all. */
export async function benchBundles(): Promise<readonly Measure[]> {
  const [ours, theirs, page] = await Promise.all([
    bundleSize(`
      export { connectRpc, takeSnapshot } from ${file('client.js')}
      export { previewFees } from ${file('index.js')}`),
    bundleSize(`export { StargateClient } from '@cosmjs/stargate'`),
    firstScripts(`
      import { connectRegen } from ${file('client.js')}
      import { formatRegen, marketplace, warningSentence } from ${file('index.js')}
      console.log(connectRegen, formatRegen, marketplace, warningSentence)`),
  ])
  return [
    {
      name: 'bundle of a live preview, size against StargateClient',
      ratio: ours / theirs,
      goal: null,
      detail: `${(ours / 1000).toFixed(1)} kB against ${(theirs / 1000).toFixed(1)} kB, minified and gzipped`,
    },
    {
      name: 'first scripts of a page with connectRegen, size against StargateClient',
      ratio: page / theirs,
      goal: null,
      detail: `${(page / 1000).toFixed(1)} kB against ${(theirs / 1000).toFixed(1)} kB, minified and gzipped`,
    },
  ]
}
