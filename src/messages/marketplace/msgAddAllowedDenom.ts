import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { denom } from '../fields/identifiers.ts'
import { uint32 } from '../fields/numbers.ts'
import { rule } from '../fields/rules.ts'
import { authority } from '../keeper/governance.ts'

const EXPONENTS = [0, 1, 2, 3, 6, 9, 12, 15, 18, 21, 24]

/**
 * Governance: lets sellers ask for a denom.
 *
 * @example
 * msgAddAllowedDenom({
 *   authority: 'regen10d07y265gmmuvt4z0w9aw880jnsr700j9qceqh',
 *   bankDenom: 'uatom',
 *   displayDenom: 'ATOM',
 *   exponent: 6
 * })
 */
export const msgAddAllowedDenom = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.marketplace.v1.MsgAddAllowedDenom',
  signer: 'authority',
  schema: () =>
    z.strictObject({
      authority,
      bankDenom: denom,
      displayDenom: denom,
      exponent: uint32.check(
        rule('exponent', value =>
          EXPONENTS.includes(value) ? null : `expected one of ${EXPONENTS.join(', ')}`,
        ),
      ),
    }),
  charges: [],
  sentence: ({ bankDenom, displayDenom }) =>
    `Governance: lets credits be sold for ${sanitize(bankDenom)}, shown as ${sanitize(displayDenom)}.`,
})
