import type { Metadata } from '../../wire/generated/cosmos/bank/v1beta1/bank.ts'
import type { Fields } from './fields.ts'

/** How people write a denom: 10^exponent of `base` are one `display`. */
export type DenomMetadata = {
  readonly base: string
  readonly display: string
  readonly exponent: number
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
    exponent: unit?.exponent ?? read.fail('denom_units', `the unit "${display}"`, undefined),
    name,
    symbol,
    description,
  }
}
