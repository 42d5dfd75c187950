import type { Contribution } from '../../mechanisms/m015-contribution-weighted-rewards/credit.ts'
import type { RewardConfig } from '../../mechanisms/m015-contribution-weighted-rewards/params.ts'
import {
  type ActivityScore,
  scoreActivities,
} from '../../mechanisms/m015-contribution-weighted-rewards/score.ts'
import { splitInflow } from '../../mechanisms/m015-contribution-weighted-rewards/stabilityTier/stability.ts'
import {
  addRatio,
  divideRatio,
  floor,
  minRatio,
  mulFloor,
  mulRatio,
  type Ratio,
  ratio,
  sumRatios,
} from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'

/** What is assumed of everybody else in the period: their score, and the activity pool without this transaction’s fees. */
export type RestOfPeriod = { readonly totalScore: Ratio; readonly pool: Uregen }

/** What one address gains; the reward lies in the interval, in uregen. */
export type ScoreGain = {
  readonly address: string
  readonly score: Ratio
  readonly low: Uregen
  /** Null when a value is not known: then there is no upper end. */
  readonly high: Uregen | null
}

/** What a transaction earns under M015, if the rest of the period is as assumed. */
export type RewardEffect = {
  readonly rest: RestOfPeriod
  /** The activity pool with this transaction’s fees: less what the stability tier may take of them at most, and with all of it. */
  readonly pool: { readonly low: Uregen; readonly high: Uregen }
  /** The scores are lower bounds, because a value is not known. */
  readonly atLeast: boolean
  readonly participants: readonly ScoreGain[]
}

/**
 * The score a transaction gains, and the interval of its reward.
 *
 *     score = Σ value × weight
 *     reward = floor( (pool + own) × score / (Σ score of the rest + Σ score of this transaction) )
 *     own    = auto − floor( base × maxStabilityShare )  to  auto,   auto = floor( own community part × autoShare )
 *
 * With fewer scorers than minScorers nobody is paid: the low end is 0 where that may be, and the high end too where nobody else has a score.
 * A cap λ limits the reward to floor( λ × own fees ). Scores as they are, `scoring: raw`: normalised ones need to know the
 * rest of the period activity by activity. Votes and facilitation are not in it.
 *
 * @see SPEC M015, Reward Calculation
 */
export function rewardEffect({
  contributions,
  communityInflow,
  rest,
  params,
  atLeast,
}: {
  contributions: readonly Pick<Contribution, 'address' | 'kind' | 'amount'>[]
  /** The community part of this transaction’s fees. */
  communityInflow: Uregen
  rest: RestOfPeriod
  params: RewardConfig
  atLeast: boolean
}): RewardEffect {
  const { scores } = scoreActivities(contributions, { ...params, scoring: 'raw' })
  const { auto } = splitInflow(communityInflow, params)
  const cap = mulFloor(
    params.stabilityCapBase === 'inflow' ? communityInflow : auto,
    params.maxStabilityShare,
  )
  const low = (rest.pool + (cap < auto ? auto - cap : 0n)) as Uregen
  const high = (rest.pool + auto) as Uregen
  const all = addRatio(rest.totalScore, sumRatios(...scores.map(({ score }) => score)))
  const scored = scores.filter(({ score }) => score.num > 0n)
  const alone = rest.totalScore.num === 0n
  // How many others have a score is not assumed: at least one, where they have any.
  const enough = scored.length + (alone ? 0 : 1) >= params.minScorers
  return {
    rest,
    pool: { low, high },
    atLeast,
    participants: scored.map(one => ({
      address: one.address,
      score: one.score,
      low: enough ? rewardOf(one, low, all, params) : (0n as Uregen),
      high: atLeast ? null : enough || !alone ? rewardOf(one, high, all, params) : (0n as Uregen),
    })),
  }
}

function rewardOf(
  { score, amounts }: ActivityScore,
  pool: Uregen,
  all: Ratio,
  { rewardCapPerOwnFees: cap }: RewardConfig,
): Uregen {
  const share = mulRatio(ratio(pool), divideRatio(score, all))
  return floor(cap === null ? share : minRatio(share, mulRatio(cap, amounts.fee))) as Uregen
}
