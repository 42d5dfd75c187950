import * as z from 'zod/mini'
import { defineMessage } from '../defineMessage.ts'
import { nonEmptyList } from '../fields/nested.ts'
import { positiveCoin } from '../fields/numbers.ts'
import { address } from '../fields/text.ts'
import { listCoins, pay, sortedCoins } from '../keeper/coins.ts'
import { MODULE_ACCOUNTS } from '../keeper/moduleAccounts.ts'

/**
 * Gives coins to the community pool.
 *
 * @example
 * protocolpoolFund({
 *   amount: [{ denom: 'uregen', amount: '5' }],
 *   depositor: seller
 * })
 */
export const protocolpoolFund = /* @__PURE__ */ defineMessage({
  typeUrl: '/cosmos.protocolpool.v1.MsgFundCommunityPool',
  signer: 'depositor',
  schema: () => z.strictObject({ amount: nonEmptyList(positiveCoin).check(sortedCoins), depositor: address }),
  charges: [],
  sentence: ({ amount }) => `Gives ${listCoins(amount)} to the community pool.`,
  run({ depositor, amount }, ledger) {
    pay('deposit', { from: depositor, to: MODULE_ACCOUNTS.protocolpool, coins: amount }, ledger)
  },
})
