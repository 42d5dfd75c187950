import { expect, test } from 'vitest'
import { browserBundle } from '../support/browserBundle.ts'

test('who imports one endpoint gets the codecs of one query', async () => {
  const { files, size } = await browserBundle(
    `import { sellOrdersByBatch } from './src/node/endpoints.ts'; console.log(sellOrdersByBatch)`,
  )
  expect(files).toEqual([
    'src/node/endpoints.ts',
    'src/primitives/errorTable.ts',
    'src/primitives/errors.ts',
    'src/wire/generated/cosmos/base/query/v1beta1/pagination.ts',
    'src/wire/generated/google/protobuf/timestamp.ts',
    'src/wire/generated/regen/ecocredit/marketplace/v1/query.ts',
    'src/wire/message.ts',
  ])
  expect(size).toBeLessThan(5600)
})

test('the smallest read, the fee parameters, is little more than the protobuf runtime', async () => {
  const runtime = await browserBundle(
    `import { BinaryReader, BinaryWriter } from '@bufbuild/protobuf/wire'; console.log(BinaryReader, BinaryWriter)`,
  )
  const { size } = await browserBundle(
    `import { storedFeeParams } from './src/node/endpoints.ts'; console.log(storedFeeParams)`,
  )
  expect(size - runtime.size).toBeLessThan(1600)
})
