import * as z from 'zod/mini'
import { defineMessage } from '../defineMessage.ts'
import { id } from '../fields/numbers.ts'
import { limitedText } from '../fields/proposal.ts'
import { rule } from '../fields/rules.ts'
import { address } from '../fields/text.ts'
import { enumeration } from './enumeration.ts'

const VOTE_OPTIONS = {
  VOTE_OPTION_UNSPECIFIED: 0,
  VOTE_OPTION_YES: 1,
  VOTE_OPTION_ABSTAIN: 2,
  VOTE_OPTION_NO: 3,
  VOTE_OPTION_NO_WITH_VETO: 4,
} as const

const WORDS = ['nothing', 'yes', 'abstain', 'no', 'no with veto'] as const

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
      option: enumeration(VOTE_OPTIONS).check(
        rule('vote', option => (option === 0 ? 'it is missing' : null)),
      ),
      metadata: limitedText(500),
    }),
  charges: [],
  sentence: ({ proposalId, option }) => `Votes ${WORDS[option]} on proposal ${proposalId}.`,
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
