import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
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

/** What a dApp ships to preview on a live node, beside what it ships to read with CosmJS at all. */
export async function benchBundles(): Promise<readonly Measure[]> {
  const [ours, theirs] = await Promise.all([
    bundleSize(`
      export { connectRpc, takeSnapshot } from ${file('client.js')}
      export { previewFees } from ${file('index.js')}`),
    bundleSize(`export { StargateClient } from '@cosmjs/stargate'`),
  ])
  return [
    {
      name: 'bundle of a live preview, size against StargateClient',
      ratio: ours / theirs,
      goal: null,
      detail: `${(ours / 1000).toFixed(1)} kB against ${(theirs / 1000).toFixed(1)} kB, minified and gzipped`,
    },
  ]
}
