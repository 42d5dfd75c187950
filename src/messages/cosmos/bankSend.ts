import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { nonEmptyList } from '../fields/nested.ts'
import { positiveCoin } from '../fields/numbers.ts'
import { address } from '../fields/text.ts'
import { listCoins, pay, sortedCoins } from '../keeper/coins.ts'
import { moduleOf } from '../keeper/moduleAccounts.ts'

/**
 * Sends coins. Accounts of the chain's modules, except gov, may not receive any.
 *
 * @example
 * bankSend({
 *   fromAddress: seller,
 *   toAddress: buyer,
 *   amount: [{ denom: 'uregen', amount: '5' }]
 * })
 */
export const bankSend = /* @__PURE__ */ defineMessage({
  typeUrl: '/cosmos.bank.v1beta1.MsgSend',
  aminoName: 'cosmos-sdk/MsgSend',
  signer: 'fromAddress',
  schema: () =>
    z.strictObject({
      fromAddress: address,
      toAddress: address,
      amount: nonEmptyList(positiveCoin).check(sortedCoins),
    }),
  charges: [],
  sentence: ({ toAddress, amount }) => `Sends ${listCoins(amount)} to ${sanitize(toAddress)}.`,
  run({ fromAddress, toAddress, amount }, ledger) {
    const module = moduleOf(toAddress)
    if (module !== undefined && module !== 'gov')
      ledger.warn('RECIPIENT_BLOCKED', { recipient: toAddress, module })
    pay('principal', { from: fromAddress, to: toAddress, coins: amount }, ledger)
  },
})
