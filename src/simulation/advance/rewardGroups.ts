import {
  type Part,
  type Reward,
  shareByParts,
} from '../../mechanisms/m015-contribution-weighted-rewards/distribution/shareByParts.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { MARKET, type Participant } from './aggregatedPeriod.ts'
import type { Prepared } from './prepare.ts'

type Scores = Map<string, bigint>

/** Shares an activity pool out by raw scores that are kept as whole numbers over one denominator. */
export function rewardGroups(
  pool: Uregen,
  participants: readonly Participant[],
  prepared: Prepared,
): { readonly rewards: readonly Reward[]; readonly distributed: Uregen } {
  const scored: Part[] = []
  let total = 0n
  for (const [address, part] of scoresOf(participants, prepared)) {
    if (part === 0n) continue
    scored.push({ address, part })
    total += part
  }
  if (scored.length === 0 || scored.length < prepared.params.rewards.minScorers)
    return { rewards: [], distributed: 0n as Uregen }
  scored.sort((a, b) => (a.address < b.address ? -1 : 1))
  return { rewards: shareByParts(scored, { pool, unit: total }, 'largest'), distributed: pool }
}

/** Every score; below the minimum value an activity earns nothing, and a platform nothing on its own trade. */
function scoresOf(participants: readonly Participant[], prepared: Prepared): Scores {
  const { weights, rejected, params } = prepared
  const { minActivityValue, facilitationId, selfFacilitation } = params.rewards
  const scores: Scores = new Map()
  const add = (address: string, score: bigint) => scores.set(address, (scores.get(address) ?? 0n) + score)
  for (const { address, purchase, retirement, platform, votes, proposals } of participants) {
    let score = BigInt(votes) * weights.vote
    score +=
      (BigInt(proposals.passed) * rejected.den + BigInt(proposals.rejected) * rejected.num) * weights.proposal
    const bought = purchase !== null && purchase.value >= minActivityValue ? purchase.value : 0n
    const retired = retirement !== null && retirement.value >= minActivityValue ? retirement.value : 0n
    score += bought * weights.purchase + retired * weights.retirement
    add(address, score)
    if (platform === null || facilitationId === 'none') continue
    const isOwn = selfFacilitation === 'exclude' && platform === address
    const toMarket = selfFacilitation === 'exclude' && platform === MARKET
    const facilitated = isOwn ? 0n : (toMarket ? 0n : bought) + retired
    if (facilitated > 0n) add(platform, facilitated * weights.facilitation)
  }
  return scores
}
