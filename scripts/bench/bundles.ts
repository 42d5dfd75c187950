import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { built } from './built.ts'
import { firstScripts } from './firstScripts.ts'
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

/** What a dApp ships to preview on a live node, beside what it ships to read with CosmJS at all. */
export async function benchBundles(): Promise<readonly Measure[]> {
  const [{ size: ours }, theirs, { size: page }] = await Promise.all([
    firstScripts(
      `import { connectRegen } from ${file('client.js')}
      console.log(connectRegen)`,
      ['marketplace.js'],
    ),
    bundleSize(`export { StargateClient } from '@cosmjs/stargate'`),
    firstScripts(`
      import { connectRegen } from ${file('client.js')}
      import { formatRegen, marketplace, warningSentence } from ${file('index.js')}
      console.log(connectRegen, formatRegen, marketplace, warningSentence)`),
  ])
  return [
    {
      name: 'scripts of a live preview of a purchase, size against StargateClient',
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
