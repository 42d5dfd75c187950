import type { CreditType } from '../../../messages/ledger.ts'
import type { CreditType as Wire } from '../../../wire/generated/regen/ecocredit/v1/state.ts'
import type { Fields } from '../fields.ts'

/** A credit type, with the unit one credit stands for and its decimals. */
export type CreditTypeInfo = CreditType & { readonly unit: string; readonly precision: number }

export const toCreditType = (
  { abbreviation, name, unit, precision }: Wire,
  read: Fields,
): CreditTypeInfo => ({
  abbreviation: read.text('abbreviation', abbreviation),
  name,
  unit,
  precision,
})
