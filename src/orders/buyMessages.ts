import { msgBuyDirect } from '../messages/marketplace/msgBuyDirect.ts'
import type { Message } from '../messages/message.ts'
import { formatCredits } from '../primitives/credits.ts'
import type { FilledOrder } from './fill.ts'
import type { Retirement } from './fillInput.ts'

/** Gas of a purchase as recorded on a v7 node, rounded up: of the message, and of each order with fees. */
const GAS = { message: 80_000n, order: 72_000n } as const

/** What so many orders in one message use of gas, about. */
export const gasOf = (orders: number): bigint => GAS.message + GAS.order * BigInt(orders)

/** The purchases as messages, in the order in which they were computed. Each message is whole or not at all: one order that has moved fails all of its own. */
export function buyMessages(
  buyer: string,
  purchases: readonly FilledOrder[],
  retire: Retirement | null,
  gasPerMessage: bigint,
): readonly Message[] {
  const fitting = (gasPerMessage - GAS.message) / GAS.order
  const size = fitting < 1n ? 1 : parseInt(fitting.toString(), 10)
  const messages: Message[] = []
  for (let start = 0; start < purchases.length; start += size)
    messages.push(
      msgBuyDirect({
        buyer,
        orders: purchases.slice(start, start + size).map(purchase => marketplaceOrder(purchase, retire)),
      }),
    )
  return messages
}

/** One purchase as MsgBuyDirect has it: the ask is the bid, and the fee that is due is the most that may be taken. */
const marketplaceOrder = (
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
