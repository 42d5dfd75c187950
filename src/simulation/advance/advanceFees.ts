import { chargeTogether } from '../../epoch/fees/chargeMessages.ts'
import type { Volume } from '../../epoch/inputs/epochInputs.ts'
import { splitFee } from '../../mechanisms/m013-value-based-fee-routing/split.ts'
import { mulFloor } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { Prepared } from './prepare.ts'

/** The fees of a period in uregen, as the four pools receive them; what agents get of the community’s; what M015 counts. */
export type AdvancedFees = {
  readonly burn: bigint
  readonly validator: bigint
  readonly community: bigint
  readonly agent: bigint
  readonly tagged: bigint
  readonly inflow: bigint
  readonly revenue: Uregen
}

/** Charges the volumes: n messages of one type as n of equal value, each split over the pools. */
export function advanceFees(volumes: readonly Volume[], { params, policy }: Prepared): AdvancedFees {
  const rules = params.fees
  let [burn, validator, community, agent, scored] = [0n, 0n, 0n, 0n, 0n]
  for (const { txType, value, messages } of volumes) {
    if (messages === 0n) continue
    const each = messages === 1n ? value : { num: value.num, den: value.den * messages }
    const fee = chargeTogether([{ txType, value: each }], rules.minFee, rules)
    const split = splitFee(fee, rules.shares, rules.remainder)
    burn += split.burn * messages
    validator += split.validator * messages
    community += split.community * messages
    agent += split.agent * messages
    if (txType === 'CreditRetirement' || txType === 'MarketplaceTrade') scored += split.community * messages
  }
  const { agentFund } = policy.m013
  const open = policy.epoch.autoInflow === 'all-fees' ? community : scored
  const isTagged = agentFund.kind === 'community-tag'
  return {
    burn,
    validator,
    community,
    agent,
    tagged: isTagged ? mulFloor(community, agentFund.share) : 0n,
    inflow: isTagged ? open - mulFloor(open, agentFund.share) : open,
    revenue: (burn + validator + community + agent) as Uregen,
  }
}
