import * as z from 'zod/mini'
import { normalizeAddress } from '../../primitives/address.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { classId } from '../fields/identifiers.ts'
import { list, noTwice } from '../fields/nested.ts'
import { ruleOn } from '../fields/rules.ts'
import { address } from '../fields/text.ts'
import { authorize } from '../keeper/authorize.ts'
import { shortList } from '../keeper/credits.ts'

/**
 * Adds and removes issuers of a credit class; removals come first.
 *
 * @example
 * msgUpdateClassIssuers({
 *   admin: seller,
 *   classId: 'C01',
 *   addIssuers: [buyer],
 *   removeIssuers: ['regen1fxj7k9463sq5fqm9fz4x83pkvwa55pmxw6p7pz']
 * })
 */
export const msgUpdateClassIssuers = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.v1.MsgUpdateClassIssuers',
  signer: 'admin',
  schema: () =>
    z
      .strictObject({
        admin: address,
        classId,
        addIssuers: list(address).check(noTwice),
        removeIssuers: list(address).check(noTwice),
      })
      .check(
        ruleOn('required', ['addIssuers'], ({ addIssuers, removeIssuers }) =>
          addIssuers.length + removeIssuers.length === 0 ? 'nobody is added or removed' : null,
        ),
      ),
  charges: [],
  sentence: ({ classId, addIssuers, removeIssuers }) =>
    `Changes who issues credits of ${sanitize(classId)}: adds ${sanitize(shortList(addIssuers) || 'nobody')}, removes ${sanitize(shortList(removeIssuers) || 'nobody')}.`,
  run({ admin, classId, addIssuers, removeIssuers }, ledger) {
    const found = ledger.look('credit class', classId)
    if (found === null) return
    authorize(admin, found.admin, `the admin of credit class ${classId}`, ledger)
    if (found.issuers === null) {
      ledger.warn('STATE_UNKNOWN', { what: 'issuers of credit class', id: classId })
      return
    }
    const removed = new Set(removeIssuers.map(normalizeAddress))
    const issuers = found.issuers.filter(issuer => !removed.has(normalizeAddress(issuer)))
    const known = new Set(issuers.map(normalizeAddress))
    for (const issuer of addIssuers) {
      if (known.has(normalizeAddress(issuer)))
        ledger.warn('ALREADY_EXISTS', { what: `issuer of ${classId}`, id: issuer })
      else issuers.push(issuer)
      known.add(normalizeAddress(issuer))
    }
    ledger.change('credit class', classId, { issuers })
  },
})
