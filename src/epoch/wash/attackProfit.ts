import type { CreditedKind } from '../../mechanisms/m015-contribution-weighted-rewards/credit.ts'
import { distributeActivity } from '../../mechanisms/m015-contribution-weighted-rewards/distribution/distribution.ts'
import { mergeScores, scoreActivities } from '../../mechanisms/m015-contribution-weighted-rewards/score.ts'
import {
  addRatio,
  compareRatios,
  divideRatio,
  floor,
  mulFloor,
  mulRatio,
  ONE,
  type Ratio,
  ratio,
  sumRatios,
  ZERO,
} from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { type AttackCost, attackCost } from './attackCost.ts'
import { poolWith } from './attackPool.ts'
import { attackersOf, type WashAttack } from './washAttack.ts'
import type { WashGround } from './washGround.ts'

/** What a wash trade earns beyond what it pays, in uregen: between two amounts, which are one where nothing is left open. */
export type AttackProfit = {
  readonly cost: AttackCost
  readonly least: bigint
  readonly most: bigint
  /** The most that is shared out, in uregen, and the most that floors leave of it to one address of the attacker. */
  readonly pool: bigint
  readonly dust: bigint
  /** An upper bound of the reward, in uregen: no smaller volume is rewarded more. */
  readonly reward: bigint
}

/**
 * The profit of a wash trade within bounds, without looking at every honest scorer.
 *
 *     profit = Σ floor( pool × score of its addresses / Σ score ) − fee        pool: with what its own fee brings
 *
 * It may be more by what the floors leave, where an address of the attacker may be the largest scorer, and by what burns that count at once let be
 * minted.
 */
export function profitBounds(attack: WashAttack, ground: WashGround): AttackProfit {
  const { period, params, rules, totals, scores } = ground
  const cost = attackCost(attack, ground)
  const own = scoresOf(cost, ground)
  const scorers = scores.length + own.length
  const others = params.rewardCapPerOwnFees === null ? period.others : []
  const pool = poolWith(cost.community, period, ground)
  const { mintedPerBurn } = period
  const minted = mintedPerBurn.num === 0n ? 0n : mulFloor(cost.burned, mintedPerBurn) + 2n
  const worth = (earned: (amount: bigint) => bigint) => worthOf(others, earned, rules.distribution)
  const uneven = unevenOf(cost, ground)
  const held = pool + minted + uneven + worth(amount => amount)
  const none = { cost, least: -cost.fee, most: -cost.fee, pool: held, dust: 0n, reward: 0n }
  if (!period.distributing || own.length === 0 || scorers < params.minScorers) return none
  const raw = params.scoring === 'raw'
  const whole = raw ? sumRatios(totals.score, ...own) : ONE
  const leads = !raw || own.some(score => compareRatios(score, totals.largest) >= 0)
  const dust = leads ? BigInt(scorers) : 0n
  const shareOf = (amount: bigint) =>
    own.reduce(
      (sum, score) => sum + mulFloor(amount, { num: score.num * whole.den, den: score.den * whole.num }),
      0n,
    )
  const cap = capOf(cost, ground)
  const capped = (amount: bigint) => (cap === null || amount < cap ? amount : cap)
  const withDust = (amount: bigint) => {
    const most = shareOf(amount) + dust
    return most < amount ? most : amount
  }
  const upTo = (amount: bigint) => capped(withDust(amount)) + worth(withDust)
  return {
    cost,
    least: (cap === null ? shareOf(pool) + worth(shareOf) : 0n) - cost.fee,
    most: upTo(pool + minted) - cost.fee,
    pool: held,
    dust: dust + worth(() => dust),
    reward: upTo(pool + minted + uneven),
  }
}

/** The profit exactly, as a run shows it: the whole period is scored and shared out anew. Within bounds where burns count at once. */
export function exactProfit(attack: WashAttack, ground: WashGround): AttackProfit {
  const bounds = profitBounds(attack, ground)
  const { period, params, rules } = ground
  if (bounds.most === bounds.least || period.mintedPerBurn.num > 0n || !period.distributing) return bounds
  const { cost } = bounds
  const scores = mergeScores(
    [period.scores, scoreActivities(cost.contributions, params).scores],
    params,
  ).scores
  const attackers = new Set(attackersOf(attack))
  const earned = (pool: bigint) =>
    distributeActivity({ pool: pool as Uregen, scores, params }).rewards.reduce(
      (sum, { address, reward }) => (attackers.has(address) ? sum + reward : sum),
      0n,
    )
  const others = params.rewardCapPerOwnFees === null ? period.others : []
  const profit =
    earned(poolWith(cost.community, period, ground)) + worthOf(others, earned, rules.distribution) - cost.fee
  return { ...bounds, least: profit, most: profit }
}

/**
 * By how much the pool of a larger volume may be smaller, for all floors: where the remainders of a split wander between pools, and where the
 * stability tier’s cap is floored apart from what it is taken of.
 */
function unevenOf(
  { messages }: AttackCost,
  { rules: { remainder }, params, period: { tier } }: WashGround,
): bigint {
  const wanders = remainder === 'largest-remainder' || remainder === 'round-robin'
  const apart = 'due' in tier && tier.due > 0n && params.stabilityCapBase === 'inflow'
  return (wanders ? BigInt(messages) : 0n) + (apart ? 1n : 0n)
}

/** The scores above 0 of the attacker’s addresses, beside what everybody else did. */
function scoresOf({ contributions }: AttackCost, { weightOf, params, totals }: WashGround): readonly Ratio[] {
  const sums: { [kind in CreditedKind]?: Ratio } = {}
  for (const { kind, amount } of contributions) sums[kind] = addRatio(sums[kind] ?? ZERO, amount)
  const people = new Map<string, Ratio>()
  for (const { address, kind, amount } of contributions) {
    const weight = weightOf[kind]
    const sum = addRatio(totals.amounts[kind], sums[kind] ?? ZERO)
    if (weight === undefined || sum.num === 0n) continue
    const factor = params.scoring === 'raw' ? weight : divideRatio(weight, sum)
    people.set(address, addRatio(people.get(address) ?? ZERO, mulRatio(factor, amount)))
  }
  return [...people.values()].filter(({ num }) => num > 0n)
}

/** The most that a cap on own fees lets all addresses of the attacker have; null without one. */
function capOf({ fee }: AttackCost, { params: { rewardCapPerOwnFees: cap } }: WashGround): bigint | null {
  return cap === null ? null : floor(mulRatio(cap, ratio(fee)))
}

/** Rewards in other denoms in uregen, each floored; with the bonus where they can be taken as REGEN. Without a rate they count nothing here. */
function worthOf(
  others: WashGround['period']['others'],
  earned: (pool: bigint) => bigint,
  distribution: WashGround['rules']['distribution'],
): bigint {
  const bonus = distribution.kind === 'recipient-choice' ? distribution.bonus : ZERO
  return others.reduce(
    (sum, { pool, rate }) =>
      rate === null ? sum : sum + mulFloor(earned(pool), mulRatio(rate, addRatio(ONE, bonus))),
    0n,
  )
}
