import type { Volume } from '../../epoch/inputs/epochInputs.ts'
import { chargeTransaction } from '../../mechanisms/m013-value-based-fee-routing/chargeFee.ts'
import type { TxType } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import { rewardedPart, routeFee } from '../../mechanisms/m013-value-based-fee-routing/routeFee.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { fromDouble, toDouble } from './doubles.ts'
import type { Prepared } from './prepare.ts'
import { EXACT, smallFee } from './smallFees.ts'

/** The fees of a period in uregen, as the four pools receive them, and what of the community’s M015 counts. */
export type AdvancedFees = {
  readonly burn: bigint
  readonly validator: bigint
  readonly community: bigint
  readonly agent: bigint
  readonly inflow: bigint
  readonly revenue: Uregen
}

/**
 * Charges the volumes: n messages of one type as n of equal value, each split over the pools.
 *
 * Whole numbers are doubles for as long as that is exact (`EXACT`), which is about ten times as fast; beyond they are big integers.
 */
export function advanceFees(volumes: readonly Volume[], prepared: Prepared): AdvancedFees {
  const { small, rewardsAll } = prepared
  let [revenue, burn, community, agent, inflow] = [0, 0, 0, 0, 0]
  const large: Volume[] = []
  for (const volume of volumes) {
    const messages = toDouble(volume.messages)
    if (messages === 0) continue
    const fee = small === null ? -1 : smallFee(volume, messages, small)
    if (small === null || fee < 0 || revenue + fee * messages >= EXACT) {
      large.push(volume)
      continue
    }
    const toCommunity = Math.floor((fee * small.community.num) / small.community.den)
    const tagged = small.tag === null ? 0 : Math.floor((toCommunity * small.tag.num) / small.tag.den)
    revenue += fee * messages
    burn += Math.floor((fee * small.burn.num) / small.burn.den) * messages
    community += (toCommunity - tagged) * messages
    agent += (Math.floor((fee * small.agent.num) / small.agent.den) + tagged) * messages
    if (rewardsAll || isScored(volume.txType)) inflow += (toCommunity - tagged) * messages
  }
  const fees = {
    burn: fromDouble(burn),
    validator: fromDouble(revenue - burn - community - agent),
    community: fromDouble(community),
    agent: fromDouble(agent),
    inflow: fromDouble(inflow),
    revenue: fromDouble(revenue) as Uregen,
  }
  return large.length === 0 ? fees : sum(fees, chargeLarge(large, prepared))
}

const isScored = (txType: TxType): boolean => txType === 'MarketplaceTrade' || txType === 'CreditRetirement'

const sum = (a: AdvancedFees, b: AdvancedFees): AdvancedFees => ({
  burn: a.burn + b.burn,
  validator: a.validator + b.validator,
  community: a.community + b.community,
  agent: a.agent + b.agent,
  inflow: a.inflow + b.inflow,
  revenue: (a.revenue + b.revenue) as Uregen,
})

/** The same by the functions that every other fee comes from. */
function chargeLarge(volumes: readonly Volume[], { params, policy }: Prepared): AdvancedFees {
  const rules = params.fees
  let [burn, validator, community, agent, inflow] = [0n, 0n, 0n, 0n, 0n]
  for (const { txType, value, messages } of volumes) {
    const line = { txType, value: { num: value.num, den: value.den * messages } }
    const fee = chargeTransaction([[line]], rules)[0]?.atLeast ?? (0n as Uregen)
    const pools = routeFee(fee, rules)
    burn += pools.burn * messages
    validator += pools.validator * messages
    community += pools.community * messages
    agent += pools.agent * messages
    inflow += rewardedPart(pools.community, [{ txType, fee }], policy.epoch.autoInflow) * messages
  }
  const revenue = (burn + validator + community + agent) as Uregen
  return { burn, validator, community, agent, inflow, revenue }
}
