import * as z from 'zod/mini'
import { parseChainDecimal } from '../../primitives/chainDecimal.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { mandatory } from '../fields/nested.ts'
import { feeRate } from '../fields/numbers.ts'
import { ruleOn } from '../fields/rules.ts'
import { authority } from '../keeper/governance.ts'

/** A rate that stops no purchases: empty for no fee, else above zero. */
const usableRate = feeRate.check(
  ruleOn(
    'fee-rate-zero',
    [],
    value =>
      value !== '' && parseChainDecimal(value)?.coefficient === 0n
        ? `with the rate "${value}" the chain refuses every purchase; for no fee leave the text empty`
        : null,
    'warns',
  ),
)

/**
 * Governance: sets the marketplace's buyer and seller fee as fractions: '0.02' is 2 %, '' is none.
 *
 * @example
 * msgGovSetFeeParams({
 *   authority: 'regen10d07y265gmmuvt4z0w9aw880jnsr700j9qceqh',
 *   fees: { buyerPercentageFee: '0.01', sellerPercentageFee: '' }
 * })
 */
export const msgGovSetFeeParams = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.marketplace.v1.MsgGovSetFeeParams',
  signer: 'authority',
  schema: () =>
    z.strictObject({
      authority,
      fees: mandatory(z.strictObject({ buyerPercentageFee: usableRate, sellerPercentageFee: usableRate })),
    }),
  charges: [],
  sentence: ({ fees }) =>
    `Governance: buyers pay a fee of ${sanitize(fees?.buyerPercentageFee || '0')} and sellers of ${sanitize(fees?.sellerPercentageFee || '0')} of the price, as fractions (0.01 is 1 %).`,
})
