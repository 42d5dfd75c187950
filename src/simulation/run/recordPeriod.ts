import type { EpochState } from '../../epoch/state/epochState.ts'
import { toDouble } from '../../primitives/doubles.ts'
import { RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID } from '../../primitives/errorTable.ts'
import type { EpochNumbers } from '../advance/epochNumbers.ts'
import { toUsd } from '../agents/agent.ts'
import { washReward } from '../agents/washTraders.ts'
import type { ColumnName, Table } from './columns.ts'

/** Writes a period into the table; an amount beyond what a double holds exactly is an error. */
export function recordPeriod(
  table: Table,
  period: number,
  {
    state,
    numbers,
    committed,
    price,
    perYear,
    figures,
  }: {
    state: EpochState
    numbers: EpochNumbers
    committed: bigint
    price: number
    perYear: number
    figures: { readonly [name: string]: number }
  },
): void {
  const set = (name: ColumnName, value: number) => {
    table[name][period] = value
  }
  const whole = (name: ColumnName, amount: bigint) => set(name, exact(amount))
  const pool = (coins: EpochState['pools']['burn']['coins']) => coins[0]?.amount ?? 0n
  const { paidValidators, validatorPay } = numbers
  set('price', price)
  set('volume', (figures['volumeUsd'] ?? 0) + (figures['washUsd'] ?? 0))
  whole('fees', numbers.revenue)
  whole('burned', numbers.burned)
  whole('minted', numbers.minted)
  whole('supply', numbers.supply)
  whole('validator_fund', pool(state.pools.validator.coins))
  whole('community_pool', pool(state.pools.community.coins))
  whole('agent_fund', pool(state.pools.agent.coins))
  whole('validator_pay', validatorPay)
  set('validators', paidValidators)
  set('validator_income', paidValidators === 0 ? 0 : (toUsd(validatorPay, price) / paidValidators) * perYear)
  whole('committed', committed)
  whole('stability_promised', numbers.stabilityPromised)
  whole('stability_paid', numbers.stability)
  whole('activity_pool', numbers.activityPool)
  whole('rewards', numbers.distributed)
  // No more than all fees, which are held to what a table holds exactly.
  set('wash_cost', figures['washCost'] ?? 0)
  whole('wash_reward', washReward(numbers))
  set('participation', figures['participation'] ?? 0)
  set('proposals', figures['proposals'] ?? 0)
}

const MOST = BigInt(Number.MAX_SAFE_INTEGER)

function exact(amount: bigint): number {
  const small = toDouble(amount)
  if (small < Number.POSITIVE_INFINITY) return small
  if (amount <= MOST) return Number(amount)
  throw new RegenError(INPUT_INVALID, {
    what: 'scenario',
    issues: `✖ an amount of ${amount} uregen is beyond what a table of numbers holds exactly`,
  })
}
