import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { projectId } from '../fields/identifiers.ts'
import { ruleOn } from '../fields/rules.ts'
import { address } from '../fields/text.ts'
import { authorize } from '../keeper/authorize.ts'

/**
 * Hands a project to another admin.
 *
 * @example
 * msgUpdateProjectAdmin({
 *   admin: seller,
 *   projectId: 'C01-001',
 *   newAdmin: buyer
 * })
 */
export const msgUpdateProjectAdmin = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.v1.MsgUpdateProjectAdmin',
  signer: 'admin',
  schema: () =>
    z
      .strictObject({ admin: address, projectId, newAdmin: address })
      .check(
        ruleOn('same-account', ['newAdmin'], ({ admin, newAdmin }) =>
          admin === newAdmin ? 'the new admin is the admin already' : null,
        ),
      ),
  charges: [],
  sentence: ({ projectId, newAdmin }) =>
    `Makes ${sanitize(newAdmin)} the admin of project ${sanitize(projectId)}.`,
  run({ admin, projectId, newAdmin }, ledger) {
    const found = ledger.look('project', projectId)
    if (found === null) return
    authorize(admin, found.admin, `the admin of project ${projectId}`, ledger)
    ledger.change('project', projectId, { admin: newAdmin })
  },
})
