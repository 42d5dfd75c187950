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

/** The chain knows so many decimals of a weight. */
const PLACES = 18

/** Whether decimals add up to exactly 1. One with more places, and one of ten or more, is no part of 1. What is no decimal is another rule's. */
function isWhole(weights: readonly string[]): boolean {
  let sum = 0n
  for (const { coefficient, exponent } of weights.flatMap(text => parseChainDecimal(text) ?? [])) {
    if (exponent < -PLACES || exponent > 0) return false
    sum += coefficient * 10n ** BigInt(PLACES + exponent)
  }
  return sum === 10n ** BigInt(PLACES)
}
