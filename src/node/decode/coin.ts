import type { Coin } from '../../primitives/coin.ts'
import type { Coin as Wire } from '../../wire/generated/cosmos/base/v1beta1/coin.ts'
import type { Fields } from './fields.ts'

export const toCoin = ({ denom, amount }: Wire, read: Fields): Coin => ({
  denom: read.denom('denom', denom),
  amount: read.whole('amount', amount),
})

/** A fee that governance may have left out: there is none without a denom. */
export const toFee = (fee: Wire | undefined, read: Fields): Coin | null =>
  fee === undefined || fee.denom === '' ? null : read.message('fee', fee, toCoin)
