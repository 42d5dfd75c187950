import { appliedRate } from '../../mechanisms/m013-value-based-fee-routing/fee.ts'
import {
  CREDITED_KINDS,
  type CreditedKind,
} from '../../mechanisms/m015-contribution-weighted-rewards/credit.ts'
import {
  addRatio,
  complement,
  divideRatio,
  inverse,
  mulFloor,
  mulRatio,
  type Ratio,
  ratio,
  sumRatios,
  ZERO,
} from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { type AttackProfit, profitBounds } from './attackProfit.ts'
import { tradersOf, type WashAttack } from './washAttack.ts'
import type { WashGround } from './washGround.ts'
import { chargedLegs } from './washRoutes.ts'

/** Where a route may pay. Volumes in uregen. */
export type Reach = {
  /** Nobody is credited for less. */
  readonly from: bigint
  /** No volume above it pays; null where there is no such end. */
  readonly end: bigint | null
  /** What does not pay at the end, or at the largest volume that is tried, does not pay beyond. */
  readonly closed: boolean
  /** φ, the fee for each uregen of volume; and by how many uregen the floors can make a fee smaller. */
  readonly feesPerVolume: Ratio
  readonly floors: bigint
}

/** A volume beyond any there is. */
export const ENDLESS = 10n ** 30n

/** The reach of a route; null where its trades earn no score at all. Above `end` its fees are more than the whole pool, which they feed. */
export function reachOf(attack: WashAttack, ground: WashGround): Reach | null {
  const { params, scores, totals, period, rules } = ground
  const [near, far] = [1n, ENDLESS].map(volume =>
    profitBounds({ ...attack, volume: volume as Uregen }, ground),
  ) as [AttackProfit, AttackProfit]
  if (far.cost.contributions.length === 0) return null
  const feesPerVolume = feesPerVolumeOf(attack, ground)
  const floors = BigInt(2 * near.cost.messages)
  const least = params.scoreBasis === 'value' ? params.minActivityValue * BigInt(tradersOf(attack)) : 1n
  const from = least > 1n ? least : 1n
  const { shares, agentFund } = rules
  const tag = agentFund.kind === 'community-tag' ? agentFund.share : ZERO
  const back = addRatio(
    mulRatio(mulRatio(shares.community, complement(tag)), params.autoShare),
    mulRatio(shares.burn, period.mintedPerBurn),
  )
  const held = near.pool + far.dust
  const open = { from, feesPerVolume, floors }
  if (feesPerVolume.num === 0n) return { ...open, end: null, closed: true }
  if (back.num < back.den) {
    const fee = mulFloor(held, inverse(complement(back))) + 1n + floors
    return { ...open, end: from + mulFloor(fee, inverse(feesPerVolume)) + 1n, closed: true }
  }
  // k = 1: profit = ( P·ωW − fee·S_h ) / ( S_h + ωW ), P: the pool without the attack
  const score = perVolume(far, ground)
  const fees = feesPerVolume.num * ENDLESS - floors * feesPerVolume.den
  const closed =
    back.num === back.den &&
    params.scoring === 'raw' &&
    params.scoreBasis === 'value' &&
    scores.length > 0 &&
    held * score.num * ENDLESS * feesPerVolume.den * totals.score.den <= fees * totals.score.num * score.den
  return { ...open, end: null, closed }
}

/** φ: what the legs of a route cost for each uregen of its volume. */
const feesPerVolumeOf = ({ route }: WashAttack, { rules }: WashGround): Ratio =>
  sumRatios(...chargedLegs(route, rules).map(leg => appliedRate(leg, rules)))

/**
 * No volume between two pays more than this.
 *
 *     reward ≤ the reward at the larger volume,              fee ≥ the fee at the smaller
 *     reward ≤ pool at the larger × ( a·W + b·fee ),         fee ≥ φ·W − floors        a, b: share for each uregen, at the smaller
 *
 * Both hold, because pool and share grow with the volume, and the share for each uregen of it falls.
 */
export function mostIn(
  [near, far]: readonly [AttackProfit, AttackProfit],
  { from, to }: { from: bigint; to: bigint },
  { reach, ground }: { reach: Reach; ground: WashGround },
): bigint {
  const flat = far.reward - near.cost.fee
  if (flat <= 0n) return flat
  const { scoring } = ground.params
  let [byVolume, byFee] = [ZERO, ZERO]
  const nearSums = sumsOf(near)
  const farSums = sumsOf(far)
  const nearScore = addRatio(ground.totals.score, weighed(nearSums, ground))
  for (const kind of CREDITED_KINDS) {
    const weight = ground.weightOf[kind]
    const sum = farSums[kind]
    if (weight === undefined || sum === undefined) continue
    const base = scoring === 'raw' ? nearScore : addRatio(ground.totals.amounts[kind], nearSums[kind] ?? ZERO)
    if (base.num === 0n) return flat
    const share = divideRatio(weight, base)
    if (kind === 'fee') byFee = addRatio(byFee, share)
    else byVolume = addRatio(byVolume, mulRatio(share, ratio(sum.num, sum.den * to)))
  }
  const { pool, dust } = far
  const kept = { num: byFee.den - pool * byFee.num, den: byFee.den }
  if (kept.num <= 0n) return flat
  const { num: p, den: q } = reach.feesPerVolume
  const at = (volume: bigint): bigint => {
    const fee = p * volume - reach.floors * q
    const num = pool * byVolume.num * volume * kept.den * q - kept.num * fee * byVolume.den
    return num / (byVolume.den * kept.den * q) + dust
  }
  const [low, high] = [at(from), at(to)]
  const sloped = low > high ? low : high
  return sloped < flat ? sloped : flat
}

type Sums = { readonly [kind in CreditedKind]?: Ratio }

/** What all addresses of the attacker are credited with, kind by kind. */
function sumsOf({ cost: { contributions } }: AttackProfit): Sums {
  const sums: { [kind in CreditedKind]?: Ratio } = {}
  for (const { kind, amount } of contributions) sums[kind] = addRatio(sums[kind] ?? ZERO, amount)
  return sums
}

/** Σ weight × amount. */
const weighed = (sums: Sums, { weightOf }: WashGround): Ratio =>
  sumRatios(...CREDITED_KINDS.map(kind => mulRatio(weightOf[kind] ?? ZERO, sums[kind] ?? ZERO)))

/** ω at the largest volume. */
const perVolume = (far: AttackProfit, ground: WashGround): Ratio =>
  mulRatio(weighed(sumsOf(far), ground), ratio(1n, ENDLESS))
