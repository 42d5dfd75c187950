import type { CreditBalance } from '../../preview/snapshot.ts'
import type { BatchBalanceInfo } from '../../wire/generated/regen/ecocredit/v1/query.ts'
import type { Fields } from './fields.ts'

export const toCreditBalance = (
  { address, batchDenom, tradableAmount, retiredAmount, escrowedAmount }: BatchBalanceInfo,
  read: Fields,
): CreditBalance => ({
  account: read.address('address', address),
  batchDenom: read.text('batch_denom', batchDenom),
  tradable: read.credits('tradable_amount', tradableAmount),
  retired: read.credits('retired_amount', retiredAmount),
  escrowed: read.credits('escrowed_amount', escrowedAmount),
})
