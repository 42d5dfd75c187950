import { chargeTransaction } from '../../mechanisms/m013-value-based-fee-routing/chargeFee.ts'
import { rewardedPart } from '../../mechanisms/m013-value-based-fee-routing/rewardedPart.ts'
import { routeFee } from '../../mechanisms/m013-value-based-fee-routing/routeFee.ts'
import {
  type Contribution,
  creditActivities,
} from '../../mechanisms/m015-contribution-weighted-rewards/credit.ts'
import type { RewardConfig } from '../../mechanisms/m015-contribution-weighted-rewards/params.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { mulRatio, ratio } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { type FeeRules, linesOf } from '../fees/chargeMessages.ts'
import { chargedActivity } from '../rewards/tallyActivities.ts'
import { roundOf, type WashAttack } from './washAttack.ts'

/** What a wash trade pays, and what that brings: amounts in uregen. */
export type AttackCost = {
  readonly messages: number
  readonly fee: Uregen
  /** Of the fee, what M015 may distribute, and what is burned. */
  readonly community: Uregen
  readonly burned: Uregen
  /** What its addresses are credited with. */
  readonly contributions: readonly Contribution[]
}

/** Charges a wash trade as a period charges it: the rules are those of M013 and M015 themselves. All rounds cost the same. */
export function attackCost(
  attack: WashAttack,
  {
    rules,
    params,
    autoInflow,
  }: { rules: FeeRules; params: RewardConfig; autoInflow: PolicyConfig['epoch']['autoInflow'] },
): AttackCost {
  const parts = roundOf(attack, 0n)
  const { rounds: times = 1 } = attack
  const rounds = BigInt(times)
  const lines = parts.map(part => linesOf(part, {}, rules))
  const charged = chargeTransaction(lines, rules)
  let [fee, community, burned] = [0n, 0n, 0n]
  charged.forEach(({ atLeast, lines: paid }, index) => {
    const pools = routeFee(atLeast, rules)
    const entries = (lines[index] ?? []).map(({ txType }, line) => ({ txType, fee: paid[line] ?? 0n }))
    fee += atLeast
    burned += pools.burn
    community += rewardedPart(pools.community, entries, autoInflow)
  })
  const activities = parts.map((part, index) =>
    chargedActivity(part, charged[index]?.atLeast ?? (0n as Uregen), {}),
  )
  return {
    messages: parts.length * times,
    fee: (fee * rounds) as Uregen,
    community: (community * rounds) as Uregen,
    burned: (burned * rounds) as Uregen,
    contributions: creditActivities(activities, params).contributions.map(credited => ({
      ...credited,
      amount: mulRatio(credited.amount, ratio(rounds)),
    })),
  }
}
