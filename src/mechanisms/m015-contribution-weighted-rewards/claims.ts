import { RegenError } from '../../primitives/errors.ts'
import { NOTHING_TO_CLAIM } from '../../primitives/errorTable.ts'
import { byAddress, keyed } from '../../primitives/keyed.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { Reward } from './distribution/distribution.ts'
import type { RewardConfig } from './params.ts'

/** What an address has earned so far and taken so far; it can claim the difference. */
export type RewardClaim = {
  readonly address: string
  readonly accrued: Uregen
  readonly claimed: Uregen
}

const NOTHING = { accrued: 0n, claimed: 0n }

/** Adds a period's rewards. They wait for a claim, or with `payout: auto` count as claimed at once. */
export function creditRewards(
  claims: readonly RewardClaim[],
  rewards: readonly Reward[],
  { payout }: Pick<RewardConfig, 'payout'>,
): readonly RewardClaim[] {
  const known = keyed(claims, byAddress)
  for (const { address, reward } of rewards) {
    const { accrued, claimed } = known.get(address) ?? NOTHING
    known.set(address, {
      address,
      accrued: (accrued + reward) as Uregen,
      claimed: (payout === 'auto' ? claimed + reward : claimed) as Uregen,
    })
  }
  return [...known.values()]
}

/** Pays an address all it can claim, in uregen. */
export function claimRewards(
  claims: readonly RewardClaim[],
  address: string,
): { claims: readonly RewardClaim[]; paid: Uregen } {
  const claim = claims.find(claim => claim.address === address)
  if (claim === undefined || claim.accrued === claim.claimed)
    throw new RegenError(NOTHING_TO_CLAIM, { address })
  return {
    claims: claims.map(other => (other === claim ? { ...claim, claimed: claim.accrued } : other)),
    paid: (claim.accrued - claim.claimed) as Uregen,
  }
}
