import type { Credits } from '../../primitives/credits.ts'
import type { QuerySupplyResponse } from '../../wire/generated/regen/ecocredit/v1/query.ts'
import type { Fields } from './fields.ts'

/** The credits of a batch. What is on sale or in a basket counts as tradable; the three together were issued. */
export type BatchSupply = {
  readonly tradable: Credits
  readonly retired: Credits
  readonly cancelled: Credits
}

export const toBatchSupply = (
  { tradableAmount, retiredAmount, cancelledAmount }: QuerySupplyResponse,
  read: Fields,
): BatchSupply => ({
  tradable: read.credits('tradable_amount', tradableAmount),
  retired: read.credits('retired_amount', retiredAmount),
  cancelled: read.credits('cancelled_amount', cancelledAmount),
})
