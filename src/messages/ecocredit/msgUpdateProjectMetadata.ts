import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { projectId } from '../fields/identifiers.ts'
import { address, optionalMetadata } from '../fields/text.ts'
import { authorize } from '../keeper/authorize.ts'

/**
 * Replaces the metadata of a project; empty clears it.
 *
 * @example
 * msgUpdateProjectMetadata({
 *   admin: seller,
 *   projectId: 'C01-001',
 *   newMetadata: 'regen:y'
 * })
 */
export const msgUpdateProjectMetadata = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.v1.MsgUpdateProjectMetadata',
  signer: 'admin',
  schema: () => z.strictObject({ admin: address, projectId, newMetadata: optionalMetadata }),
  charges: [],
  sentence: ({ projectId, newMetadata }) =>
    `Sets the metadata of project ${sanitize(projectId)} to "${sanitize(newMetadata)}".`,
  run({ admin, projectId }, ledger) {
    const found = ledger.look('project', projectId)
    if (found) authorize(admin, found.admin, `the admin of project ${projectId}`, ledger)
  },
})
