import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { basketDenom } from '../fields/identifiers.ts'
import { ruleOn } from '../fields/rules.ts'
import { address } from '../fields/text.ts'
import { authorize } from '../keeper/authorize.ts'

/**
 * Hands a basket to another curator.
 *
 * @example
 * msgUpdateCurator({
 *   curator: seller,
 *   denom: 'eco.uC.NCT',
 *   newCurator: buyer
 * })
 */
export const msgUpdateCurator = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.basket.v1.MsgUpdateCurator',
  signer: 'curator',
  schema: () =>
    z
      .strictObject({ curator: address, denom: basketDenom, newCurator: address })
      .check(
        ruleOn('same-account', ['newCurator'], ({ curator, newCurator }) =>
          curator === newCurator ? 'the new curator is the curator already' : null,
        ),
      ),
  charges: [],
  sentence: ({ denom, newCurator }) =>
    `Makes ${sanitize(newCurator)} the curator of basket ${sanitize(denom)}.`,
  run({ curator, denom, newCurator }, ledger) {
    const basket = ledger.look('basket', denom)
    if (basket === null) return
    authorize(curator, basket.curator, `the curator of basket ${denom}`, ledger)
    ledger.change('basket', denom, { curator: newCurator })
  },
})
