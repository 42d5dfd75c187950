import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { someText } from '../fields/text.ts'
import { authority } from '../keeper/governance.ts'

/**
 * Governance: stops bridging to and from a chain. The name is kept in lower case.
 *
 * @example
 * msgRemoveAllowedBridgeChain({ authority: 'regen10d07y265gmmuvt4z0w9aw880jnsr700j9qceqh', chainName: 'polygon' })
 */
export const msgRemoveAllowedBridgeChain = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.v1.MsgRemoveAllowedBridgeChain',
  signer: 'authority',
  schema: () => z.strictObject({ authority, chainName: someText }),
  charges: [],
  sentence: ({ chainName }) => `Governance: stops bridging of credits to and from ${sanitize(chainName)}.`,
})
