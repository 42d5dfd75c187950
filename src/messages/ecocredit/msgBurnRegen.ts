import * as z from 'zod/mini'
import { parseChainInteger } from '../../primitives/chainInteger.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { positiveInteger } from '../fields/numbers.ts'
import { address, optionalText } from '../fields/text.ts'
import { MODULE_ACCOUNTS } from '../keeper/moduleAccounts.ts'

/**
 * Burns uregen of the signer, for good.
 *
 * @example
 * msgBurnRegen({
 *   burner: seller,
 *   amount: '1234567',
 *   reason: 'because'
 * })
 */
export const msgBurnRegen = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.v1.MsgBurnRegen',
  signer: 'burner',
  schema: () => z.strictObject({ burner: address, amount: positiveInteger, reason: optionalText(256) }),
  charges: [],
  sentence: ({ amount }) => `Burns ${sanitize(amount)} uregen, for good.`,
  run({ burner, amount }, ledger) {
    const coin = { denom: 'uregen', amount: parseChainInteger(amount) ?? 0n }
    ledger.requireBalance(burner, coin)
    ledger.moveCoins({ kind: 'burn', from: burner, to: MODULE_ACCOUNTS.ecocredit, ...coin })
    ledger.moveCoins({ kind: 'burn', from: MODULE_ACCOUNTS.ecocredit, to: null, ...coin })
  },
})
