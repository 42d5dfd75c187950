import * as z from 'zod/mini'
import { defineMessage } from '../defineMessage.ts'
import { nonEmptyList } from '../fields/nested.ts'
import { id, optionalAmount } from '../fields/numbers.ts'
import { address, anyText } from '../fields/text.ts'

const member = z.strictObject({ address, weight: optionalAmount, metadata: anyText })

/**
 * Changes the members of a group; a weight of 0 removes one.
 *
 * @example
 * groupUpdateMembers({
 *   admin: seller,
 *   groupId: 1n,
 *   memberUpdates: [
 *     {
 *       address: buyer,
 *       weight: '0',
 *       metadata: ''
 *     }
 *   ]
 * })
 */
export const groupUpdateMembers = /* @__PURE__ */ defineMessage({
  typeUrl: '/cosmos.group.v1.MsgUpdateGroupMembers',
  aminoName: 'cosmos-sdk/MsgUpdateGroupMembers',
  signer: 'admin',
  schema: () => z.strictObject({ admin: address, groupId: id, memberUpdates: nonEmptyList(member) }),
  charges: [],
  sentence: ({ groupId, memberUpdates }) => `Changes ${memberUpdates.length} member(s) of group ${groupId}.`,
})
