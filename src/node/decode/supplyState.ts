import type { SupplyState } from '../../mechanisms/m012-fixed-cap-dynamic-supply/state.ts'
import type { Coin } from '../../primitives/coin.ts'
import { type Uregen, uregen } from '../../primitives/uregen.ts'
import type { StakingPool } from './staking.ts'

/**
 * What the chain knows today as M012's model, in uregen: the bank's total supply, and what is bonded.
 *
 * Before M014 and M015 exist on chain nothing is committed for stability (0), and M014's phase is INACTIVE.
 */
export const toSupplyState = ({ amount }: Coin, { bonded }: StakingPool): SupplyState => ({
  supply: uregen(amount),
  staked: bonded,
  stabilityCommitted: 0n as Uregen,
  m014Phase: 'INACTIVE',
})
