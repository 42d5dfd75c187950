import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

test('a connection, one query and one codec are at most 8 kB gzipped, and run in a browser', async () => {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: `
        import { storedFeeParams } from './src/ledger/endpoints.ts'
        import { connectRpc } from './src/ledger/rpc/connectRpc.ts'
        import { query } from './src/ledger/rpc/query.ts'
        console.log(connectRpc, query, storedFeeParams)`,
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
  expect([...new Set(packages)]).toEqual(['@bufbuild/protobuf'])
  expect(gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length).toBeLessThanOrEqual(8192)
})
