import * as z from 'zod/mini'
import { defineMessage } from '../defineMessage.ts'
import { id } from '../fields/numbers.ts'
import { address } from '../fields/text.ts'

/**
 * Runs the messages of a group proposal that was accepted; anybody may.
 *
 * @example
 * groupExec({ proposalId: 1n, executor: seller })
 */
export const groupExec = /* @__PURE__ */ defineMessage({
  typeUrl: '/cosmos.group.v1.MsgExec',
  aminoName: 'cosmos-sdk/group/MsgExec',
  signer: 'executor',
  schema: () => z.strictObject({ proposalId: id, executor: address }),
  charges: [],
  sentence: ({ proposalId }) => `Runs the messages of group proposal ${proposalId}.`,
})
