import {
  addRatio,
  divideRatio,
  floor,
  mulRatio,
  ONE,
  overOneDenominator,
  type Ratio,
  ratio,
  sumRatios,
} from '../../../primitives/ratio.ts'
import type { Uregen } from '../../../primitives/uregen.ts'
import { requireBounds } from '../bounds.ts'
import type { RewardConfig } from '../params.ts'
import type { ActivityScore } from '../score.ts'
import { type Reward, shareByParts } from './shareByParts.ts'

export type { Reward } from './shareByParts.ts'

/** An account and its score of a period; scores have no unit but compare with each other. */
export type Scored = { readonly address: string; readonly score: Ratio }

/** What an activity pool paid; `undistributed` goes where the `noActivity` parameter says. */
export type ActivityDistribution = {
  readonly rewards: readonly Reward[]
  readonly distributed: Uregen
  readonly undistributed: Uregen
}

/**
 * Shares a pool out by score, in uregen, in the order of the scores.
 *
 *     reward_p = floor( pool × score_p / Σ score )
 *
 * What the floors leave goes to the largest exact score; of several equal ones, to the address whose bytes come first.
 * With `whole`, the score that stands for the whole pool, only floor( pool × Σ score / whole ) is shared out.
 * With rewardDust `nobody` what the floors leave is not paid. Nothing is shared out when nobody has a score.
 *
 * @see SPEC M015, Reward Calculation, 4. Distribution
 *
 * @example
 * const scores = [{ address: buyer, score: parseRatio('2') }, { address: seller, score: parseRatio('1') }]
 * distribute(uregen(100n), scores).map(({ reward }) => reward) // [ 67n, 33n ]
 */
export function distribute(
  pool: Uregen,
  scores: readonly Scored[],
  whole?: Ratio,
  rewardDust: RewardConfig['rewardDust'] = 'largest',
): readonly Reward[] {
  const { parts, den } = overOneDenominator(scores.map(({ score }) => score))
  const scorers = scores.map(({ address }, index) => ({ address, part: parts[index] ?? 0n }))
  const total = parts.reduce((sum, part) => sum + part, 0n)
  const by = whole
    ? { pool: pool * whole.den, unit: den * whole.num }
    : { pool, unit: total > 0n ? total : 1n }
  return shareByParts(scorers, by, rewardDust)
}

/**
 * Pays one period's activity pool, in uregen.
 *
 * With fewer than `minScorers` addresses with a score nothing is distributed. With `normalised-per-activity` an activity that nobody did
 * leaves its part of the pool undistributed. With a cap λ,
 *
 *     reward_p = min( reward_p, floor( λ × own fees + pool × governance score / Σ score ) )
 *
 * so that nobody, under any number of addresses, gets more for value than λ of the fees they paid themselves.
 * A platform, which pays no fees, then earns nothing for facilitation.
 *
 * @example
 * const { scores } = scoreActivities(creditActivities([purchase], M015_V0).contributions, M015_V0)
 * distributeActivity({ pool: uregen(250_000n), scores, params: M015_V0 }).distributed // 250000n
 */
export function distributeActivity({
  pool,
  scores,
  params,
}: {
  pool: Uregen
  scores: readonly ActivityScore[]
  params: Pick<RewardConfig, 'scoring' | 'minScorers' | 'rewardCapPerOwnFees'> &
    Partial<Pick<RewardConfig, 'rewardDust'>>
}): ActivityDistribution {
  requireBounds(params)
  const scorers = scores.filter(({ score }) => score.num > 0n)
  const whole = params.scoring === 'normalised-per-activity' ? ONE : undefined
  const shares = scorers.length < params.minScorers ? [] : distribute(pool, scorers, whole, params.rewardDust)
  const cap = params.rewardCapPerOwnFees
  const rewards = cap === null ? shares : capped(shares, scorers, { pool, whole, cap })
  const distributed = rewards.reduce<bigint>((sum, { reward }) => sum + reward, 0n) as Uregen
  return { rewards, distributed, undistributed: (pool - distributed) as Uregen }
}

/** The rewards under a cap on what fees bring back; what a score stands against is `whole`, or all scores. */
function capped(
  shares: readonly Reward[],
  scorers: readonly ActivityScore[],
  {
    pool,
    whole = sumRatios(...scorers.map(({ score }) => score)),
    cap,
  }: { pool: Uregen; whole?: Ratio | undefined; cap: Ratio },
): readonly Reward[] {
  return shares.map((share, index) => {
    const scorer = scorers[index]
    if (scorer === undefined) return share
    const { amounts, governanceScore } = scorer
    const governance = mulRatio(ratio(pool), divideRatio(governanceScore, whole))
    const most = floor(addRatio(mulRatio(cap, amounts.fee), governance)) as Uregen
    return most < share.reward ? { ...share, reward: most } : share
  })
}
