import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { nonEmptyList, noTwice } from '../fields/nested.ts'
import { limitedText, sameAsMetadata } from '../fields/proposal.ts'
import { address } from '../fields/text.ts'
import { enumeration } from './enumeration.ts'
import { EXEC } from './groupVote.ts'
import { innerMessages, listMessages } from './innerMessages.ts'

/**
 * Proposes messages to a group; with EXEC_TRY they run at once when the proposers' votes suffice.
 *
 * @example
 * groupSubmitProposal({
 *   groupPolicyAddress: seller,
 *   proposers: [buyer],
 *   metadata: '',
 *   messages: [
 *     {
 *       typeUrl: '/regen.ecocredit.v1.MsgRetire',
 *       value: {
 *         owner: seller,
 *         credits: [{ batchDenom, amount: '1.5' }],
 *         jurisdiction: 'US-WA',
 *         reason: 'offset'
 *       }
 *     }
 *   ],
 *   exec: 1,
 *   title: 't',
 *   summary: 's'
 * })
 */
export const groupSubmitProposal = /* @__PURE__ */ defineMessage({
  typeUrl: '/cosmos.group.v1.MsgSubmitProposal',
  aminoName: 'cosmos-sdk/group/MsgSubmitProposal',
  signer: 'proposers',
  schema: () =>
    z
      .strictObject({
        groupPolicyAddress: address,
        proposers: nonEmptyList(address).check(noTwice),
        metadata: limitedText(600),
        messages: innerMessages,
        exec: enumeration(EXEC),
        title: limitedText(600),
        summary: limitedText(24_000),
      })
      .check(...sameAsMetadata),
  charges: [],
  sentence: ({ groupPolicyAddress, messages, exec }) =>
    `Proposes to the group ${sanitize(groupPolicyAddress)}: ${listMessages(messages)}${exec === EXEC.EXEC_TRY ? ', run at once if the vote passes' : ''}.`,
  run({ groupPolicyAddress, messages, exec }, ledger) {
    ledger.inner(messages, exec === EXEC.EXEC_TRY ? 'run' : 'listed', {
      signer: groupPolicyAddress,
      tried: true,
    })
  },
})
