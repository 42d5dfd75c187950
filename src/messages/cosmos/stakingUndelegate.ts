import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { mandatory } from '../fields/nested.ts'
import { stake } from '../fields/numbers.ts'
import { address, validatorAddress } from '../fields/text.ts'
import { listCoins } from '../keeper/coins.ts'

/**
 * Takes staked coins back; they come when the unbonding time is over.
 *
 * @example
 * stakingUndelegate({
 *   delegatorAddress: seller,
 *   validatorAddress: 'regenvaloper1crvpg7vztktlg0ad7xxu45040hk68fjvuszlhh',
 *   amount: { denom: 'uregen', amount: '5' }
 * })
 */
export const stakingUndelegate = /* @__PURE__ */ defineMessage({
  typeUrl: '/cosmos.staking.v1beta1.MsgUndelegate',
  aminoName: 'cosmos-sdk/MsgUndelegate',
  signer: 'delegatorAddress',
  schema: () => z.strictObject({ delegatorAddress: address, validatorAddress, amount: mandatory(stake) }),
  charges: [],
  sentence: ({ validatorAddress, amount }) =>
    `Takes ${listCoins(amount ? [amount] : [])} back from the validator ${sanitize(validatorAddress)}, after the unbonding time.`,
})
