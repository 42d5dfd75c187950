import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { address, validatorAddress } from '../fields/text.ts'

/**
 * Collects the rewards of stake with one validator.
 *
 * @example
 * distributionWithdraw({
 *   delegatorAddress: seller,
 *   validatorAddress: 'regenvaloper1crvpg7vztktlg0ad7xxu45040hk68fjvuszlhh'
 * })
 */
export const distributionWithdraw = /* @__PURE__ */ defineMessage({
  typeUrl: '/cosmos.distribution.v1beta1.MsgWithdrawDelegatorReward',
  aminoName: 'cosmos-sdk/MsgWithdrawDelegationReward',
  signer: 'delegatorAddress',
  schema: () => z.strictObject({ delegatorAddress: address, validatorAddress }),
  charges: [],
  sentence: ({ validatorAddress }) =>
    `Collects the staking rewards from the validator ${sanitize(validatorAddress)}.`,
})
