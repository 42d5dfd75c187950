import { POOLS } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import { amountOf, type Coin, sumCoins } from '../../primitives/coin.ts'
import { RegenError } from '../../primitives/errors.ts'
import { LEDGER_OVERDRAWN } from '../../primitives/errorTable.ts'
import { committedOf, fundedOf } from '../rewards/stabilityTier.ts'
import type { EpochState } from '../state/epochState.ts'
import { ACCOUNTS, type Account, POOL_ACCOUNT } from './accounts.ts'

/** What lies in every account, read from the ledgers of the mechanisms, denom by denom. */
export type Balances = { readonly [account in Account]: readonly Coin[] }

const KNOWN = /* @__PURE__ */ new WeakMap<EpochState, Balances>()

/** The balances of a state, kept for as long as it is: a period closes with what the next one opens with. */
export function balancesOf(state: EpochState): Balances {
  const known = KNOWN.get(state)
  if (known !== undefined) return known
  const balances = parseBalances(state)
  KNOWN.set(state, balances)
  return balances
}

function parseBalances({ supply, pools, escrow, stability, rewards }: EpochState): Balances {
  const uregen = (amount: bigint): readonly Coin[] => (amount === 0n ? [] : [{ denom: 'uregen', amount }])
  const byDenom = <Entry>(
    ledger: { readonly [denom: string]: readonly Entry[] },
    amountOf: (entry: Entry) => bigint,
  ) =>
    sumCoins(
      Object.entries(ledger).map(([denom, entries]) => ({
        denom,
        amount: entries.reduce((sum, entry) => sum + amountOf(entry), 0n),
      })),
    )
  const held: { [account in Account]?: readonly Coin[] } = {
    'validator escrow': byDenom(escrow, ({ amount }) => amount),
    'stability principal': uregen(committedOf(stability.commitments)),
    'stability rewards': uregen(fundedOf(stability.commitments)),
    'activity carry-over': rewards.carried,
    'unclaimed rewards': byDenom(rewards.claims, ({ accrued, claimed }) => accrued - claimed),
    'governance reserve': rewards.governanceReserve,
    'forfeited rewards': uregen(stability.forfeited),
    'burn reserve': uregen(supply.burnReserve),
    'mint reserve': uregen(supply.mintReserve),
  }
  for (const pool of POOLS) held[POOL_ACCOUNT[pool]] = pools[pool].coins
  return held as Balances
}

/** All uregen the bank knows: S, and what S leaves out. */
export const bankTotal = ({ supply: { supply, bankLessSupply } }: EpochState): bigint =>
  supply + bankLessSupply

/** What everybody else holds in uregen: the bank’s total without the accounts. Less than nothing is an error. */
export function heldByOthers(state: EpochState, balances: Balances): bigint {
  const others = ACCOUNTS.reduce(
    (rest, account) => rest - amountOf(balances[account], 'uregen'),
    bankTotal(state),
  )
  if (others < 0n)
    throw new RegenError(LEDGER_OVERDRAWN, { account: 'everybody else', denom: 'uregen', amount: -others })
  return others
}
