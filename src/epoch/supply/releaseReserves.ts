import { remint } from '../../mechanisms/m012-fixed-cap-dynamic-supply/flows.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { amountOf, sumCoins } from '../../primitives/coin.ts'
import { RegenError } from '../../primitives/errors.ts'
import { POOL_TOO_SMALL, RELEASE_REFUSED } from '../../primitives/errorTable.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import { type Movement, move } from '../books/movements.ts'
import { depositTo } from '../books/movePools.ts'
import type { Decisions } from '../inputs/epochInputs.ts'
import { approvalOf } from '../phases/phaseFacts.ts'
import type { EpochState } from '../state/epochState.ts'

/** What governance releases by Layer 3 goes to the community pool; from the burn reserve that is minting again (OQ-M012-4). */
export function releaseReserves(
  opening: EpochState,
  releases: Decisions['releases'],
  { governance }: PolicyConfig,
): { readonly state: EpochState; readonly movements: readonly Movement[] } {
  let state = opening
  const movements: Movement[] = []
  for (const { from, amount, decided } of releases) {
    const { met, guards } = approvalOf(decided, 'L3', opening.phases, { governance })
    if (!met) {
      const failed = Object.keys(guards).filter(guard => !guards[guard])
      throw new RegenError(RELEASE_REFUSED, { from, amount, failed: failed.join(', ') })
    }
    const { supply, stability, rewards } = state
    const rest = (pool: string, available: bigint): Uregen => {
      if (amount > available)
        throw new RegenError(POOL_TOO_SMALL, { pool, denom: 'uregen', amount, available })
      return (available - amount) as Uregen
    }
    if (from === 'burn reserve') {
      const { reserve } = remint({ reserve: supply.burnReserve }, amount)
      state = { ...state, supply: { ...supply, burnReserve: reserve } }
    } else if (from === 'mint reserve')
      state = { ...state, supply: { ...supply, mintReserve: rest(from, supply.mintReserve) } }
    else if (from === 'forfeited rewards')
      state = { ...state, stability: { ...stability, forfeited: rest(from, stability.forfeited) } }
    else {
      const { governanceReserve } = rewards
      rest(from, amountOf(governanceReserve, 'uregen'))
      const left = sumCoins([...governanceReserve, { denom: 'uregen', amount: -amount }])
      state = { ...state, rewards: { ...rewards, governanceReserve: left } }
    }
    state = { ...state, pools: depositTo(state.pools, 'community', [{ denom: 'uregen', amount }]) }
    movements.push(...move(from, 'community pool', amount, 'released by governance'))
  }
  return { state, movements }
}
