import * as z from 'zod/mini'
import { defineMessage } from '../defineMessage.ts'
import { nonEmptyList } from '../fields/nested.ts'
import { address } from '../fields/text.ts'
import { graph } from './contentHash.ts'

/**
 * Attests that the content of graphs is true; anchors them where that was not done yet.
 *
 * @example
 * msgAttest({
 *   attestor: seller,
 *   contentHashes: [
 *     {
 *       hash: new Uint8Array(32),
 *       digestAlgorithm: 1,
 *       canonicalizationAlgorithm: 1,
 *       merkleTree: 0
 *     }
 *   ]
 * })
 */
export const msgAttest = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.data.v2.MsgAttest',
  signer: 'attestor',
  schema: () => z.strictObject({ attestor: address, contentHashes: nonEmptyList(graph) }),
  charges: [],
  sentence: ({ contentHashes }) => `Attests to the truth of ${contentHashes.length} piece(s) of data.`,
})
