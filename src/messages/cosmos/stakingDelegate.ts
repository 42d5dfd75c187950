import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { mandatory } from '../fields/nested.ts'
import { coinAmount, stake } from '../fields/numbers.ts'
import { address, validatorAddress } from '../fields/text.ts'
import { listCoins } from '../keeper/coins.ts'
import { MODULE_ACCOUNTS } from '../keeper/moduleAccounts.ts'

/**
 * Stakes coins with a validator. Coins that vest may be staked, so what can be spent is not what is looked at.
 *
 * @example
 * stakingDelegate({
 *   delegatorAddress: seller,
 *   validatorAddress: 'regenvaloper1crvpg7vztktlg0ad7xxu45040hk68fjvuszlhh',
 *   amount: { denom: 'uregen', amount: '5' }
 * })
 */
export const stakingDelegate = /* @__PURE__ */ defineMessage({
  typeUrl: '/cosmos.staking.v1beta1.MsgDelegate',
  aminoName: 'cosmos-sdk/MsgDelegate',
  signer: 'delegatorAddress',
  schema: () => z.strictObject({ delegatorAddress: address, validatorAddress, amount: mandatory(stake) }),
  charges: [],
  sentence: ({ validatorAddress, amount }) =>
    `Stakes ${listCoins(amount ? [amount] : [])} with the validator ${sanitize(validatorAddress)}.`,
  run({ delegatorAddress, amount }, ledger) {
    if (amount)
      ledger.moveCoins({
        kind: 'deposit',
        from: delegatorAddress,
        to: MODULE_ACCOUNTS.bonded_tokens_pool,
        denom: amount.denom,
        amount: coinAmount(amount.amount) ?? 0n,
      })
  },
})
