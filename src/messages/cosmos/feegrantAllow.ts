import * as z from 'zod/mini'
import { sanitize } from '../../primitives/sanitize.ts'
import { formatTime, isTimestamp, type Timestamp } from '../../primitives/time.ts'
import { defineMessage } from '../defineMessage.ts'
import { list, mandatory, nonEmptyList } from '../fields/nested.ts'
import { positiveCoin } from '../fields/numbers.ts'
import { address, someText } from '../fields/text.ts'
import { optionalDuration, optionalTime, time } from '../fields/time.ts'
import { listCoins, sortedCoins } from '../keeper/coins.ts'
import { notToOneself } from '../keeper/grants.ts'
import { expireLater } from '../keeper/sellOrders.ts'
import type { InnerMessage } from './innerMessages.ts'
import { packed } from './packed.ts'

const BASIC = '/cosmos.feegrant.v1beta1.BasicAllowance'
const PERIODIC = '/cosmos.feegrant.v1beta1.PeriodicAllowance'
const ALLOWED = '/cosmos.feegrant.v1beta1.AllowedMsgAllowance'

const coins = list(positiveCoin).check(sortedCoins)
const basic = z.strictObject({ spendLimit: coins, expiration: optionalTime })

const allowance = packed(() => ({
  [BASIC]: basic,
  [PERIODIC]: z.strictObject({
    basic: mandatory(basic),
    period: optionalDuration,
    periodSpendLimit: coins,
    periodCanSpend: coins,
    periodReset: time,
  }),
  [ALLOWED]: z.strictObject({ allowance: mandatory(limit), allowedMessages: nonEmptyList(someText) }),
}))

/** The allowance inside of one that names messages. */
const limit = packed(() => ({ [BASIC]: basic }))

/**
 * Lets another account pay gas from one's own coins.
 *
 * @example
 * feegrantAllow({
 *   granter: seller,
 *   grantee: buyer,
 *   allowance: {
 *     typeUrl: '/cosmos.feegrant.v1beta1.BasicAllowance',
 *     value: {
 *       spendLimit: [{ denom: 'uregen', amount: '5' }],
 *       expiration: { seconds: 4070908800n, nanos: 0 }
 *     }
 *   }
 * })
 */
export const feegrantAllow = /* @__PURE__ */ defineMessage({
  typeUrl: '/cosmos.feegrant.v1beta1.MsgGrantAllowance',
  aminoName: 'cosmos-sdk/MsgGrantAllowance',
  signer: 'granter',
  schema: () =>
    z
      .strictObject({ granter: address, grantee: address, allowance: mandatory(allowance) })
      .check(notToOneself),
  charges: [],
  run({ allowance }, ledger) {
    const { typeUrl, value } = allowance ?? { typeUrl: '', value: null }
    if (typeUrl === BASIC && !(value instanceof Uint8Array))
      expireLater((value as { expiration?: Timestamp }).expiration, ledger)
  },
  sentence: ({ grantee, allowance }) =>
    `Lets ${sanitize(grantee)} pay gas from your account: ${limitOf(allowance)}.`,
})

function limitOf(allowance: InnerMessage | undefined): string {
  const { typeUrl, value } = allowance ?? { typeUrl: 'nothing', value: null }
  if (typeUrl !== BASIC || value instanceof Uint8Array) return sanitize(typeUrl)
  const { spendLimit, expiration } = value as {
    spendLimit: Parameters<typeof listCoins>[0]
    expiration?: Timestamp
  }
  const end = expiration && isTimestamp(expiration) ? `until ${formatTime(expiration)}` : 'without an end'
  return `${spendLimit.length === 0 ? 'without a limit' : `up to ${listCoins(spendLimit)}`}, ${end}`
}
