import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { creditTypeAbbreviation } from '../fields/identifiers.ts'
import { nonEmptyList, noTwice, optional } from '../fields/nested.ts'
import { positiveCoin } from '../fields/numbers.ts'
import { address, optionalMetadata } from '../fields/text.ts'
import { sameAccount } from '../keeper/authorize.ts'
import { payCreationFee } from '../keeper/creationFee.ts'
import { shortList } from '../keeper/credits.ts'

/**
 * Creates a credit class. The class fee is taken and burned, as far as one is set.
 *
 * @example
 * msgCreateClass({
 *   admin: seller,
 *   issuers: [seller],
 *   metadata: 'regen:x',
 *   creditTypeAbbrev: 'C',
 *   fee: { denom: 'uregen', amount: '20000000' }
 * })
 */
export const msgCreateClass = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.v1.MsgCreateClass',
  signer: 'admin',
  schema: () =>
    z.strictObject({
      admin: address,
      issuers: nonEmptyList(address).check(noTwice),
      metadata: optionalMetadata,
      creditTypeAbbrev: creditTypeAbbreviation,
      fee: optional(positiveCoin),
    }),
  charges: [],
  sentence: ({ creditTypeAbbrev, issuers }) =>
    `Creates a credit class of type ${sanitize(creditTypeAbbrev)}, issued by ${sanitize(shortList(issuers))}.`,
  run({ admin, issuers, creditTypeAbbrev, fee }, ledger) {
    const creators = ledger.setting('classCreators')?.value
    if (creators && !creators.some(creator => sameAccount(creator, admin)))
      ledger.warn('NOT_AUTHORIZED', { signer: admin, needs: 'on the list of class creators' })
    payCreationFee('class', admin, fee, ledger)
    ledger.look('credit type', creditTypeAbbrev)
    const id = ledger.nextId('credit class', creditTypeAbbrev)
    if (id !== null) ledger.add('credit class', { id, admin, creditType: creditTypeAbbrev, issuers })
  },
})
