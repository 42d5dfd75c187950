import type { Uregen } from '../../primitives/uregen.ts'
import { compareAddresses } from './addressOrder.ts'
import type { RewardConfig } from './params.ts'

/** Somebody’s score as a whole number over a denominator that all scores have. */
export type Part = { readonly address: string; readonly part: bigint }
export type Reward = { readonly address: string; readonly reward: Uregen }

/**
 * Shares out by whole parts; the one place of this formula, for a period with its report and for its numbers alone.
 *
 *     reward_p = floor( pool × part_p / unit )
 *
 * What the floors leave of floor( pool × Σ part / unit ) goes to the largest part, of equal ones to the address whose bytes come first.
 */
export function shareByParts(
  scorers: readonly Part[],
  { pool, unit }: { readonly pool: bigint; readonly unit: bigint },
  rewardDust: RewardConfig['rewardDust'],
): readonly Reward[] {
  const rewards: { address: string; reward: Uregen }[] = []
  let [total, given, largest] = [0n, 0n, 0]
  for (let index = 0; index < scorers.length; index++) {
    const scorer = scorers[index] as Part
    const { address, part } = scorer
    const reward = (pool * part) / unit
    rewards.push({ address, reward: reward as Uregen })
    total += part
    given += reward
    const most = scorers[largest] as Part
    if (part > most.part || (part === most.part && index > 0 && isBefore(scorer, most))) largest = index
  }
  const dust = (pool * total) / unit - given
  const first = rewards[largest]
  if (rewardDust === 'largest' && first !== undefined) first.reward = (first.reward + dust) as Uregen
  return rewards
}

const isBefore = (a: Part, b: Part): boolean => compareAddresses(a.address, b.address) < 0
