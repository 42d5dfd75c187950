import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { nonEmptyList } from '../fields/nested.ts'
import { positiveCoin } from '../fields/numbers.ts'
import { address } from '../fields/text.ts'
import { listCoins, sortedCoins } from '../keeper/coins.ts'
import { authority } from '../keeper/governance.ts'

/**
 * Governance: pays from the community pool.
 *
 * @example
 * protocolpoolSpend({
 *   authority: 'regen10d07y265gmmuvt4z0w9aw880jnsr700j9qceqh',
 *   recipient: buyer,
 *   amount: [{ denom: 'uregen', amount: '5' }]
 * })
 */
export const protocolpoolSpend = /* @__PURE__ */ defineMessage({
  typeUrl: '/cosmos.protocolpool.v1.MsgCommunityPoolSpend',
  signer: 'authority',
  schema: () =>
    z.strictObject({
      authority,
      recipient: address,
      amount: nonEmptyList(positiveCoin).check(sortedCoins),
    }),
  charges: [],
  sentence: ({ recipient, amount }) =>
    `Governance: pays ${listCoins(amount)} from the community pool to ${sanitize(recipient)}.`,
})
