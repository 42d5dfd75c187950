import * as z from 'zod/mini'
import { decimalPlaces, parseChainDecimal } from '../../primitives/chainDecimal.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { flag } from '../fields/flag.ts'
import { list, mandatory } from '../fields/nested.ts'
import { limitedText } from '../fields/proposal.ts'
import { rule } from '../fields/rules.ts'
import { address, text } from '../fields/text.ts'
import { optionalDuration } from '../fields/time.ts'
import type { InnerMessage } from './innerMessages.ts'
import { packed } from './packed.ts'

const THRESHOLD = '/cosmos.group.v1.ThresholdDecisionPolicy'
const PERCENTAGE = '/cosmos.group.v1.PercentageDecisionPolicy'

const positive = (most: bigint | null) =>
  text.check(
    rule('decision-policy', value => {
      const decimal = parseChainDecimal(value)
      if (value === '' || decimal === null) return 'not a decimal number'
      if (decimal.coefficient <= 0n) return 'not above zero'
      if (most === null) return null
      const isAbove =
        decimal.exponent > 0 || decimal.coefficient > most * 10n ** BigInt(decimalPlaces(decimal))
      return isAbove ? `above ${most}` : null
    }),
  )

const windows = mandatory(
  z.strictObject({
    votingPeriod: mandatory(optionalDuration),
    minExecutionPeriod: z._default(optionalDuration, { seconds: 0n, nanos: 0 } as never),
  }),
)

const decisionPolicy = packed(() => ({
  [THRESHOLD]: z.strictObject({ threshold: positive(null), windows }),
  [PERCENTAGE]: z.strictObject({ percentage: positive(1n), windows }),
}))

const member = z.strictObject({ address, weight: positive(null), metadata: limitedText(600) })

/**
 * Makes a group with an account of its own, which pays what its members agree to.
 *
 * @example
 * groupCreateWithPolicy({
 *   admin: seller,
 *   members: [{ address: seller, weight: '1' }, { address: buyer, weight: '2' }],
 *   groupMetadata: '',
 *   groupPolicyMetadata: '',
 *   groupPolicyAsAdmin: true,
 *   decisionPolicy: {
 *     typeUrl: '/cosmos.group.v1.ThresholdDecisionPolicy',
 *     value: { threshold: '2', windows: { votingPeriod: '86400s' } }
 *   }
 * })
 */
export const groupCreateWithPolicy = /* @__PURE__ */ defineMessage({
  typeUrl: '/cosmos.group.v1.MsgCreateGroupWithPolicy',
  aminoName: 'cosmos-sdk/MsgCreateGroupWithPolicy',
  signer: 'admin',
  schema: () =>
    z.strictObject({
      admin: address,
      members: list(member).check(
        rule('duplicate', members => {
          const seen = new Set<string>()
          const twice = members.find(({ address }) => seen.size === seen.add(address).size)
          return twice === undefined ? null : `${twice.address} is named twice`
        }),
      ),
      groupMetadata: limitedText(600),
      groupPolicyMetadata: limitedText(600),
      groupPolicyAsAdmin: flag,
      decisionPolicy: mandatory(decisionPolicy),
    }),
  charges: [],
  sentence: ({ members, decisionPolicy, groupPolicyAsAdmin }) =>
    `Makes a group of ${members.length} member(s) with an account that pays when ${ruleOf(decisionPolicy)}${groupPolicyAsAdmin ? ', and that changes its own members' : ''}.`,
})

/** When a group agrees, in words. */
function ruleOf(policy: InnerMessage | undefined): string {
  const { typeUrl, value } = policy ?? { typeUrl: 'nothing', value: null }
  if (value instanceof Uint8Array) return sanitize(typeUrl)
  const { threshold, percentage } = Object(value) as { threshold?: unknown; percentage?: unknown }
  if (typeUrl === THRESHOLD) return `yes weighs ${sanitize(String(threshold))} or more`
  if (typeUrl === PERCENTAGE) return `yes is ${sanitize(String(percentage))} of all weight or more`
  return sanitize(typeUrl)
}
