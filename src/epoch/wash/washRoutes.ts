import {
  type ChargeRules,
  chargesRetirement,
} from '../../mechanisms/m013-value-based-fee-routing/chargedAs.ts'
import { appliedRate } from '../../mechanisms/m013-value-based-fee-routing/fee.ts'
import {
  type LegCharge,
  type PricedRoute,
  priceRoute,
  type Route,
  WASH_ROUTES,
} from '../../mechanisms/m015-contribution-weighted-rewards/washTrading/routes.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { addRatio, ONE, type Ratio, sumRatios } from '../../primitives/ratio.ts'

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

/** What the legs of a route are charged as under a policy: a purchase that retires may pay for its retirement as well. */
export const chargedLegs = (
  { legs, scoresAs }: Route,
  rules: Pick<ChargeRules, 'autoRetire'>,
): readonly LegCharge[] =>
  chargesRetirement(scoresAs === 'auto-retired purchase', rules) ? [...legs, 'CreditRetirement'] : legs

/** Every route under a policy: φ and ω for each uregen of volume, and what of φ comes back through the pool. */
export function washRoutes(
  { m013, m015, epoch }: PolicyConfig,
  { issuanceWeight, retiresAtMarketPrice }: WashAssumptions,
): readonly WashRoute[] {
  const rateOf = (charge: LegCharge) => appliedRate(charge, m013)
  const rates = {
    CreditIssuance: rateOf('CreditIssuance'),
    CreditTransfer: rateOf('CreditTransfer'),
    CreditRetirement: rateOf('CreditRetirement'),
    MarketplaceTrade: rateOf('MarketplaceTrade'),
  }
  const routes = issuanceWeight === null ? WASH_ROUTES : [...WASH_ROUTES, ISSUE]
  return routes.map(known => {
    const route = { ...known, legs: chargedLegs(known, m013) }
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
