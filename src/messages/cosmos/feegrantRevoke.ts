import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { address } from '../fields/text.ts'
import { notToOneself } from '../keeper/grants.ts'

/**
 * Takes back the allowance to pay gas.
 *
 * @example
 * feegrantRevoke({
 *   granter: seller,
 *   grantee: buyer
 * })
 */
export const feegrantRevoke = /* @__PURE__ */ defineMessage({
  typeUrl: '/cosmos.feegrant.v1beta1.MsgRevokeAllowance',
  aminoName: 'cosmos-sdk/MsgRevokeAllowance',
  signer: 'granter',
  schema: () => z.strictObject({ granter: address, grantee: address }).check(notToOneself),
  charges: [],
  sentence: ({ grantee }) => `No longer lets ${sanitize(grantee)} pay gas from your account.`,
})
