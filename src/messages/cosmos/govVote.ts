import * as z from 'zod/mini'
import { defineMessage } from '../defineMessage.ts'
import { id } from '../fields/numbers.ts'
import { limitedText } from '../fields/proposal.ts'
import { address } from '../fields/text.ts'
import { VOTE_WORDS, voteOption } from './voteOption.ts'

/**
 * Votes on a governance proposal.
 *
 * @example
 * govVote({
 *   proposalId: 1n,
 *   voter: seller,
 *   option: 1,
 *   metadata: ''
 * })
 */
export const govVote = /* @__PURE__ */ defineMessage({
  typeUrl: '/cosmos.gov.v1.MsgVote',
  aminoName: 'cosmos-sdk/v1/MsgVote',
  signer: 'voter',
  schema: () =>
    z.strictObject({
      proposalId: id,
      voter: address,
      option: voteOption,
      metadata: limitedText(500),
    }),
  charges: [],
  sentence: ({ proposalId, option }) => `Votes ${VOTE_WORDS[option]} on proposal ${proposalId}.`,
  run({ proposalId }, ledger) {
    const found = ledger.look('proposal', proposalId.toString())
    if (found !== null && found.status !== 'voting')
      ledger.warn('WOULD_FAIL', {
        field: 'proposalId',
        rule: 'voting-period',
        reason: `the proposal is ${found.status === 'deposit' ? 'still collecting its deposit' : found.status}, and not open to votes`,
      })
  },
})
