import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { nonEmptyList } from '../fields/nested.ts'
import { coinAmount, positiveCoin } from '../fields/numbers.ts'
import { ruleOn } from '../fields/rules.ts'
import { address } from '../fields/text.ts'
import { listCoins, pay, sortedCoins } from '../keeper/coins.ts'
import { shortList } from '../keeper/credits.ts'
import { moduleOf } from '../keeper/moduleAccounts.ts'

const side = z.strictObject({ address, coins: nonEmptyList(positiveCoin).check(sortedCoins) })

type Side = z.output<typeof side>

/**
 * Sends coins of one account to several.
 *
 * @example
 * bankMultiSend({
 *   inputs: [
 *     {
 *       address: seller,
 *       coins: [{ denom: 'uregen', amount: '10' }]
 *     }
 *   ],
 *   outputs: [
 *     {
 *       address: buyer,
 *       coins: [{ denom: 'uregen', amount: '5' }]
 *     },
 *     {
 *       address: seller,
 *       coins: [{ denom: 'uregen', amount: '5' }]
 *     }
 *   ]
 * })
 */
export const bankMultiSend = /* @__PURE__ */ defineMessage({
  typeUrl: '/cosmos.bank.v1beta1.MsgMultiSend',
  aminoName: 'cosmos-sdk/MsgMultiSend',
  signer: 'inputs',
  schema: () =>
    z.strictObject({ inputs: nonEmptyList(side), outputs: nonEmptyList(side) }).check(
      ruleOn('one-input', ['inputs'], ({ inputs }) =>
        inputs.length > 1 ? 'coins can come from one account only' : null,
      ),
      ruleOn('sum', ['outputs'], ({ inputs, outputs }) =>
        totals(inputs) === totals(outputs) ? null : 'what is received is not what is sent',
      ),
    ),
  charges: [],
  sentence: ({ outputs }) =>
    `Sends ${shortList(outputs.map(({ address, coins }) => `${listCoins(coins)} to ${sanitize(address)}`))}.`,
  run({ inputs, outputs }, ledger) {
    const [from] = inputs
    for (const { address: to, coins } of outputs) {
      const module = moduleOf(to)
      if (module !== undefined && module !== 'gov')
        ledger.warn('RECIPIENT_BLOCKED', { recipient: to, module })
      if (from) pay('principal', { from: from.address, to, coins }, ledger)
    }
  },
})

/** The sum of each denom, in one form. */
function totals(sides: readonly Side[]): string {
  const sums = new Map<string, bigint>()
  for (const { denom, amount } of sides.flatMap(({ coins }) => coins))
    sums.set(denom, (sums.get(denom) ?? 0n) + (coinAmount(amount) ?? 0n))
  return [...sums]
    .map(sum => sum.join(' '))
    .sort()
    .join()
}
