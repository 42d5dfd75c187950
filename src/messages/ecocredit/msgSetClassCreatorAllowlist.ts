import * as z from 'zod/mini'
import { defineMessage } from '../defineMessage.ts'
import { flag } from '../fields/flag.ts'
import { authority } from '../keeper/governance.ts'

/**
 * Governance: restricts the creation of classes to a list of accounts, or opens it to everybody.
 *
 * @example
 * msgSetClassCreatorAllowlist({ authority: 'regen10d07y265gmmuvt4z0w9aw880jnsr700j9qceqh', enabled: true })
 */
export const msgSetClassCreatorAllowlist = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.v1.MsgSetClassCreatorAllowlist',
  signer: 'authority',
  schema: () => z.strictObject({ authority, enabled: flag }),
  charges: [],
  sentence: ({ enabled }) =>
    enabled
      ? 'Governance: only listed accounts may create credit classes from now on.'
      : 'Governance: everybody may create credit classes from now on.',
})
