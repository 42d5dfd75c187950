import {
  type LegCharge,
  type PricedRoute,
  priceRoute,
  type Route,
  WASH_ROUTES,
} from '../../mechanisms/m015-contribution-weighted-rewards/washTrading/routes.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { addRatio, minRatio, ONE, type Ratio, sumRatios } from '../../primitives/ratio.ts'

/** A way to trade with oneself under a policy, and the part of its cost that feeds the pool. */
export type WashRoute = PricedRoute & { readonly fedPerVolume: Ratio }

/** What is assumed beyond the policy. */
export type WashAssumptions = {
  /** A weight for the value of issued credits, which M015 does not have; null for none. */
  readonly issuanceWeight: Ratio | null
  /** Credits are worth what others pay for them, so that who retires them has paid it: + 1 on each uregen of volume. */
  readonly retiresAtMarketPrice: boolean
}

export const NO_ASSUMPTIONS: WashAssumptions = { issuanceWeight: null, retiresAtMarketPrice: false }

const SCORED: readonly LegCharge[] = ['MarketplaceTrade', 'CreditRetirement']

/** With a weight for issuance, issuing to oneself is a route as well. */
const ISSUE: Route = {
  name: 'issue',
  legs: ['CreditIssuance'],
  scoresAs: 'retirement',
  platform: 'none',
  pairs: false,
}

/** Every route under a policy: φ and ω for each uregen of volume, and what of φ comes back through the pool. */
export function washRoutes(
  { m013, m015, epoch }: PolicyConfig,
  { issuanceWeight, retiresAtMarketPrice }: WashAssumptions,
): readonly WashRoute[] {
  const rateOf = (charge: LegCharge) => minRatio(m013.feeRates[charge], m013.maxRate)
  const rates = {
    CreditIssuance: rateOf('CreditIssuance'),
    CreditTransfer: rateOf('CreditTransfer'),
    CreditRetirement: rateOf('CreditRetirement'),
    MarketplaceTrade: rateOf('MarketplaceTrade'),
  }
  const routes = issuanceWeight === null ? WASH_ROUTES : [...WASH_ROUTES, ISSUE]
  return routes.map(known => {
    const retires = m013.autoRetire === 'both' && known.scoresAs === 'auto-retired purchase'
    const route = retires ? { ...known, legs: [...known.legs, 'CreditRetirement' as const] } : known
    const priced = priceRoute(route, rates, m015)
    const issues = issuanceWeight !== null && route.legs.includes('CreditIssuance')
    const buysToRetire = retiresAtMarketPrice && route.scoresAs !== 'purchase'
    const feeding =
      epoch.autoInflow === 'all-fees' ? route.legs : route.legs.filter(leg => SCORED.includes(leg))
    return {
      name: route.name,
      feesPerVolume: buysToRetire ? addRatio(priced.feesPerVolume, ONE) : priced.feesPerVolume,
      scorePerVolume: !issues
        ? priced.scorePerVolume
        : known === ISSUE
          ? issuanceWeight
          : addRatio(priced.scorePerVolume, issuanceWeight),
      fedPerVolume: sumRatios(...feeding.map(rateOf)),
    }
  })
}
