import type { FeeRules } from '../../epoch/fees/chargeMessages.ts'
import type { Volume } from '../../epoch/inputs/epochInputs.ts'
import { chargeTransaction } from '../../mechanisms/m013-value-based-fee-routing/chargeFee.ts'
import type { TxType } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import { rewardedPart, routeFee } from '../../mechanisms/m013-value-based-fee-routing/routeFee.ts'
import type { Ratio } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { Prepared } from './prepare.ts'

/** The fees of a period in uregen, as the four pools receive them, and what of the community’s M015 counts. */
export type AdvancedFees = {
  readonly burn: bigint
  readonly validator: bigint
  readonly community: bigint
  readonly agent: bigint
  readonly inflow: bigint
  readonly revenue: Uregen
}

/** Charges the volumes: n messages of one type as n of equal value, each split over the pools. */
export function advanceFees(volumes: readonly Volume[], { params, policy, rates }: Prepared): AdvancedFees {
  const rules = params.fees
  const rewardsAll = policy.epoch.autoInflow === 'all-fees'
  let [burn, validator, community, agent, inflow] = [0n, 0n, 0n, 0n, 0n]
  for (const { txType, value, messages } of volumes) {
    if (messages === 0n) continue
    const den = value.den * messages
    const rate = rates[txType]
    const byValue = (value.num * rate.num) / (den * rate.den)
    const fee =
      byValue >= rules.minFee && byValue > 0n
        ? (byValue as Uregen)
        : leastFee(txType, { num: value.num, den }, rules)
    const pools = routeFee(fee, rules)
    const rewarded = rewardsAll
      ? pools.community
      : rewardedPart(pools.community, [{ txType, fee }], 'scored-fees')
    burn += pools.burn * messages
    validator += pools.validator * messages
    community += pools.community * messages
    agent += pools.agent * messages
    inflow += rewarded * messages
  }
  return {
    burn,
    validator,
    community,
    agent,
    inflow,
    revenue: (burn + validator + community + agent) as Uregen,
  }
}

/** The fee of one line that is not more than the minimum by value alone: what the rules about the minimum say. */
const leastFee = (txType: TxType, value: Ratio, rules: FeeRules): Uregen =>
  chargeTransaction([[{ txType, value }]], rules)[0]?.atLeast ?? (0n as Uregen)
