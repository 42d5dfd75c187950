import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { creditTypeAbbreviation } from '../fields/identifiers.ts'
import { mandatory } from '../fields/nested.ts'
import { uint32 } from '../fields/numbers.ts'
import { rule } from '../fields/rules.ts'
import { requiredText, someText } from '../fields/text.ts'
import { authority } from '../keeper/governance.ts'

/**
 * Governance: adds a credit type. The chain takes a precision of 6 only.
 *
 * @example
 * msgAddCreditType({
 *   authority: 'regen10d07y265gmmuvt4z0w9aw880jnsr700j9qceqh',
 *   creditType: {
 *     abbreviation: 'KSH',
 *     name: 'kilo-sheep-hour',
 *     unit: 'kilo-sheep-hour',
 *     precision: 6
 *   }
 * })
 */
export const msgAddCreditType = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.v1.MsgAddCreditType',
  signer: 'authority',
  schema: () =>
    z.strictObject({
      authority,
      creditType: mandatory(
        z.strictObject({
          abbreviation: creditTypeAbbreviation,
          name: requiredText(75),
          unit: someText,
          precision: uint32.check(
            rule('precision', value => (value === 6 ? null : 'every credit type has precision 6')),
          ),
        }),
      ),
    }),
  charges: [],
  sentence: ({ creditType }) =>
    `Governance: adds the credit type ${sanitize(creditType?.abbreviation ?? '')} (${sanitize(creditType?.name ?? '')}, in ${sanitize(creditType?.unit ?? '')}).`,
  run({ creditType }, ledger) {
    if (!creditType) return
    const { abbreviation, name } = creditType
    if (ledger.search('credit type', type => type.abbreviation === abbreviation || type.name === name))
      ledger.warn('ALREADY_EXISTS', { what: 'credit type', id: abbreviation })
    else ledger.add('credit type', { abbreviation, name })
  },
})
