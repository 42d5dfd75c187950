import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { address } from '../fields/text.ts'
import { authority } from '../keeper/governance.ts'

/**
 * Governance: ends the continuous fund of a recipient.
 *
 * @example
 * protocolpoolCancelFund({
 *   authority: 'regen10d07y265gmmuvt4z0w9aw880jnsr700j9qceqh',
 *   recipient: buyer
 * })
 */
export const protocolpoolCancelFund = /* @__PURE__ */ defineMessage({
  typeUrl: '/cosmos.protocolpool.v1.MsgCancelContinuousFund',
  signer: 'authority',
  schema: () => z.strictObject({ authority, recipient: address }),
  charges: [],
  sentence: ({ recipient }) => `Governance: ends the continuous fund of ${sanitize(recipient)}.`,
})
