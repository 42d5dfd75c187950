import { expect, test } from 'vitest'
import { browserBundle } from '../support/browserBundle.ts'

test('who imports one endpoint gets the codecs of one query', async () => {
  const { files, size } = await browserBundle(
    `import { sellOrdersByBatch } from './src/node/endpoints/credits.ts'; console.log(sellOrdersByBatch)`,
  )
  expect(files).toEqual([
    'src/node/endpoints/credits.ts',
    'src/node/endpoints/endpoint.ts',
    'src/primitives/errorTable/input.ts',
    'src/primitives/errors.ts',
    'src/wire/generated/cosmos/base/query/v1beta1/pagination.ts',
    'src/wire/generated/google/protobuf/timestamp.ts',
    'src/wire/generated/regen/ecocredit/marketplace/v1/query.ts',
    'src/wire/message.ts',
    'src/wire/scalars.ts',
    'src/wire/wireFormat.ts',
  ])
  expect(size).toBeLessThan(2770)
})

test('the smallest read, the fee parameters, is little more than the codec', async () => {
  const { size } = await browserBundle(
    `import { storedFeeParams } from './src/node/endpoints/credits.ts'; console.log(storedFeeParams)`,
  )
  expect(size).toBeLessThan(2550)
})
