import type { CreditClass } from '../../../messages/ledger.ts'
import type { ClassInfo } from '../../../wire/generated/regen/ecocredit/v1/query.ts'
import type { Fields } from '../fields.ts'

/** A credit class. Who may issue its credits is a list of its own. */
export type CreditClassInfo = Omit<CreditClass, 'issuers'> & { readonly metadata: string }

export const toCreditClass = (
  { id, admin, creditTypeAbbrev, metadata }: ClassInfo,
  read: Fields,
): CreditClassInfo => ({
  id: read.text('id', id),
  admin: read.address('admin', admin),
  creditType: read.text('credit_type_abbrev', creditTypeAbbrev),
  metadata,
})
