import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { address } from '../fields/text.ts'
import { authority } from '../keeper/governance.ts'

/**
 * Governance: puts an account on the list of those who may create credit classes.
 *
 * @example
 * msgAddClassCreator({
 *   authority: 'regen10d07y265gmmuvt4z0w9aw880jnsr700j9qceqh',
 *   creator: seller
 * })
 */
export const msgAddClassCreator = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.v1.MsgAddClassCreator',
  signer: 'authority',
  schema: () => z.strictObject({ authority, creator: address }),
  charges: [],
  sentence: ({ creator }) => `Governance: lets ${sanitize(creator)} create credit classes.`,
})
