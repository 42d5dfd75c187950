import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { optional } from '../fields/nested.ts'
import { anyCoin } from '../fields/numbers.ts'
import { authority } from '../keeper/governance.ts'

/**
 * Governance: sets what creating a basket costs. No fee, or a fee of 0, makes it free.
 *
 * @example
 * msgUpdateBasketFee({ authority: 'regen10d07y265gmmuvt4z0w9aw880jnsr700j9qceqh' })
 */
export const msgUpdateBasketFee = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.basket.v1.MsgUpdateBasketFee',
  signer: 'authority',
  schema: () => z.strictObject({ authority, fee: optional(anyCoin) }),
  charges: [],
  sentence: ({ fee }) =>
    `Governance: creating a basket costs ${fee ? sanitize(fee.amount + fee.denom) : 'nothing'} from now on.`,
})
