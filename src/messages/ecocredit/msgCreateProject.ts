import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { classId, jurisdiction } from '../fields/identifiers.ts'
import { optional } from '../fields/nested.ts'
import { ignoredCoin } from '../fields/numbers.ts'
import { address, optionalMetadata, optionalText } from '../fields/text.ts'
import { authorizeIssuer } from '../keeper/authorize.ts'

/**
 * Creates a project in a credit class. The chain ignores the fee field and charges nothing.
 *
 * @example
 * msgCreateProject({
 *   admin: seller,
 *   classId: 'C01',
 *   metadata: 'regen:x',
 *   jurisdiction: 'US-WA',
 *   referenceId: 'VCS-777'
 * })
 */
export const msgCreateProject = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.v1.MsgCreateProject',
  signer: 'admin',
  schema: () =>
    z.strictObject({
      admin: address,
      classId,
      metadata: optionalMetadata,
      jurisdiction,
      referenceId: optionalText(32),
      fee: optional(ignoredCoin),
    }),
  charges: [],
  sentence: ({ classId, jurisdiction }) =>
    `Creates a project in credit class ${sanitize(classId)}, in ${sanitize(jurisdiction)}.`,
  run({ admin, classId, referenceId }, ledger) {
    authorizeIssuer(admin, classId, ledger)
    const twin =
      referenceId !== '' &&
      ledger.search('project', project => project.classId === classId && project.referenceId === referenceId)
    if (twin) ledger.warn('ALREADY_EXISTS', { what: 'project with reference id', id: referenceId })
    const id = ledger.nextId('project', `${classId}-`)
    if (id !== null) ledger.add('project', { id, classId, admin, referenceId })
  },
})
