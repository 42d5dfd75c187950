import { type Account, toAccount } from '../decode/modules/account.ts'
import { authAccount, authModuleAccounts } from '../endpoints/cosmos.ts'
import { ask, askIfAny, type NodeAt } from './ask.ts'
import { question } from './question.ts'

/**
 * An account; null for one that never received a coin.
 *
 * @example
 * const account = await readAccount(at, buyer)
 */
export const readAccount = (ledger: NodeAt, address: string): Promise<Account | null> =>
  askIfAny(
    ledger,
    question(authAccount, { address }, ({ account }, read) => {
      const found = read.message('account', account, toAccount)
      read.same('account.address', found.address, address)
      return found
    }),
  )

/**
 * The accounts of the chain's own modules.
 *
 * @example
 * const moduleAccounts = await readModuleAccounts(at)
 */
export const readModuleAccounts = (ledger: NodeAt): Promise<readonly Account[]> =>
  ask(
    ledger,
    question(authModuleAccounts, {}, ({ accounts }, read) => read.each('accounts', accounts, toAccount)),
  )
