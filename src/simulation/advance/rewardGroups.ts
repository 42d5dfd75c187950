import { compareAddresses } from '../../mechanisms/m015-contribution-weighted-rewards/addressOrder.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { MARKET, type Participant } from './aggregatedPeriod.ts'
import type { Prepared } from './prepare.ts'

type Scores = Map<string, bigint>

/**
 * Shares an activity pool out by raw scores that are kept as whole numbers over one denominator.
 *
 *     reward_p = floor( pool × score_p / Σ score ),  what the floors leave to the largest score
 */
export function rewardGroups(
  pool: Uregen,
  participants: readonly Participant[],
  prepared: Prepared,
): {
  readonly rewards: readonly { readonly address: string; readonly reward: Uregen }[]
  readonly distributed: Uregen
} {
  const scored: { readonly address: string; readonly score: bigint }[] = []
  let total = 0n
  for (const [address, score] of scoresOf(participants, prepared)) {
    if (score === 0n) continue
    scored.push({ address, score })
    total += score
  }
  if (scored.length === 0 || scored.length < prepared.params.rewards.minScorers)
    return { rewards: [], distributed: 0n as Uregen }
  scored.sort((a, b) => (a.address < b.address ? -1 : 1))
  let dust: bigint = pool
  let first = scored[0]
  let most = 0
  const rewards: { address: string; reward: Uregen }[] = []
  for (const each of scored) {
    const { address, score } = each
    const reward = (pool * score) / total
    dust -= reward
    if (
      first === undefined ||
      score > first.score ||
      (score === first.score && each !== first && compareAddresses(address, first.address) < 0)
    ) {
      first = each
      most = rewards.length
    }
    rewards.push({ address, reward: reward as Uregen })
  }
  const leader = rewards[most]
  if (leader !== undefined && dust > 0n) leader.reward = (leader.reward + dust) as Uregen
  return { rewards, distributed: pool }
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
