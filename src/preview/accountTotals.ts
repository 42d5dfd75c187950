import type { AccountCoin, FeePreview } from './feePreview.ts'
import type { WorkingLedger } from './run/workingLedger.ts'

/** What leaves each payer and what it must hold, with what M013 takes of it where it is in force. */
export function accountTotals(
  accounts: ReadonlySet<string>,
  { balances }: WorkingLedger,
  taken: readonly AccountCoin[],
): Pick<FeePreview['live'], 'debits' | 'requiredBalances'> {
  const standings = balances.standings().filter(({ account }) => accounts.has(account))
  const isSame = (a: Omit<AccountCoin, 'amount'>, b: Omit<AccountCoin, 'amount'>) =>
    a.account === b.account && a.denom === b.denom
  const totals = (part: 'paid' | 'needed'): readonly AccountCoin[] => [
    ...standings.map(({ account, denom, [part]: own }) => ({
      account,
      denom,
      amount: own + (taken.find(fee => isSame(fee, { account, denom }))?.amount ?? 0n),
    })),
    ...taken.filter(fee => !standings.some(standing => isSame(standing, fee))),
  ]
  return {
    debits: totals('paid').filter(({ amount }) => amount > 0n),
    requiredBalances: totals('needed').filter(({ amount }) => amount > 0n),
  }
}
