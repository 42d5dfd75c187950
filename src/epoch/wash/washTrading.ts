import { mergeScores } from '../../mechanisms/m015-contribution-weighted-rewards/score.ts'
import {
  type BreakEven,
  returnedShare,
  washTradeBreakEven,
} from '../../mechanisms/m015-contribution-weighted-rewards/washTrading.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { isOne, mulRatio, ONE, type Ratio, ratio, sumRatios, ZERO } from '../../primitives/ratio.ts'
import type { HonestPeriod } from './honestPeriod.ts'
import { MITIGATIONS, type Mitigation } from './mitigations.ts'
import { NO_ASSUMPTIONS, type WashAssumptions, type WashRoute, washRoutes } from './washRoutes.ts'

/** What the formulas of wash trading are given: k, Φ_h and S_h of a period under a policy, and the routes. */
export type WashTerms = {
  readonly k: Ratio
  readonly honest: { readonly fees: Ratio; readonly score: Ratio }
  readonly routes: readonly WashRoute[]
  readonly rewardCapPerOwnFees: Ratio | null
}

/** A mitigation, and the same period with it on. */
export type MitigatedWash = Pick<Mitigation, 'name' | 'knob' | 'setting' | 'note'> & {
  readonly breakEven: BreakEven
  /** With it on, no route’s profit is above 0. */
  readonly everyRouteLoses: boolean
}

/** Whether trading with oneself would have paid in a period, and what would stop it. */
export type WashReport = {
  readonly honest: WashTerms['honest']
  readonly breakEven: BreakEven
  readonly mitigations: readonly MitigatedWash[]
}

/**
 * Sybil Resistance (M015, invariant 4) is not a theorem: this computes when it fails, for one period under one policy.
 *
 *     a route pays when k·ρ_h > ρ_w        ρ_h: honest fees for each point of score; ρ_w: the attacker’s
 *
 * The pool counts as the period had it: with what was carried over or minted as inflow, and by the shares that it was routed by.
 * Then, for each mitigation, the same with its knob turned on. Scores are looked at as they are (`scoring: raw`), and the
 * minimum fee is not binding.
 */
export function washTrading(policy: PolicyConfig, period: HonestPeriod): WashReport {
  const terms = washTerms(policy, period)
  return {
    honest: terms.honest,
    breakEven: breakEvenOf(terms),
    mitigations: MITIGATIONS.map(({ name, knob, setting, note, apply, leastVolume }) => {
      const { policy: turned, assumptions } = apply(policy)
      const breakEven = breakEvenOf(washTerms(turned, period, assumptions), leastVolume?.(turned))
      return { name, knob, setting, note, breakEven, everyRouteLoses: breakEven.sybilResistant }
    }),
  }
}

/** The terms of a period under a policy. */
export function washTerms(
  policy: PolicyConfig,
  { fees, scores, stabilityShare, beside = ZERO, shares = policy.m013.shares }: HonestPeriod,
  assumptions: WashAssumptions = NO_ASSUMPTIONS,
): WashTerms {
  const { m013, m015, epoch } = policy
  const { issuanceWeight } = assumptions
  const { CreditRetirement, MarketplaceTrade, CreditIssuance } = fees
  const rate = m013.feeRates.CreditIssuance
  const untagged = m013.agentFund.kind === 'community-tag' ? m013.agentFund.share : ZERO
  const issued =
    issuanceWeight === null || rate.num === 0n
      ? ZERO
      : mulRatio(mulRatio(CreditIssuance, { num: rate.den, den: rate.num }), issuanceWeight)
  const k = returnedShare({
    communityShare: mulRatio(shares.community, ratio(untagged.den - untagged.num, untagged.den)),
    autoShare: m015.autoShare,
    stabilityShare,
  })
  // What the pool has beside fees is as good as the fees that would have brought it: k(Φ_h + φW) + X = k(Φ_h + X/k + φW).
  const asFees = k.num === 0n ? ZERO : ratio(beside.num * k.den, beside.den * k.num)
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

/**
 * The verdict on every route.
 *
 * Where only φ' of a route’s cost φ feeds the pool, k·φ'/φ and Φ_h·φ/φ' stand for k and Φ_h: k(Φ_h + φ'W) stays the same.
 * A route that pays only below `leastVolume`, for which nobody is credited, is a loss.
 */
export function breakEvenOf(
  { k, honest, routes, rewardCapPerOwnFees }: WashTerms,
  leastVolume: Ratio = ZERO,
): BreakEven {
  const verdicts = routes.flatMap(({ fedPerVolume: fed, ...route }) => {
    const part =
      fed.num === 0n ? ONE : ratio(fed.num * route.feesPerVolume.den, fed.den * route.feesPerVolume.num)
    const terms = isOne(part)
      ? { k, honest }
      : {
          k: mulRatio(k, part),
          honest: { ...honest, fees: mulRatio(honest.fees, { num: part.den, den: part.num }) },
        }
    return washTradeBreakEven({ ...terms, routes: [route], rewardCapPerOwnFees }).routes.map(verdict => {
      const w = verdict.breakEvenVolume
      const unreachable =
        verdict.verdict === 'profit' && w !== null && w.num * leastVolume.den <= leastVolume.num * w.den
      return unreachable
        ? { ...verdict, verdict: 'loss' as const, breakEvenVolume: null, best: null }
        : verdict
    })
  })
  return {
    k,
    honestRho:
      honest.score.num === 0n
        ? null
        : ratio(honest.fees.num * honest.score.den, honest.fees.den * honest.score.num),
    routes: verdicts,
    sybilResistant: verdicts.every(({ verdict }) => verdict === 'loss'),
  }
}
