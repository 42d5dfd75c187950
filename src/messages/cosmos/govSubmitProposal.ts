import * as z from 'zod/mini'
import { plain } from '../../primitives/plain.ts'
import { defineMessage } from '../defineMessage.ts'
import { list } from '../fields/nested.ts'
import { flag, positiveCoin } from '../fields/numbers.ts'
import { address, anyText } from '../fields/text.ts'
import { listCoins, pay, sortedCoins } from '../keeper/coins.ts'
import { GOVERNANCE } from '../keeper/governance.ts'
import { innerMessages, listMessages } from './innerMessages.ts'

/** Submits a governance proposal. Its messages run only if the vote passes, so they are listed, not charged. */
export const govSubmitProposal = /* @__PURE__ */ defineMessage({
  typeUrl: '/cosmos.gov.v1.MsgSubmitProposal',
  aminoName: 'cosmos-sdk/v1/MsgSubmitProposal',
  signer: 'proposer',
  schema: z.strictObject({
    messages: innerMessages,
    initialDeposit: list(positiveCoin).check(sortedCoins),
    proposer: address,
    metadata: anyText,
    title: anyText,
    summary: anyText,
    expedited: flag,
  }),
  charges: [],
  sentence: ({ title, messages, initialDeposit }) =>
    `Proposes to governance, with a deposit of ${listCoins(initialDeposit)}: "${plain(title)}" (${listMessages(messages)}).`,
  run({ proposer, initialDeposit, messages }, ledger) {
    pay('deposit', { from: proposer, to: GOVERNANCE, coins: initialDeposit }, ledger)
    ledger.inner(messages, 'listed', GOVERNANCE)
  },
})
