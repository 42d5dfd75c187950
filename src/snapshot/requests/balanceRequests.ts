import { spendableQuestion } from '../../node/read/bank.ts'
import { creditBalanceQuestion, creditBalancesQuestion } from '../../node/read/creditBalances.ts'
import type { Credits } from '../../primitives/credits.ts'
import { listRequest, orAbsent, type Request, request } from './request.ts'

const NONE = 0n as Credits

/** The credits of an account that never held any of a batch. */
export const noCredits = (account: string, batchDenom: string) => ({
  account,
  batchDenom,
  tradable: NONE,
  retired: NONE,
  escrowed: NONE,
})

/** The coins that an account can spend. What the chain does not take for an address holds none. */
export const coinRequest = (account: string): Request =>
  orAbsent(
    listRequest(`coins of ${account}`, spendableQuestion(account), coins => ({
      coinBalance: { account, coins },
    })),
    { coinBalance: { account, coins: [] } },
  )

/** An account's credits of a batch. What the chain does not take for an address or a batch has none. */
export const creditRequest = (account: string, batchDenom: string): Request =>
  orAbsent(
    request(
      `credits of ${account} in ${batchDenom}`,
      creditBalanceQuestion(account, batchDenom),
      creditBalance => ({ creditBalances: [creditBalance] }),
    ),
    { creditBalances: [noCredits(account, batchDenom)] },
  )

/** Everything an account holds, for accounts that a caller names. */
export const accountRequests = (account: string): readonly Request[] => [
  coinRequest(account),
  listRequest(`credits of ${account}`, creditBalancesQuestion(account), creditBalances => ({
    creditBalances,
    wholeCredits: account,
  })),
]
