import * as z from 'zod/mini'
import { parseChainDecimal } from '../../primitives/chainDecimal.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import { defineMessage } from '../defineMessage.ts'
import { nonEmptyList } from '../fields/nested.ts'
import { feeRate, id } from '../fields/numbers.ts'
import { rule } from '../fields/rules.ts'
import { address, anyText } from '../fields/text.ts'
import { VOTE_WORDS, voteOption } from './voteOption.ts'

const choice = z.strictObject({
  option: voteOption,
  weight: feeRate,
})

/**
 * Splits a vote on a governance proposal over several options.
 *
 * @example
 * govVoteWeighted({
 *   proposalId: 1n,
 *   voter: seller,
 *   options: [{ option: 1, weight: '0.7' }, { option: 3, weight: '0.3' }],
 *   metadata: ''
 * })
 */
export const govVoteWeighted = /* @__PURE__ */ defineMessage({
  typeUrl: '/cosmos.gov.v1.MsgVoteWeighted',
  aminoName: 'cosmos-sdk/v1/MsgVoteWeighted',
  signer: 'voter',
  schema: () =>
    z.strictObject({
      proposalId: id,
      voter: address,
      options: nonEmptyList(choice).check(
        rule('weights', options =>
          isWhole(options.map(({ weight }) => weight)) ? null : 'the weights do not add up to 1',
        ),
      ),
      metadata: anyText,
    }),
  charges: [],
  sentence: ({ proposalId, options }) =>
    `Votes on proposal ${proposalId}: ${options.map(({ option, weight }) => `${sanitize(weight)} ${VOTE_WORDS[option]}`).join(', ')}.`,
})

/** Whether decimals add up to exactly 1; the chain knows 18 places. */
function isWhole(weights: readonly string[]): boolean {
  const unit = 10n ** 18n
  const sum = weights.reduce((total, text) => {
    const decimal = parseChainDecimal(text)
    if (decimal === null) return total
    const { coefficient, exponent } = decimal
    return (
      total +
      (exponent < 0
        ? (coefficient * unit) / 10n ** BigInt(-exponent)
        : coefficient * unit * 10n ** BigInt(exponent))
    )
  }, 0n)
  return sum === unit
}
