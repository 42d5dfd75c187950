import * as z from 'zod/mini'
import { plain } from '../../primitives/plain.ts'
import { defineMessage } from '../defineMessage.ts'
import { required, rule } from '../fields/rules.ts'
import { address, anyText } from '../fields/text.ts'
import { optionalTime } from '../fields/time.ts'
import { authority } from '../keeper/governance.ts'

const PLACES = 18

/** A fraction below 1 as the wire has it, times 10^18; also read as decimal text such as '0.15'. */
const percentage = required<string, string>(
  z
    .pipe(
      anyText,
      z.transform((text: string) => {
        const [, decimals] = /^0?\.(\d{1,18})$/.exec(text) ?? []
        return decimals === undefined ? text : decimals.padEnd(PLACES, '0').replace(/^0+(?=\d)/, '')
      }),
    )
    .check(
      rule('percentage', value =>
        /^[1-9]\d{0,17}$/.test(value) ? null : 'expected a fraction above 0 and below 1, such as "0.15"',
      ),
    ) as never,
)

/**
 * Governance: gives a recipient a share of all that comes into the community pool, until it expires. What is in the pool already
 * is not touched, and only denoms that the chain enables are shared.
 */
export const protocolpoolStream = /* @__PURE__ */ defineMessage({
  typeUrl: '/cosmos.protocolpool.v1.MsgCreateContinuousFund',
  signer: 'authority',
  decimals: ['percentage'],
  schema: z.strictObject({ authority, recipient: address, percentage, expiry: optionalTime }),
  charges: [],
  sentence: ({ recipient, percentage }) =>
    `Governance: gives ${plain(recipient)} ${percentText(percentage)} of what comes into the community pool.`,
})

/** '150000000000000000' is 15 %. */
function percentText(wire: string): string {
  const digits = wire.padStart(PLACES - 1, '0')
  const [whole, rest] = [digits.slice(0, -16).replace(/^0+(?=\d)/, ''), digits.slice(-16).replace(/0+$/, '')]
  return `${whole || '0'}${rest && `.${rest}`} %`
}
