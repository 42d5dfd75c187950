import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { address } from '../fields/text.ts'
import { authority } from '../keeper/governance.ts'

/**
 * Governance: takes an account off the list of those who may create credit classes.
 *
 * @example
 * msgRemoveClassCreator({
 *   authority: 'regen10d07y265gmmuvt4z0w9aw880jnsr700j9qceqh',
 *   creator: seller
 * })
 */
export const msgRemoveClassCreator = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.v1.MsgRemoveClassCreator',
  signer: 'authority',
  schema: () => z.strictObject({ authority, creator: address }),
  charges: [],
  sentence: ({ creator }) => `Governance: takes ${sanitize(creator)} off the list of class creators.`,
})
