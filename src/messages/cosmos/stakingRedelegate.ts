import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { mandatory } from '../fields/nested.ts'
import { stake } from '../fields/numbers.ts'
import { ruleOn } from '../fields/rules.ts'
import { address, validatorAddress } from '../fields/text.ts'
import { listCoins } from '../keeper/coins.ts'

/**
 * Moves staked coins from one validator to another.
 *
 * @example
 * stakingRedelegate({
 *   delegatorAddress: seller,
 *   validatorSrcAddress: 'regenvaloper1crvpg7vztktlg0ad7xxu45040hk68fjvuszlhh',
 *   validatorDstAddress: 'regenvaloper160z6t8z08nj5ja38xrkat09r5thqyyate6q0ce',
 *   amount: { denom: 'uregen', amount: '5' }
 * })
 */
export const stakingRedelegate = /* @__PURE__ */ defineMessage({
  typeUrl: '/cosmos.staking.v1beta1.MsgBeginRedelegate',
  aminoName: 'cosmos-sdk/MsgBeginRedelegate',
  signer: 'delegatorAddress',
  schema: () =>
    z
      .strictObject({
        delegatorAddress: address,
        validatorSrcAddress: validatorAddress,
        validatorDstAddress: validatorAddress,
        amount: mandatory(stake),
      })
      .check(
        ruleOn(
          'redelegate-to-the-same',
          ['validatorDstAddress'],
          ({ validatorSrcAddress, validatorDstAddress }) =>
            validatorSrcAddress !== '' && validatorSrcAddress === validatorDstAddress
              ? 'it is the same validator'
              : null,
        ),
      ),
  charges: [],
  sentence: ({ validatorSrcAddress, validatorDstAddress, amount }) =>
    `Moves ${listCoins(amount ? [amount] : [])} of stake from the validator ${sanitize(validatorSrcAddress)} to ${sanitize(validatorDstAddress)}.`,
})
