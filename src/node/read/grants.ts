import { type Grant, toGrant } from '../decode/grant.ts'
import { authzGranterGrants, authzGrants } from '../endpoints/governance.ts'
import { askAll, type LedgerAt } from './ask.ts'
import { type ListQuestion, listQuestion } from './question.ts'

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
