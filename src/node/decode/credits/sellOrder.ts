import type { SellOrder } from '../../../messages/ledger.ts'
import type { SellOrderInfo } from '../../../wire/generated/regen/ecocredit/marketplace/v1/query.ts'
import type { Fields } from '../fields.ts'

/** An order as it stands, also one that has expired: the chain keeps it, and sells from it. */
export const toSellOrder = (
  { id, seller, batchDenom, quantity, askDenom, askAmount, disableAutoRetire, expiration }: SellOrderInfo,
  read: Fields,
): SellOrder => ({
  id: id > 0n ? id.toString() : read.fail('id', 'the id of a sell order', id),
  seller: read.address('seller', seller),
  batchDenom: read.text('batch_denom', batchDenom),
  quantity: read.credits('quantity', quantity),
  askDenom: read.denom('ask_denom', askDenom),
  askAmount: read.whole('ask_amount', askAmount),
  disableAutoRetire,
  expiration: read.optionalTime('expiration', expiration),
})
