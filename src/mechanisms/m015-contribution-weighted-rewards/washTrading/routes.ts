import { mulRatio, type Ratio, sumRatios, ZERO } from '../../../primitives/ratio.ts'
import { autoRetiredAs } from '../credit.ts'
import type { RewardConfig } from '../params.ts'

/** What a leg is charged as, under M013's names. */
export type LegCharge = 'CreditIssuance' | 'CreditTransfer' | 'CreditRetirement' | 'MarketplaceTrade'

/** A way to trade with oneself: what each leg is charged as, and what the attacker is credited with for all of them. */
export type Route = {
  readonly name: string
  readonly legs: readonly LegCharge[]
  readonly scoresAs: 'purchase' | 'retirement' | 'auto-retired purchase'
  /** A registered platform of the attacker's, under the trader's own address or another. */
  readonly platform: 'none' | 'own address' | 'other address'
  /** Two addresses buy from each other, which pair detection sees. */
  readonly pairs: boolean
}

/** A route under a policy: φ and ω, the fee and the score for each uregen of volume. */
export type PricedRoute = {
  readonly name: string
  readonly feesPerVolume: Ratio
  readonly scorePerVolume: Ratio
}

/**
 * The known ways to trade with oneself. Credits that are retired are worthless ones, valued at a reference price. Only `issue-and-retire`
 * counts the fee for issuing them at that value; the other routes use credits that were issued before.
 *
 * @see SPEC M015, invariant 4, Sybil Resistance
 */
export const WASH_ROUTES: readonly Route[] = /* @__PURE__ */ (() => {
  const trade = 'MarketplaceTrade'
  const retire = 'CreditRetirement'
  const route = (
    name: string,
    legs: readonly LegCharge[],
    scoresAs: Route['scoresAs'],
    platform: Route['platform'] = 'none',
    pairs = false,
  ): Route => ({ name, legs, scoresAs, platform, pairs })
  return [
    route('published-cycle', [trade, 'CreditTransfer', trade], 'purchase'),
    route('ping-pong', [trade], 'purchase', 'none', true),
    route('ping-pong-own-platform', [trade], 'purchase', 'own address', true),
    route('retire', [retire], 'retirement'),
    route('retire-own-platform', [retire], 'retirement', 'own address'),
    route('retire-other-platform', [retire], 'retirement', 'other address'),
    route('auto-retire', [trade], 'auto-retired purchase'),
    route('auto-retire-own-platform', [trade], 'auto-retired purchase', 'own address'),
    route('issue-and-retire', ['CreditIssuance', retire], 'retirement'),
  ]
})()

/**
 * What a route costs and scores under a policy, the minimum fee not binding.
 *
 *     φ = Σ rate of the legs,   ω = Σ weight of what is credited        fee-paid: ω = φ × Σ weights of value
 *
 * `selfFacilitation: exclude` compares addresses, so it does not see a platform under another address.
 */
export function priceRoute(
  { name, legs, scoresAs, platform, pairs }: Route,
  rates: { readonly [charge in LegCharge]: Ratio },
  params: RewardConfig,
): PricedRoute {
  const { weights, scoreBasis, pairTrades, facilitationId, selfFacilitation } = params
  const { purchase, retirement, facilitation } = weights
  const feesPerVolume = sumRatios(...legs.map(charge => rates[charge]))
  const kinds = scoresAs === 'auto-retired purchase' ? autoRetiredAs(params) : [scoresAs]
  const facilitates =
    facilitationId !== 'none' &&
    platform !== 'none' &&
    (platform === 'other address' || selfFacilitation === 'count')
  const credited = facilitates ? [...kinds, 'facilitation' as const] : kinds
  const scorePerVolume =
    pairs && pairTrades === 'exclude'
      ? ZERO
      : scoreBasis === 'fee-paid'
        ? mulRatio(feesPerVolume, sumRatios(purchase, retirement, facilitation))
        : sumRatios(...credited.map(kind => weights[kind]))
  return { name, feesPerVolume, scorePerVolume }
}
