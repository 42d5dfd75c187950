import * as z from 'zod/mini'
import { defineMessage } from '../defineMessage.ts'
import { id } from '../fields/numbers.ts'
import { rule } from '../fields/rules.ts'
import { address, anyText } from '../fields/text.ts'
import { enumeration } from './enumeration.ts'

const VOTE_OPTIONS = {
  VOTE_OPTION_UNSPECIFIED: 0,
  VOTE_OPTION_YES: 1,
  VOTE_OPTION_ABSTAIN: 2,
  VOTE_OPTION_NO: 3,
  VOTE_OPTION_NO_WITH_VETO: 4,
} as const

const EXEC = { EXEC_UNSPECIFIED: 0, EXEC_TRY: 1 } as const

const WORDS = ['nothing', 'yes', 'abstain', 'no', 'no with veto'] as const

/**
 * Votes on a proposal of a group; with EXEC_TRY, its messages run at once when the votes suffice.
 *
 * @example
 * groupVote({
 *   proposalId: 1n,
 *   voter: seller,
 *   option: 1,
 *   metadata: '',
 *   exec: 1
 * })
 */
export const groupVote = /* @__PURE__ */ defineMessage({
  typeUrl: '/cosmos.group.v1.MsgVote',
  aminoName: 'cosmos-sdk/group/MsgVote',
  signer: 'voter',
  schema: () =>
    z.strictObject({
      proposalId: id,
      voter: address,
      option: enumeration(VOTE_OPTIONS).check(
        rule('vote', option => (option === 0 ? 'it is missing' : null)),
      ),
      metadata: anyText,
      exec: enumeration(EXEC),
    }),
  charges: [],
  sentence: ({ proposalId, option, exec }) =>
    `Votes ${WORDS[option]} on group proposal ${proposalId}${exec === EXEC.EXEC_TRY ? ', and runs it if the votes suffice' : ''}.`,
})
