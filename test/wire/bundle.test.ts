import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

/** What a browser gets that imports one thing: the files with code in the bundle, and its gzipped size. */
async function bundle(source: string) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: source, resolveDir: fileURLToPath(new URL('../..', import.meta.url)), loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  const inputs = Object.values(metafile.outputs).flatMap(output => Object.entries(output.inputs))
  const files = inputs.filter(([file, { bytesInOutput }]) => file.startsWith('src/') && bytesInOutput > 0)
  return {
    files: files.map(([file]) => file).sort(),
    gzipped: gzipSync(outputFiles[0]?.contents ?? '').length,
  }
}

test('who imports one endpoint gets the codecs of one query', async () => {
  const { files, gzipped } = await bundle(
    `import { sellOrdersByBatch } from './src/ledger/endpoints.ts'; console.log(sellOrdersByBatch)`,
  )
  expect(files).toEqual([
    'src/ledger/endpoints.ts',
    'src/primitives/errorTable.ts',
    'src/primitives/errors.ts',
    'src/wire/generated/cosmos/base/query/v1beta1/pagination.ts',
    'src/wire/generated/google/protobuf/timestamp.ts',
    'src/wire/generated/regen/ecocredit/marketplace/v1/query.ts',
  ])
  expect(gzipped).toBeLessThan(5600)
})

test('the smallest read, the fee parameters, is hardly more than the protobuf runtime', async () => {
  const runtime = await bundle(
    `import { BinaryReader, BinaryWriter } from '@bufbuild/protobuf/wire'; console.log(BinaryReader, BinaryWriter)`,
  )
  const { gzipped } = await bundle(
    `import { storedFeeParams } from './src/ledger/endpoints.ts'; console.log(storedFeeParams)`,
  )
  expect(gzipped - runtime.gzipped).toBeLessThan(1000)
})
