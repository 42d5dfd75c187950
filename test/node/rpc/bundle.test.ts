import { expect, test } from 'vitest'
import { browserBundle } from '../../support/browserBundle.ts'

test('a connection, one query and one codec are at most 8.5 kB gzipped, and run in a browser', async () => {
  const { size, packages } = await browserBundle(`
    import { storedFeeParams } from './src/node/endpoints/credits.ts'
    import { connectRpc } from './src/node/rpc/connectRpc.ts'
    import { query } from './src/node/rpc/query.ts'
    console.log(connectRpc, query, storedFeeParams)`)
  expect(packages).toEqual([])
  expect(size).toBeLessThanOrEqual(8_500)
})
