import type { FeeRules } from '../../epoch/fees/chargeMessages.ts'
import type { Volume } from '../../epoch/inputs/epochInputs.ts'
import { chargeTransaction } from '../../mechanisms/m013-value-based-fee-routing/chargeFee.ts'
import { computePart } from '../../mechanisms/m013-value-based-fee-routing/fee.ts'
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
export function advanceFees(volumes: readonly Volume[], { params, policy }: Prepared): AdvancedFees {
  const rules = params.fees
  let [burn, validator, community, agent, inflow] = [0n, 0n, 0n, 0n, 0n]
  for (const { txType, value, messages } of volumes) {
    if (messages === 0n) continue
    const fee = feeOf(txType, messages === 1n ? value : { num: value.num, den: value.den * messages }, rules)
    const pools = routeFee(fee, rules)
    burn += pools.burn * messages
    validator += pools.validator * messages
    community += pools.community * messages
    agent += pools.agent * messages
    inflow += rewardedPart(pools.community, [{ txType, fee }], policy.epoch.autoInflow) * messages
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

/** The fee of one line: where it is more than the minimum by value alone, no rule about the minimum matters. */
function feeOf(txType: TxType, value: Ratio, rules: FeeRules): Uregen {
  const { byValue } = computePart({ txType, value }, rules)
  if (byValue >= rules.minFee && byValue > 0n) return byValue
  return chargeTransaction([[{ txType, value }]], rules)[0]?.atLeast ?? (0n as Uregen)
}
