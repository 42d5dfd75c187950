import { CREDIT, type Credits } from '../../primitives/credits.ts'
import type { FilledOrder } from '../events/credits/creditActs.ts'
import type { Payment } from './activity.ts'

/** What a filled order cost, from what the bank moved and what the event says of the fees. */
export function paymentOf(
  { payments, sellerFee }: Pick<FilledOrder, 'payments' | 'sellerFee'>,
  { buyer, seller, quantity }: { buyer: string; seller: string; quantity: Credits },
): Payment & { readonly denom: string } {
  const received = payments.findLast(({ from, to }) => from === buyer && to === seller)
  const denom = received?.coins[0]?.denom ?? sellerFee.denom
  const sellerReceives = received?.coins[0]?.amount ?? 0n
  const atLeast = sellerReceives + sellerFee.amount
  // Any fee, even of a fraction of a unit, makes a second movement; without one the only cut is that of the payment.
  const isFree = sellerFee.amount === 0n && payments.length === 1
  const below = atLeast + (isFree ? 1n : 2n)
  return { sellerReceives, atLeast, below, ask: askBetween(atLeast, below, quantity), denom }
}

/** The only whole price per credit with atLeast ≤ price × quantity < below; null when there is none or several. */
function askBetween(atLeast: bigint, below: bigint, quantity: Credits): bigint | null {
  if (quantity === 0n) return null
  const ceilDiv = (a: bigint) => (a + quantity - 1n) / quantity
  const least = ceilDiv(atLeast * CREDIT)
  const first = least > 0n ? least : 1n
  return first === ceilDiv(below * CREDIT) - 1n ? first : null
}
