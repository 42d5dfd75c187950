import type { PoolBalances } from '../../mechanisms/m013-value-based-fee-routing/pools.ts'
import type { Rates } from '../../mechanisms/m013-value-based-fee-routing/prices/valuation.ts'
import { claimRewards } from '../../mechanisms/m015-contribution-weighted-rewards/claims.ts'
import type { M013Policy } from '../../policy/policy.ts'
import type { Coin } from '../../primitives/coin.ts'
import { RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID, NOTHING_TO_CLAIM } from '../../primitives/errorTable.ts'
import { addRatio, mulFloor, mulRatio, ONE } from '../../primitives/ratio.ts'
import { type Movement, move } from '../books/movements.ts'
import { depositTo, payFrom } from '../books/movePools.ts'
import { requireRate } from '../fees/convert.ts'
import type { EpochInputs } from '../inputs/epochInputs.ts'
import type { EpochState } from '../state/epochState.ts'

/** What one address was paid for its claim. `bonus` is the part of the uregen that the community pool added. */
export type PaidClaim = { readonly address: string; readonly coins: readonly Coin[]; readonly bonus: bigint }

type Claims = EpochState['rewards']['claims']

/**
 * Pays claims, each all there is for the address.
 *
 * With `recipient-choice` an address may take REGEN for another denom: the community pool buys the coins at the rate of the
 * period and adds the bonus (OQ-M013-3).
 *
 *     paid = floor( amount × rate × (1 + bonus) )
 */
export function payClaims(
  wanted: EpochInputs['claims'],
  { claims: opening, pools: before }: { claims: Claims; pools: PoolBalances },
  { rates, distribution }: { rates: Rates } & Pick<M013Policy, 'distribution'>,
): {
  readonly claims: Claims
  readonly pools: PoolBalances
  readonly paid: readonly PaidClaim[]
  readonly movements: readonly Movement[]
} {
  let claims = opening
  let pools = before
  const movements: Movement[] = []
  const paid = wanted.map(({ address, as }): PaidClaim => {
    if (as === 'regen' && distribution.kind !== 'recipient-choice') throw notOffered(address)
    const coins: Coin[] = []
    let bonus = 0n
    for (const denom of Object.keys(claims)) {
      const due = claims[denom] ?? []
      if (!due.some(claim => claim.address === address && claim.accrued > claim.claimed)) continue
      const { claims: after, paid: amount } = claimRewards(due, address)
      claims = { ...claims, [denom]: after }
      if (as === 'collected' || denom === 'uregen' || distribution.kind !== 'recipient-choice') {
        coins.push({ denom, amount })
        movements.push(...move('unclaimed rewards', 'everybody else', amount, 'claim', denom))
        continue
      }
      const rate = requireRate(denom, rates)
      const worth = mulFloor<bigint>(amount, rate)
      const total = mulFloor<bigint>(amount, mulRatio(rate, addRatio(ONE, distribution.bonus)))
      bonus += total - worth
      coins.push({ denom: 'uregen', amount: total })
      pools = payFrom(depositTo(pools, 'community', [{ denom, amount }]), 'community', total)
      movements.push(
        ...move('unclaimed rewards', 'community pool', amount, 'claim taken as REGEN', denom),
        ...move('community pool', 'everybody else', worth, 'claim taken as REGEN'),
        ...move('community pool', 'everybody else', total - worth, 'bonus for taking REGEN'),
      )
    }
    if (coins.length === 0) throw new RegenError(NOTHING_TO_CLAIM, { address })
    return { address, coins, bonus }
  })
  return { claims, pools, paid, movements }
}

const notOffered = (address: string) =>
  new RegenError(INPUT_INVALID, {
    what: 'epoch input',
    issues: `✖ ${address} claims as REGEN, which only distribution recipient-choice offers at claims`,
  })
