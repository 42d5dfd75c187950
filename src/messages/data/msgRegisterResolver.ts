import * as z from 'zod/mini'
import { defineMessage } from '../defineMessage.ts'
import { nonEmptyList } from '../fields/nested.ts'
import { id } from '../fields/numbers.ts'
import { address } from '../fields/text.ts'
import { contentHash } from './contentHash.ts'

/**
 * Says that a resolver knows certain data.
 *
 * @example
 * msgRegisterResolver({
 *   signer: seller,
 *   resolverId: 1n,
 *   contentHashes: [
 *     {
 *       raw: {
 *         hash: new Uint8Array(32),
 *         digestAlgorithm: 1,
 *         fileExtension: 'pdf'
 *       }
 *     }
 *   ]
 * })
 */
export const msgRegisterResolver = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.data.v2.MsgRegisterResolver',
  signer: 'signer',
  schema: () => z.strictObject({ signer: address, resolverId: id, contentHashes: nonEmptyList(contentHash) }),
  charges: [],
  sentence: ({ resolverId, contentHashes }) =>
    `Registers ${contentHashes.length} piece(s) of data with resolver ${resolverId}.`,
})
