import type { CollectedFees } from '../../epoch/fees/collectFees.ts'
import { feesByType } from '../../epoch/wash/honestPeriod.ts'
import { mintedPerBurn } from '../../epoch/wash/mintedPerBurn.ts'
import { type WashVerdicts, washVerdicts } from '../../epoch/wash/washReport.ts'
import { type Rates, rateOf } from '../../mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import type { Activity } from '../../mechanisms/m015-contribution-weighted-rewards/activity.ts'
import { creditActivities } from '../../mechanisms/m015-contribution-weighted-rewards/credit.ts'
import { scoreActivities } from '../../mechanisms/m015-contribution-weighted-rewards/score.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { amountOf } from '../../primitives/coin.ts'
import { mulFloor } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'

/**
 * Whether trading with oneself would pay beside what a chain really did in a period: its fees by type and its scores are the honest side, and M015 is
 * taken to distribute. Nothing is committed to the stability tier, and nothing flows into the community pool beside fees.
 *
 * @see SPEC M015, invariant 4, Sybil Resistance
 */
export function washOnMix({
  collected,
  activities,
  policy,
  rates,
  supply,
}: {
  collected: CollectedFees
  activities: readonly Activity[]
  /** With the rates and shares of M013 where they are in force. */
  policy: PolicyConfig
  rates: Rates
  supply: Uregen
}): WashVerdicts {
  const { m012, m013, m015 } = policy
  const { contributions } = creditActivities(activities, m015)
  const { totals, pools, scored } = collected
  return washVerdicts(policy, {
    fees: feesByType(totals),
    scores: scoreActivities(contributions, m015).scores,
    community: {
      all: amountOf(pools.community, 'uregen') as Uregen,
      scored: amountOf(scored, 'uregen') as Uregen,
    },
    beside: 0n as Uregen,
    carriedIn: 0n as Uregen,
    tier: { due: 0n as Uregen },
    others: pools.community
      .filter(({ denom }) => denom !== 'uregen')
      .map(({ denom, amount }) => ({
        denom,
        pool: mulFloor(amount as Uregen, m015.autoShare),
        rate: rateOf(denom, rates) ?? null,
      })),
    shares: m013.shares,
    mintedPerBurn: mintedPerBurn(m012, { supply, phase: 'DYNAMIC' }),
    distributing: true,
  })
}
