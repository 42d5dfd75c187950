import { normalizeAddress } from '../../primitives/address.ts'
import type { Ledger } from '../ledger.ts'
import { moduleOf } from './moduleAccounts.ts'

/** True when two texts are the same account; the chain compares bytes, so case does not matter. */
export const sameAccount = (a: string, b: string): boolean =>
  a === b || normalizeAddress(a) === normalizeAddress(b)

/** Warns unless the signer is the account that may do this; `needs` says who that is. */
export function authorize(signer: string, expected: string, needs: string, ledger: Ledger): void {
  if (!sameAccount(signer, expected))
    ledger.warn('NOT_AUTHORIZED', { signer, needs: `${needs} (${expected})` })
}

/** Warns unless the signer issues credits of the class. Being its admin is not enough. */
export function authorizeIssuer(signer: string, classId: string, ledger: Ledger): void {
  const found = ledger.look('credit class', classId)
  if (found === null) return
  if (found.issuers === null) ledger.warn('STATE_UNKNOWN', { what: 'issuers of credit class', id: classId })
  else if (!found.issuers.some(issuer => sameAccount(issuer, signer)))
    ledger.warn('NOT_AUTHORIZED', { signer, needs: `an issuer of credit class ${classId}` })
}

/** Warns when credits or coins go to an account of the chain itself. */
export function warnOfModule(recipient: string, ledger: Ledger): void {
  const module = moduleOf(recipient)
  if (module !== undefined) ledger.warn('RECIPIENT_IS_MODULE', { recipient, module })
}
