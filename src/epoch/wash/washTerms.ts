import { mergeScores } from '../../mechanisms/m015-contribution-weighted-rewards/score.ts'
import { splitInflow } from '../../mechanisms/m015-contribution-weighted-rewards/stabilityTier/stability.ts'
import {
  type BreakEven,
  returnedShare,
  washTradeBreakEven,
} from '../../mechanisms/m015-contribution-weighted-rewards/washTrading/washTradeBreakEven.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import {
  addRatio,
  complement,
  divideRatio,
  isOne,
  mulRatio,
  ONE,
  type Ratio,
  ratio,
  sumRatios,
  ZERO,
} from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { poolWith } from './attackPool.ts'
import type { HonestPeriod } from './honestPeriod.ts'
import { NO_ASSUMPTIONS, type WashAssumptions, type WashRoute, washRoutes } from './washRoutes.ts'

/** What the formulas of wash trading are given: k, Φ_h and S_h of a period under a policy, and the routes. */
export type WashTerms = {
  readonly k: Ratio
  readonly honest: { readonly fees: Ratio; readonly score: Ratio }
  readonly routes: readonly WashRoute[]
  readonly rewardCapPerOwnFees: Ratio | null
}

/** The terms of a period under a policy. */
export function washTerms(
  policy: PolicyConfig,
  period: HonestPeriod,
  assumptions: WashAssumptions = NO_ASSUMPTIONS,
): WashTerms {
  const { m013, m015, epoch } = policy
  const { issuanceWeight } = assumptions
  const { fees, scores, shares } = period
  const { CreditRetirement, MarketplaceTrade, CreditIssuance } = fees
  const rate = m013.feeRates.CreditIssuance
  const tag = m013.agentFund.kind === 'community-tag' ? m013.agentFund.share : ZERO
  const issued =
    issuanceWeight === null || rate.num === 0n
      ? ZERO
      : mulRatio(divideRatio(CreditIssuance, rate), issuanceWeight)
  const stabilityShare = stabilityShareOf(period, policy)
  const k = returnedShare({
    communityShare: mulRatio(shares.community, complement(tag)),
    autoShare: m015.autoShare,
    stabilityShare,
  })
  // What the pool has beside fees is as good as the fees that would have brought it: k(Φ_h + φW) + X = k(Φ_h + X/k + φW).
  const { beside, carriedIn } = period
  const besides = addRatio(
    mulRatio(
      ratio(beside),
      returnedShare({ communityShare: ONE, autoShare: m015.autoShare, stabilityShare }),
    ),
    ratio(carriedIn),
  )
  const asFees = k.num === 0n ? ZERO : divideRatio(besides, k)
  return {
    k,
    honest: {
      fees:
        epoch.autoInflow === 'all-fees'
          ? sumRatios(asFees, ...Object.values(fees))
          : sumRatios(asFees, CreditRetirement, MarketplaceTrade),
      score: sumRatios(
        issued,
        ...mergeScores([scores], { ...m015, scoring: 'raw', scoreRounding: 'exact' }).scores.map(
          ({ score }) => score,
        ),
      ),
    },
    routes: washRoutes(policy, assumptions),
    rewardCapPerOwnFees: m015.rewardCapPerOwnFees,
  }
}

/** The part of the automatic distribution that the stability tier takes, as the period is. */
function stabilityShareOf(period: HonestPeriod, { m015, epoch }: PolicyConfig): Ratio {
  if ('share' in period.tier) return period.tier.share
  const { community, beside } = period
  const fees = epoch.autoInflow === 'all-fees' ? community.all : community.scored
  const { auto } = splitInflow((fees + beside) as Uregen, m015)
  const left = poolWith(
    0n,
    { ...period, carriedIn: 0n as Uregen },
    { params: m015, autoInflow: epoch.autoInflow },
  )
  return auto === 0n ? ZERO : ratio(auto - left, auto)
}

/**
 * The rule on every route, without minimum, floors and least values.
 *
 * Where only φ' of a route’s cost φ feeds the pool, k·φ'/φ and Φ_h·φ/φ' stand for k and Φ_h: k(Φ_h + φ'W) stays the same.
 */
export function breakEvenOf({ k, honest, routes, rewardCapPerOwnFees }: WashTerms): BreakEven {
  const verdicts = routes.flatMap(({ fedPerVolume: fed, ...route }) => {
    const part = fed.num === 0n ? ONE : divideRatio(fed, route.feesPerVolume)
    const terms = isOne(part)
      ? { k, honest }
      : {
          k: mulRatio(k, part),
          honest: { ...honest, fees: divideRatio(honest.fees, part) },
        }
    return washTradeBreakEven({ ...terms, routes: [route], rewardCapPerOwnFees }).routes
  })
  return {
    k,
    honestRho: honest.score.num === 0n ? null : divideRatio(honest.fees, honest.score),
    routes: verdicts,
    sybilResistant: verdicts.every(({ verdict }) => verdict === 'loss'),
  }
}
