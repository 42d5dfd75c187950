import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { classId } from '../fields/identifiers.ts'
import { address, optionalMetadata } from '../fields/text.ts'
import { authorize } from '../keeper/authorize.ts'

/**
 * Replaces the metadata of a credit class; empty clears it.
 *
 * @example
 * msgUpdateClassMetadata({
 *   admin: seller,
 *   classId: 'C01',
 *   newMetadata: 'regen:y'
 * })
 */
export const msgUpdateClassMetadata = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.v1.MsgUpdateClassMetadata',
  signer: 'admin',
  schema: () => z.strictObject({ admin: address, classId, newMetadata: optionalMetadata }),
  charges: [],
  sentence: ({ classId, newMetadata }) =>
    `Sets the metadata of credit class ${sanitize(classId)} to "${sanitize(newMetadata)}".`,
  run({ admin, classId }, ledger) {
    const found = ledger.look('credit class', classId)
    if (found) authorize(admin, found.admin, `the admin of credit class ${classId}`, ledger)
  },
})
