import { quoteBuy } from '../../../src/mechanisms/live-marketplace-fees/quoteBuy.ts'
import { listOrders, type PricedOrder } from '../../../src/preview/listOrders.ts'
import type { LedgerSnapshot } from '../../../src/preview/snapshot.ts'
import { formatCredits } from '../../../src/primitives/credits.ts'

/** An order with what all of it costs, fees included; null where the fee rates are not known. */
export type BookRow = PricedOrder & {
  readonly whole: bigint | null
  /** Credits of this and all cheaper orders of the same denom, in millionths, and what they cost together. */
  readonly sumCredits: bigint
  readonly sumCost: bigint | null
}

/** Orders of one denom: prices of different denoms cannot be compared. */
export type DenomBook = { readonly denom: string; readonly rows: readonly BookRow[] }

/** The open orders of a class, the cheapest first, with exact totals. Expired ones come last: the chain still sells them. */
export function bookOf(snapshot: LedgerSnapshot, classId: string): readonly DenomBook[] {
  const listed = listOrders(snapshot, { classId })
  const orders = [...listed.filter(({ expired }) => !expired), ...listed.filter(({ expired }) => expired)]
  const denoms = [...new Set(orders.map(({ askDenom }) => askDenom))]
  return denoms
    .toSorted((a, b) => Number(b === 'uregen') - Number(a === 'uregen'))
    .map(denom => ({
      denom,
      rows: summed(
        orders.filter(({ askDenom }) => askDenom === denom),
        snapshot,
      ),
    }))
}

function summed(
  orders: readonly PricedOrder[],
  { settings: { feeParams } }: LedgerSnapshot,
): readonly BookRow[] {
  let sumCredits = 0n
  let sumCost: bigint | null = 0n
  return orders.map(order => {
    const { askAmount, askDenom: denom, quantity } = order
    const whole =
      feeParams === 'unknown'
        ? null
        : quoteBuy({ askAmount, quantity: formatCredits(quantity), fees: feeParams, denom }).debit
    sumCredits += quantity
    sumCost = sumCost === null || whole === null ? null : sumCost + whole
    return { ...order, whole, sumCredits, sumCost }
  })
}

/** The ids of all classes, those with orders first. */
export const classesOf = (snapshot: LedgerSnapshot): readonly string[] => {
  const ids = snapshot.creditClasses.map(({ id }) => id)
  const offered = new Set(listOrders(snapshot).map(({ classId }) => classId))
  return [...new Set([...ids.filter(id => offered.has(id)), ...offered, ...ids])]
}
