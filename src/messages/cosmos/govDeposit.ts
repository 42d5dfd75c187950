import * as z from 'zod/mini'
import { defineMessage } from '../defineMessage.ts'
import { nonEmptyList } from '../fields/nested.ts'
import { id, positiveCoin } from '../fields/numbers.ts'
import { address } from '../fields/text.ts'
import { listCoins, pay, sortedCoins } from '../keeper/coins.ts'
import { GOVERNANCE } from '../keeper/governance.ts'

/**
 * Adds to the deposit of a governance proposal, which is voted on when it has enough.
 *
 * @example
 * govDeposit({
 *   proposalId: 1n,
 *   depositor: seller,
 *   amount: [{ denom: 'uregen', amount: '5' }]
 * })
 */
export const govDeposit = /* @__PURE__ */ defineMessage({
  typeUrl: '/cosmos.gov.v1.MsgDeposit',
  aminoName: 'cosmos-sdk/v1/MsgDeposit',
  signer: 'depositor',
  schema: () =>
    z.strictObject({
      proposalId: id,
      depositor: address,
      amount: nonEmptyList(positiveCoin).check(sortedCoins),
    }),
  charges: [],
  sentence: ({ proposalId, amount }) => `Deposits ${listCoins(amount)} for proposal ${proposalId}.`,
  run({ depositor, amount }, ledger) {
    pay('deposit', { from: depositor, to: GOVERNANCE, coins: amount }, ledger)
  },
})
