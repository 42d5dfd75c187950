import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { flag } from '../fields/flag.ts'
import { list } from '../fields/nested.ts'
import { positiveCoin } from '../fields/numbers.ts'
import { limitedText, sameAsMetadata } from '../fields/proposal.ts'
import { required, rule, ruleOn } from '../fields/rules.ts'
import { address } from '../fields/text.ts'
import { listCoins, pay, sortedCoins } from '../keeper/coins.ts'
import { checkDeposit } from '../keeper/deposit.ts'
import { GOVERNANCE } from '../keeper/governance.ts'
import { innerMessages, listMessages } from './innerMessages.ts'

const given = rule<string>('required', value => (value === '' ? 'it is empty' : null))

/**
 * Submits a governance proposal. Its messages run only if the vote passes, so they are listed, not charged.
 *
 * @example
 * govSubmitProposal({
 *   messages: [
 *     {
 *       typeUrl: '/regen.ecocredit.v1.MsgUpdateClassFee',
 *       value: {
 *         authority: 'regen10d07y265gmmuvt4z0w9aw880jnsr700j9qceqh',
 *         fee: { denom: 'uregen', amount: '5' }
 *       }
 *     }
 *   ],
 *   initialDeposit: [{ denom: 'uregen', amount: '5' }],
 *   proposer: seller,
 *   metadata: '',
 *   title: 'A class costs 5 uregen',
 *   summary: 's',
 *   expedited: false
 * })
 */
export const govSubmitProposal = /* @__PURE__ */ defineMessage({
  typeUrl: '/cosmos.gov.v1.MsgSubmitProposal',
  aminoName: 'cosmos-sdk/v1/MsgSubmitProposal',
  signer: 'proposer',
  schema: () =>
    z
      .strictObject({
        messages: innerMessages,
        initialDeposit: list(positiveCoin).check(sortedCoins),
        proposer: address,
        metadata: limitedText(500),
        title: required<string, string>(limitedText(500).check(given)),
        summary: required<string, string>(limitedText(20_000).check(given)),
        expedited: flag,
      })
      .check(
        ruleOn('required', ['messages'], ({ messages, metadata }) =>
          messages.length === 0 && metadata === '' ? 'neither messages nor metadata are given' : null,
        ),
        ...sameAsMetadata,
      ),
  charges: [],
  sentence: ({ title, messages, initialDeposit }) =>
    `Proposes to governance, with a deposit of ${listCoins(initialDeposit)}: "${sanitize(title)}" (${listMessages(messages)}).`,
  run({ proposer, initialDeposit, messages, expedited }, ledger) {
    checkDeposit(initialDeposit, expedited, ledger)
    pay('deposit', { from: proposer, to: GOVERNANCE, coins: initialDeposit }, ledger)
    ledger.inner(messages, 'listed', { signer: GOVERNANCE })
    ledger.nextId('proposal', '')
  },
})
