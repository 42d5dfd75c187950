import { addressProblem, normalizeAddress } from '../../primitives/address.ts'
import { rule } from '../fields/rules.ts'
import { text } from '../fields/text.ts'
import { MODULE_ACCOUNTS } from './moduleAccounts.ts'

/** The account that governance signs with: such a message is put into a proposal, nobody can sign it directly. */
export const GOVERNANCE = MODULE_ACCOUNTS.gov

/** The authority of a governance message. */
export const authority = text.check(
  rule('authority', value => {
    const problem = addressProblem(value)
    if (problem !== null) return problem
    return normalizeAddress(value) === GOVERNANCE ? null : `only governance may do this (${GOVERNANCE})`
  }),
)
