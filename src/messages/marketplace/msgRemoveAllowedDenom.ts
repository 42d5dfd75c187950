import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { denom } from '../fields/identifiers.ts'
import { authority } from '../keeper/governance.ts'

/**
 * Governance: stops new orders in a denom. Orders that exist keep selling.
 *
 * @example
 * msgRemoveAllowedDenom({ authority: 'regen10d07y265gmmuvt4z0w9aw880jnsr700j9qceqh', denom: 'uregen' })
 */
export const msgRemoveAllowedDenom = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.marketplace.v1.MsgRemoveAllowedDenom',
  signer: 'authority',
  schema: () => z.strictObject({ authority, denom }),
  charges: [],
  sentence: ({ denom }) => `Governance: no new sell orders in ${sanitize(denom)}.`,
})
