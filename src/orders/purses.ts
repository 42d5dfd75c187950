import { sameAccount } from '../messages/keeper/authorize.ts'
import { amountOf } from '../primitives/coin.ts'
import type { FillInput } from './fillInput.ts'

/** What may be spent of a denom, and whether the budget or the balance is what ends it; null for no end. */
export type Purse = { readonly most: bigint | null; readonly by: 'BUDGET' | 'BALANCE' | null }

/** The purse of each denom: the budget, or the balance where that is known and smaller. A denom without a budget, where there is one, buys nothing. */
export function pursesOf({ book, buyer, budget }: FillInput): (denom: string) => Purse {
  const coins = budget === undefined ? null : [budget].flat()
  const held = book.coinBalances?.find(({ account }) => sameAccount(account, buyer))?.coins
  const known = held ?? (book.complete?.includes('coinBalances') ? [] : null)
  return denom => {
    const budgeted = coins === null ? null : amountOf(coins, denom)
    const balance = known === null ? null : amountOf(known, denom)
    if (balance !== null && (budgeted === null || balance < budgeted)) return { most: balance, by: 'BALANCE' }
    return { most: budgeted, by: budgeted === null ? null : 'BUDGET' }
  }
}
