import { expect, test } from 'vitest'
import { browserBundle } from '../support/browserBundle.ts'

test('a live preview, from the connection to the fees, is at most 86 kB gzipped, and runs in a browser', async () => {
  const { size, packages } = await browserBundle(`
    export { connectRpc } from './src/node/rpc/connectRpc.ts'
    export { takeSnapshot } from './src/snapshot/takeSnapshot.ts'
    export { previewFees } from './src/preview/previewFees.ts'`)
  expect(packages).toEqual(['@noble/hashes', '@scure/base', 'zod'])
  console.log(`a live preview: ${size} bytes gzipped`)
  expect(size).toBeLessThanOrEqual(86_000)
})
