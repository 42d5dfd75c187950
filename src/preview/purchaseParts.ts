import type { Purchase } from '../messages/ledger.ts'

/** One amount of a purchase, in smallest units of its denom. The fees are `burned`, or go `toFeePool`. */
export type PurchasePart = {
  readonly part:
    | ('price' | 'buyerFee' | 'rounding' | 'debit')
    | ('sellerFee' | 'sellerReceives' | 'burned' | 'toFeePool')
  readonly amount: bigint
}

/**
 * A purchase in its parts, in the order in which they add up; null where the order or the rates are not known. Rounding, seller fee and fees are left
 * out where they are zero.
 *
 *     price + buyer fee + rounding = the buyer pays
 *     the seller receives + the fees = the buyer pays
 *
 * What the seller receives is cut to whole units on its own, so price and seller fee as they stand here can differ from it by one unit.
 */
export function purchaseParts({
  subtotal,
  buyerFee,
  sellerFee,
  debit,
  sellerReceives,
  toFeePool,
  burned,
}: Purchase): readonly PurchasePart[] | null {
  if (subtotal === null || buyerFee === null || sellerFee === null) return null
  if (debit === null || sellerReceives === null || toFeePool === null) return null
  const price = BigInt(/^\d+/.exec(subtotal)?.[0] ?? '0')
  const rounding = debit - price - buyerFee
  const unlessZero = (part: PurchasePart['part'], amount: bigint): readonly PurchasePart[] =>
    amount === 0n ? [] : [{ part, amount }]
  return [
    { part: 'price', amount: price },
    { part: 'buyerFee', amount: buyerFee },
    ...unlessZero('rounding', rounding),
    { part: 'debit', amount: debit },
    ...unlessZero('sellerFee', sellerFee),
    { part: 'sellerReceives', amount: sellerReceives },
    ...unlessZero(burned === toFeePool ? 'burned' : 'toFeePool', toFeePool),
  ]
}
