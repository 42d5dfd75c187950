import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { formatTime, isTimestamp } from '../../primitives/time.ts'
import { defineMessage } from '../defineMessage.ts'
import { list, mandatory, nonEmptyList } from '../fields/nested.ts'
import { positiveCoin } from '../fields/numbers.ts'
import { address, someText } from '../fields/text.ts'
import { optionalTime } from '../fields/time.ts'
import { listCoins, sortedCoins } from '../keeper/coins.ts'
import { notToOneself } from '../keeper/grants.ts'
import { expireLater } from '../keeper/sellOrders.ts'
import type { InnerMessage } from './innerMessages.ts'
import { packed } from './packed.ts'

const GENERIC = '/cosmos.authz.v1beta1.GenericAuthorization'
const SEND = '/cosmos.bank.v1beta1.SendAuthorization'

const authorization = packed(() => ({
  [GENERIC]: z.strictObject({ msg: someText }),
  [SEND]: z.strictObject({
    spendLimit: nonEmptyList(positiveCoin).check(sortedCoins),
    allowList: list(address),
  }),
}))

/**
 * Lets another account run messages in one's own name, and pay with one's own coins and credits.
 *
 * @example
 * authzGrant({
 *   granter: seller,
 *   grantee: buyer,
 *   grant: {
 *     authorization: {
 *       typeUrl: '/cosmos.authz.v1beta1.GenericAuthorization',
 *       value: { msg: '/regen.ecocredit.v1.MsgRetire' }
 *     },
 *     expiration: { seconds: 4070908800n, nanos: 0 }
 *   }
 * })
 */
export const authzGrant = /* @__PURE__ */ defineMessage({
  typeUrl: '/cosmos.authz.v1beta1.MsgGrant',
  aminoName: 'cosmos-sdk/MsgGrant',
  signer: 'granter',
  schema: () =>
    z
      .strictObject({
        granter: address,
        grantee: address,
        grant: mandatory(
          z.strictObject({ authorization: mandatory(authorization), expiration: optionalTime }),
        ),
      })
      .check(notToOneself),
  charges: [],
  sentence: ({ grantee, grant }) =>
    `Lets ${sanitize(grantee)} run ${what(grant?.authorization)} in your name, ${grant?.expiration && isTimestamp(grant.expiration) ? `until ${formatTime(grant.expiration)}` : 'without an end'}.`,
  run({ granter, grantee, grant }, ledger) {
    const { authorization, expiration } = grant ?? {}
    expireLater(expiration, ledger)
    const message = authorization && messageOf(authorization)
    if (!message) return
    ledger.requireType(message)
    ledger.add('grant', {
      granter,
      grantee,
      message,
      expiration: expiration && isTimestamp(expiration) ? formatTime(expiration) : null,
    })
  },
})

/** The type of the messages that an authorization allows, where that is known. */
function messageOf({ typeUrl, value }: InnerMessage): string | null {
  if (typeUrl === SEND) return '/cosmos.bank.v1beta1.MsgSend'
  const isRead = typeof value === 'object' && value !== null && 'msg' in value
  return typeUrl === GENERIC && isRead ? String(value.msg) : null
}

/** What an authorization allows, in words. */
function what(authorization: InnerMessage | undefined): string {
  const { typeUrl, value } = authorization ?? { typeUrl: 'nothing', value: null }
  if (value instanceof Uint8Array || typeof value !== 'object' || value === null) return sanitize(typeUrl)
  if (typeUrl === GENERIC && 'msg' in value) return `any ${sanitize(String(value.msg))}`
  if (typeUrl === SEND && 'spendLimit' in value)
    return `sends of up to ${listCoins(value.spendLimit as Parameters<typeof listCoins>[0])}`
  return sanitize(typeUrl)
}
