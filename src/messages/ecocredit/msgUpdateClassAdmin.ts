import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { classId } from '../fields/identifiers.ts'
import { ruleOn } from '../fields/rules.ts'
import { address } from '../fields/text.ts'
import { authorize } from '../keeper/authorize.ts'

/**
 * Hands a credit class to another admin. Issuers stay as they are.
 *
 * @example
 * msgUpdateClassAdmin({
 *   admin: seller,
 *   classId: 'C01',
 *   newAdmin: buyer
 * })
 */
export const msgUpdateClassAdmin = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.v1.MsgUpdateClassAdmin',
  signer: 'admin',
  schema: () =>
    z
      .strictObject({ admin: address, classId, newAdmin: address })
      .check(
        ruleOn('same-account', ['newAdmin'], ({ admin, newAdmin }) =>
          admin === newAdmin ? 'the new admin is the admin already' : null,
        ),
      ),
  charges: [],
  sentence: ({ classId, newAdmin }) =>
    `Makes ${sanitize(newAdmin)} the admin of credit class ${sanitize(classId)}.`,
  run({ admin, classId, newAdmin }, ledger) {
    const found = ledger.look('credit class', classId)
    if (found === null) return
    authorize(admin, found.admin, `the admin of credit class ${classId}`, ledger)
    ledger.change('credit class', classId, { admin: newAdmin })
  },
})
