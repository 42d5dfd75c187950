import { type Account, toAccount } from '../decode/account.ts'
import { type Grant, toGrant } from '../decode/grant.ts'
import { authAccount, authModuleAccounts, authzGranterGrants, authzGrants } from '../endpoints.ts'
import { ask, askAll, askIfAny, type LedgerAt } from './ask.ts'
import { type ListQuestion, listQuestion, question } from './question.ts'

/**
 * An account; null for one that never received a coin.
 *
 * @example
 * const account = await readAccount(at, buyer)
 */
export const readAccount = (ledger: LedgerAt, address: string): Promise<Account | null> =>
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
export const readModuleAccounts = (ledger: LedgerAt): Promise<readonly Account[]> =>
  ask(
    ledger,
    question(authModuleAccounts, {}, ({ accounts }, read) => read.each('accounts', accounts, toAccount)),
  )

/** What one account lets another do in its name. */
export const grantsQuestion = (granter: string, grantee: string): ListQuestion<Grant> =>
  listQuestion(
    authzGrants,
    { granter, grantee },
    ({ grants }, read) =>
      read.each('grants', grants, (grant, at) => toGrant({ ...grant, granter, grantee }, at)),
    'hundred',
  )

/**
 * What an account lets others do in its name.
 *
 * @example
 * const grantsOf = await readGrantsOf(at, buyer)
 */
export const readGrantsOf = (ledger: LedgerAt, granter: string): Promise<readonly Grant[]> =>
  askAll(
    ledger,
    listQuestion(
      authzGranterGrants,
      { granter },
      ({ grants }, read) => read.each('grants', grants, toGrant),
      'hundred',
    ),
  )
