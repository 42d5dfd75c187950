import { supplyOn } from '../../mechanisms/m012-fixed-cap-dynamic-supply/flows.ts'
import type { SupplyBasis } from '../../mechanisms/m012-fixed-cap-dynamic-supply/params.ts'
import type { SupplyState } from '../../mechanisms/m012-fixed-cap-dynamic-supply/state.ts'
import { MODULE_ACCOUNTS, type ModuleName } from '../../messages/keeper/moduleAccounts.ts'
import type { Coin } from '../../primitives/coin.ts'
import { type Uregen, uregen } from '../../primitives/uregen.ts'
import type { StakingPool } from '../decode/modules/staking.ts'
import type { NodeAt } from './ask.ts'
import { readCoinAmount, readSupplyOf } from './bank.ts'
import { readStakingPool } from './staking.ts'

/**
 * M012's view of the chain as it is today: the bank's supply of uregen, and what is staked. On a circulating basis the balances of the excluded
 * accounts are asked for and left out; an exclusion is an address, or the name of a module of the chain, such as `gov`.
 *
 * @example
 * const supplyState = await readSupplyState(at)
 */
export async function readSupplyState(
  ledger: NodeAt,
  basis: SupplyBasis = { kind: 'bank-total' },
): Promise<SupplyState> {
  const excluded = basis.kind === 'circulating' ? basis.exclusions : []
  const [supply, pool, balances] = await Promise.all([
    readSupplyOf(ledger, 'uregen'),
    readStakingPool(ledger),
    Promise.all(excluded.map(name => readCoinAmount(ledger, addressOf(name), 'uregen'))),
  ])
  const state = toSupplyState(supply, pool)
  const held = new Map(excluded.map((name, index) => [name, (balances[index] ?? 0n) as Uregen]))
  const balanceOf = (name: string) => held.get(name) ?? (0n as Uregen)
  return { ...state, supply: supplyOn(basis, { total: state.supply, balanceOf }) }
}

const addressOf = (name: string): string =>
  Object.hasOwn(MODULE_ACCOUNTS, name) ? MODULE_ACCOUNTS[name as ModuleName] : name

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
