import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { address, someText } from '../fields/text.ts'
import { grantId, notToOneself } from '../keeper/grants.ts'

/**
 * Takes back what another account was allowed to run.
 *
 * @example
 * authzRevoke({
 *   granter: seller,
 *   grantee: buyer,
 *   msgTypeUrl: '/regen.ecocredit.v1.MsgRetire'
 * })
 */
export const authzRevoke = /* @__PURE__ */ defineMessage({
  typeUrl: '/cosmos.authz.v1beta1.MsgRevoke',
  aminoName: 'cosmos-sdk/MsgRevoke',
  signer: 'granter',
  schema: () =>
    z.strictObject({ granter: address, grantee: address, msgTypeUrl: someText }).check(notToOneself),
  charges: [],
  sentence: ({ grantee, msgTypeUrl }) =>
    `No longer lets ${sanitize(grantee)} run ${sanitize(msgTypeUrl)} in your name.`,
  run({ granter, grantee, msgTypeUrl: message }, ledger) {
    const id = grantId({ granter, grantee, message })
    if (ledger.find('grant', id) === 'absent')
      ledger.warn('NOT_FOUND', { what: `grant of ${message} to`, id: grantee })
    ledger.change('grant', id, null)
  },
})
