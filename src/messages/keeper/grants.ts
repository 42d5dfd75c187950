import { normalizeAddress } from '../../primitives/address.ts'
import { nanosecondsOf } from '../../primitives/time.ts'
import { ruleOn } from '../fields/rules.ts'
import type { AuthzGrant, Ledger } from '../ledger.ts'

/** Refuses a grant to oneself; the two texts are compared without case, as the chain does. */
export const notToOneself = /* @__PURE__ */ ruleOn<{ readonly granter: string; readonly grantee: string }>(
  'grant-to-oneself',
  ['grantee'],
  ({ granter, grantee }) =>
    granter.toLowerCase() === grantee.toLowerCase() ? 'granter and grantee are the same' : null,
)

/** The name of a grant: who lets whom run which messages. */
export const grantId = ({ granter, grantee, message }: Omit<AuthzGrant, 'expiration'>): string =>
  `${normalizeAddress(granter)} ${normalizeAddress(grantee)} ${message}`

/**
 * Warns unless the signer of a message let the grantee run it. Without a grant nobody may; one's own messages need none.
 *
 * @see cosmos-sdk x/authz/keeper DispatchActions
 */
export function requireGrant(
  { granter, grantee, message }: Omit<AuthzGrant, 'expiration'>,
  ledger: Pick<Ledger, 'find' | 'warn' | 'time'>,
): void {
  if (normalizeAddress(granter) === normalizeAddress(grantee)) return
  const grant = ledger.find('grant', grantId({ granter, grantee, message }))
  const needs = `allowed to run ${message} for ${granter}`
  if (grant === 'unknown') ledger.warn('STATE_UNKNOWN', { what: `grant of ${granter} to`, id: grantee })
  else if (grant === 'absent') ledger.warn('NOT_AUTHORIZED', { signer: grantee, needs })
  else if (grant.expiration !== null && isBefore(grant.expiration, ledger.time))
    ledger.warn('NOT_AUTHORIZED', { signer: grantee, needs: `${needs} any more, since ${grant.expiration}` })
}

const isBefore = (a: string, b: string): boolean => nanosecondsOf(a) < nanosecondsOf(b)
