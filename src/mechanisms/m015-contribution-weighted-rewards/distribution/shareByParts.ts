import { mulFloor } from '../../../primitives/ratio.ts'
import type { Uregen } from '../../../primitives/uregen.ts'
import type { RewardConfig } from '../params.ts'

/** Somebody’s score as a whole number over a denominator that all scores have. */
export type Part = { readonly address: string; readonly part: bigint }

/** An account and what it earns, in uregen. */
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
    const reward = mulFloor(pool, { num: part, den: unit })
    rewards.push({ address, reward: reward as Uregen })
    total += part
    given += reward
    const most = scorers[largest] as Part
    if (part > most.part || (part === most.part && index > 0 && isBefore(scorer, most))) largest = index
  }
  const dust = mulFloor(pool, { num: total, den: unit }) - given
  const first = rewards[largest]
  if (rewardDust === 'largest' && first !== undefined) first.reward = (first.reward + dust) as Uregen
  return rewards
}

const isBefore = (a: Part, b: Part): boolean => compareAddresses(a.address, b.address) < 0

const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
const CHECKSUM = 6

/**
 * Below 0, 0 or above 0, as the bytes of address a come before, equal or come after those of b.
 *
 * Compares the five-bit words of the bech32 text, without its checksum: they are in the order of the bytes, but the letters are not.
 */
function compareAddresses(a: string, b: string): number {
  const [x, y] = [sortKey(a), sortKey(b)]
  return x < y ? -1 : x > y ? 1 : 0
}

/** The keys that were made last: the same few addresses meet again and again. */
const KEYS = /* @__PURE__ */ new Map<string, string>()
const MAX_KEYS = 1_000

function sortKey(address: string): string {
  const known = KEYS.get(address)
  if (known !== undefined) return known
  const key = makeKey(address)
  if (KEYS.size >= MAX_KEYS) KEYS.clear()
  KEYS.set(address, key)
  return key
}

/** The words as letters whose order is that of their values; then the text, so that only equal texts are equal. */
const makeKey = (address: string): string =>
  address
    .slice(address.lastIndexOf('1') + 1, -CHECKSUM)
    .replace(/./g, letter => String.fromCharCode(65 + BECH32.indexOf(letter))) + address
