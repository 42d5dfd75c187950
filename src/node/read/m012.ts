import type { SupplyState } from '../../mechanisms/m012-fixed-cap-dynamic-supply/state.ts'
import { toSupplyState } from '../decode/supplyState.ts'
import type { LedgerAt } from './ask.ts'
import { readSupplyOf } from './bank.ts'
import { readStakingPool } from './staking.ts'

/**
 * M012's view of the chain as it is today: the bank's supply of uregen, and what is staked.
 *
 * @example
 * const supplyState = await readSupplyState(at)
 */
export async function readSupplyState(ledger: LedgerAt): Promise<SupplyState> {
  const [supply, pool] = await Promise.all([readSupplyOf(ledger, 'uregen'), readStakingPool(ledger)])
  return toSupplyState(supply, pool)
}
