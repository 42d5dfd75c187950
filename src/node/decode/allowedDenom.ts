import type { AllowedDenom } from '../../messages/ledger.ts'
import type { AllowedDenom as Wire } from '../../wire/generated/regen/ecocredit/marketplace/v1/state.ts'
import type { Fields } from './fields.ts'

export const toAllowedDenom = ({ bankDenom, displayDenom, exponent }: Wire, read: Fields): AllowedDenom => ({
  bankDenom: read.denom('bank_denom', bankDenom),
  displayDenom: read.text('display_denom', displayDenom),
  exponent: exponent <= 24 ? exponent : read.fail('exponent', 'at most 24', exponent),
})
