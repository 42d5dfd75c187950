import * as z from 'zod/mini'
import { formatRatio, ratio } from '../../primitives/ratio.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import { formatTime, isTimestamp } from '../../primitives/time.ts'
import { defineMessage } from '../defineMessage.ts'
import { parsedAs, required, rule } from '../fields/rules.ts'
import { address } from '../fields/text.ts'
import { optionalTime } from '../fields/time.ts'
import { authority } from '../keeper/governance.ts'

const ONE = 10n ** 18n

/** Below it a whole number is more likely a share that somebody meant than one in 10^-18, which nobody pays. */
const MIN_SCALED = 10n ** 6n

/** The text of a share, such as '0.15', as the wire has it: whole, in units of 10^-18. */
function scaled(text: string): string {
  const [, whole = '', decimals] = /^(\d{1,30})(?:\.(\d{1,18}))?$/.exec(text) ?? []
  if (whole === '') throw new Error()
  if (decimals === undefined && BigInt(whole) >= MIN_SCALED) return BigInt(whole).toString()
  return BigInt(whole + (decimals ?? '').padEnd(18, '0')).toString()
}

const percentage = required<string, string>(
  parsedAs(
    z._default(z.string({ error: 'expected text such as "0.15"' }), '0'),
    scaled,
    'expected text such as "0.15"',
  ).check(
    rule('percentage', (share: string) => {
      if (BigInt(share) === 0n) return 'it is 0'
      return BigInt(share) < ONE ? null : 'it is 1 or more'
    }),
  ) as never,
)

/**
 * Governance: gives a recipient a share of what comes into the community pool from now on; never of what is in it.
 *
 * @example
 * protocolpoolCreateFund({
 *   authority: 'regen10d07y265gmmuvt4z0w9aw880jnsr700j9qceqh',
 *   recipient: seller,
 *   percentage: '0.15',
 *   expiry: '2028-01-01T00:00:00Z'
 * })
 */
export const protocolpoolCreateFund = /* @__PURE__ */ defineMessage({
  typeUrl: '/cosmos.protocolpool.v1.MsgCreateContinuousFund',
  signer: 'authority',
  schema: () => z.strictObject({ authority, recipient: address, percentage, expiry: optionalTime }),
  charges: [],
  sentence: ({ recipient, percentage, expiry }) =>
    `Governance: gives ${sanitize(recipient)} ${formatRatio(ratio(BigInt(percentage) * 100n, ONE))} % of what comes into the community pool, ${expiry && isTimestamp(expiry) ? `until ${formatTime(expiry)}` : 'without an end'}.`,
})
