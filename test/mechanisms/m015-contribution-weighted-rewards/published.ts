/** What the public reference code computes, in floating point: written anew, to show where its numbers differ. */

/** share = score / total, reward = floor(pool × share); the rest goes to the largest share after rounding it to six decimals. */
export function publishedRewards(pool: number, scores: readonly number[]): readonly number[] {
  const total = scores.reduce((sum, score) => sum + score, 0)
  const shares = scores.map(score => score / total)
  const rewards = shares.map(share => Math.floor(pool * share))
  const rounded = shares.map(share => Number(share.toFixed(6)))
  const rest = rewards.reduce((left, reward) => left - reward, pool)
  const largest = rounded.indexOf(Math.max(...rounded))
  return rewards.map((reward, index) => (index === largest ? reward + rest : reward))
}

/** floor( committed × rate / periods a year ) */
export const publishedAccrual = (committed: number, rate: number, periodsPerYear: number): number =>
  Math.floor((committed * rate) / periodsPerYear)
