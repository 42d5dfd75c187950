import * as z from 'zod/mini'
import { defineMessage } from '../defineMessage.ts'
import { id } from '../fields/numbers.ts'
import { address, anyText } from '../fields/text.ts'
import { enumeration } from './enumeration.ts'
import { VOTE_WORDS, voteOption } from './voteOption.ts'

/** When the messages of a proposal run: when somebody asks for it, or at once if the votes suffice. */
export const EXEC = { EXEC_UNSPECIFIED: 0, EXEC_TRY: 1 } as const

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
      option: voteOption,
      metadata: anyText,
      exec: enumeration(EXEC),
    }),
  charges: [],
  sentence: ({ proposalId, option, exec }) =>
    `Votes ${VOTE_WORDS[option]} on group proposal ${proposalId}${exec === EXEC.EXEC_TRY ? ', and runs it if the votes suffice' : ''}.`,
})
