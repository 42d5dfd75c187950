import { formatCredits } from '../primitives/credits.ts'
import type { FilledOrder } from './fill.ts'
import type { Retirement } from './fillInput.ts'

/** One purchase as MsgBuyDirect has it: the ask is the bid, and the fee that is due is the most that may be taken. */
export const marketplaceOrder = (
  { sellOrderId, quantity, denom, askAmount, maxFee }: FilledOrder,
  retire: Retirement | null,
) => ({
  sellOrderId,
  quantity: formatCredits(quantity),
  bidPrice: { denom, amount: askAmount.toString() },
  disableAutoRetire: retire === null,
  retirementJurisdiction: retire?.jurisdiction ?? '',
  retirementReason: retire?.reason ?? '',
  ...(maxFee.amount > 0n && { maxFeeAmount: { denom, amount: maxFee.amount.toString() } }),
})
