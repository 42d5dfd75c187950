import * as z from 'zod/mini'
import { defineMessage } from '../defineMessage.ts'
import { rule } from '../fields/rules.ts'
import { address } from '../fields/text.ts'
import { innerMessages, listMessages } from './innerMessages.ts'

/**
 * Runs messages for the accounts that allowed the grantee to; each pays for its own.
 *
 * @example
 * authzExec({
 *   grantee: buyer,
 *   msgs: [
 *     {
 *       typeUrl: '/regen.ecocredit.v1.MsgRetire',
 *       value: {
 *         owner: seller,
 *         credits: [{ batchDenom, amount: '1.5' }],
 *         jurisdiction: 'US-WA',
 *         reason: 'offset'
 *       }
 *     }
 *   ]
 * })
 */
export const authzExec = /* @__PURE__ */ defineMessage({
  typeUrl: '/cosmos.authz.v1beta1.MsgExec',
  aminoName: 'cosmos-sdk/MsgExec',
  signer: 'grantee',
  schema: () =>
    z.strictObject({
      grantee: address,
      msgs: innerMessages.check(rule('required', msgs => (msgs.length === 0 ? 'the list is empty' : null))),
    }),
  charges: [],
  sentence: ({ msgs }) => `Runs ${listMessages(msgs)} for the account that granted it.`,
  run({ grantee, msgs }, ledger) {
    ledger.inner(msgs, 'run', { grantee })
  },
})
