import * as z from 'zod/mini'
import { defineMessage } from '../defineMessage.ts'
import { mandatory } from '../fields/nested.ts'
import { address } from '../fields/text.ts'
import { contentHash } from './contentHash.ts'

/**
 * Anchors data: the chain notes when it first saw the hash. Anchoring again changes nothing.
 *
 * @example
 * msgAnchor({
 *   sender: seller,
 *   contentHash: {
 *     graph: {
 *       hash: new Uint8Array(32),
 *       digestAlgorithm: 1,
 *       canonicalizationAlgorithm: 1,
 *       merkleTree: 0
 *     }
 *   }
 * })
 */
export const msgAnchor = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.data.v2.MsgAnchor',
  signer: 'sender',
  schema: () => z.strictObject({ sender: address, contentHash: mandatory(contentHash) }),
  charges: [],
  sentence: ({ contentHash }) =>
    `Anchors the hash of a ${contentHash?.graph ? 'graph' : 'file'} on the chain.`,
})
