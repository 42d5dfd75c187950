import type { Credits } from '../../primitives/credits.ts'
import { coinsQuestion } from '../read/bank.ts'
import { creditBalanceQuestion, creditBalancesQuestion } from '../read/creditBalances.ts'
import { listQuest, orAbsent, type Quest, quest } from './quest.ts'

const NONE = 0n as Credits

/** The credits of an account that never held any of a batch. */
export const noCredits = (account: string, batchDenom: string) => ({
  account,
  batchDenom,
  tradable: NONE,
  retired: NONE,
  escrowed: NONE,
})

/** All coins of an account. What the chain does not take for an address holds none. */
export const coinQuest = (account: string): Quest =>
  orAbsent(
    listQuest(`coins of ${account}`, coinsQuestion(account), coins => ({ coinBalance: { account, coins } })),
    { coinBalance: { account, coins: [] } },
  )

/** An account's credits of a batch. What the chain does not take for an address or a batch has none. */
export const creditQuest = (account: string, batchDenom: string): Quest =>
  orAbsent(
    quest(
      `credits of ${account} in ${batchDenom}`,
      creditBalanceQuestion(account, batchDenom),
      creditBalance => ({ creditBalances: [creditBalance] }),
    ),
    { creditBalances: [noCredits(account, batchDenom)] },
  )

/** Everything an account holds, for accounts that a caller names. */
export const accountQuests = (account: string): readonly Quest[] => [
  coinQuest(account),
  listQuest(`credits of ${account}`, creditBalancesQuestion(account), creditBalances => ({
    creditBalances,
    wholeCredits: account,
  })),
]
