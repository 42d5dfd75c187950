import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

test('a live preview, from the connection to the fees, is at most 70 kB gzipped, and runs in a browser', async () => {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: `
        export { connectRpc } from './src/ledger/rpc/connectRpc.ts'
        export { takeSnapshot } from './src/ledger/takeSnapshot.ts'
        export { previewFees } from './src/preview/previewFees.ts'`,
      resolveDir: fileURLToPath(new URL('../../..', import.meta.url)),
      loader: 'ts',
    },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  const packages = Object.keys(metafile.inputs).flatMap(
    file => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.slice(1, 2) ?? [],
  )
  expect([...new Set(packages)].sort()).toEqual(['@bufbuild/protobuf', '@noble/hashes', '@scure/base', 'zod'])
  const size = gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length
  console.log(`a live preview: ${size} bytes gzipped`)
  expect(size).toBeLessThanOrEqual(70 * 1024)
})
