import { payOf } from '../../mechanisms/m014-authority-validator-governance/pay.ts'
import { type Ratio, ZERO } from '../../primitives/ratio.ts'

/** How long somebody served in a period, in nanoseconds, and the score that its bonus follows; null for no bonus. */
export type Service = { readonly address: string; readonly time: bigint; readonly score: Ratio | null }

/**
 * What `compensate` pays, where nobody is in PROBATION. Those who served as long with the same score are paid alike, so that each pay is worked
 * out once.
 */
export function payServices(
  services: readonly Service[],
  { payout, length, bonusShare: b }: { payout: bigint; length: bigint; bonusShare: Ratio },
): {
  readonly paid: bigint
  readonly bonuses: readonly { readonly address: string; readonly bonus: bigint }[]
} {
  const groups = groupsOf(services)
  // Scores over one denominator, of which only the numerators matter.
  const den = groups.reduce((product, { score }) => (score.den === 1n ? product : product * score.den), 1n)
  const weightOf = ({ time, score }: Group) => (score.num * time * den) / score.den
  let [time, weight] = [0n, 0n]
  for (const group of groups) {
    time += group.time * group.count
    weight += weightOf(group) * group.count
  }
  const sums = {
    base: { num: payout * (b.den - b.num), den: b.den },
    bonus: { num: payout * b.num, den: b.den },
    length,
    time,
    weight,
  }
  let paid = 0n
  const bonuses: { address: string; bonus: bigint }[] = []
  for (const group of groups) {
    const { base, bonus } = payOf(sums, group.time, weightOf(group))
    group.bonus = bonus
    paid += (base + bonus) * group.count
  }
  for (const service of services) {
    const bonus = groups.find(group => isIn(group, service))?.bonus ?? 0n
    bonuses.push({ address: service.address, bonus })
  }
  return { paid, bonuses }
}

type Group = { readonly time: bigint; readonly score: Ratio; count: bigint; bonus: bigint }

const isIn = (group: Group, { time, score }: Service): boolean =>
  group.time === time && group.score === (score ?? ZERO)

/** Those who are paid alike, counted. */
function groupsOf(services: readonly Service[]): readonly Group[] {
  const groups: Group[] = []
  for (const service of services) {
    const known = groups.find(group => isIn(group, service))
    if (known === undefined)
      groups.push({ time: service.time, score: service.score ?? ZERO, count: 1n, bonus: 0n })
    else known.count++
  }
  return groups
}
