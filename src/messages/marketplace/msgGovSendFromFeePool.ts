import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { nonEmptyList } from '../fields/nested.ts'
import { positiveCoin } from '../fields/numbers.ts'
import { address } from '../fields/text.ts'
import { sortedCoins } from '../keeper/coins.ts'
import { shortList } from '../keeper/credits.ts'
import { authority } from '../keeper/governance.ts'

/**
 * Governance: pays out of the marketplace's fee pool.
 *
 * @example
 * msgGovSendFromFeePool({
 *   authority: 'regen10d07y265gmmuvt4z0w9aw880jnsr700j9qceqh',
 *   recipient: buyer,
 *   coins: [{ denom: 'uregen', amount: '5' }]
 * })
 */
export const msgGovSendFromFeePool = /* @__PURE__ */ defineMessage({
  typeUrl: '/regen.ecocredit.marketplace.v1.MsgGovSendFromFeePool',
  signer: 'authority',
  schema: () =>
    z.strictObject({
      authority,
      recipient: address,
      coins: nonEmptyList(positiveCoin).check(sortedCoins),
    }),
  charges: [],
  sentence: ({ recipient, coins }) =>
    `Governance: pays ${shortList(coins.map(({ amount, denom }) => sanitize(amount + denom)))} from the marketplace fee pool to ${sanitize(recipient)}.`,
})
