import type { Metadata } from '../../../wire/generated/cosmos/bank/v1beta1/bank.ts'
import type { Fields } from '../fields.ts'

/** How people write a denom: 10^exponent of `base` are one `display`; null where the chain does not list that unit, as for tokens that came over IBC. */
export type DenomMetadata = {
  readonly base: string
  readonly display: string
  readonly exponent: number | null
  readonly name: string
  readonly symbol: string
  readonly description: string
}

export function toDenomMetadata(
  { base, display, denomUnits, name, symbol, description }: Metadata,
  read: Fields,
): DenomMetadata {
  const unit = denomUnits.find(({ denom }) => denom === display)
  return {
    base: read.denom('base', base),
    display: read.text('display', display),
    exponent:
      unit === undefined
        ? null
        : unit.exponent <= 24
          ? unit.exponent
          : read.fail('denom_units', 'an exponent of at most 24', unit.exponent),
    name,
    symbol,
    description,
  }
}
