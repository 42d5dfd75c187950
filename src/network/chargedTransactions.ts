import type { ChargedTransaction } from '../epoch/inputs/epochInputs.ts'
import { type Facilitator, purchaseValue } from '../mechanisms/m015-contribution-weighted-rewards/activity.ts'
import type { LedgerActivity, OnChain } from '../node/history/activity.ts'
import type { Memos } from '../node/read/history.ts'
import type { Worth } from '../node/read/rewardActivities.ts'
import { CREDIT, type Credits } from '../primitives/credits.ts'
import { mulRatio, type Ratio, ratio } from '../primitives/ratio.ts'
import { facilitatorOf, type Platforms } from './facilitator.ts'

/** What M013 would have charged in some blocks, and what it could not have valued. */
export type ChargedHistory = {
  readonly transactions: readonly ChargedTransaction[]
  /** Acts that would be charged, without a price of their class or a rate of their denom. */
  readonly unvalued: readonly LedgerActivity[]
}

/** Events do not tell who issued. Sums of fees do not need it. */
const ISSUER_NOT_TOLD = 'the issuer'

/**
 * Acts on the ledger as M013's default readings charge them.
 *
 *     purchase     MarketplaceTrade    quantity × ask, in the denom it was paid in
 *     send         CreditTransfer      tradable credits × price of the class
 *     retirement   CreditRetirement    credits × price; not out of a basket; paid by who gives them, credited to whom they are retired for
 *     issuance     CreditIssuance      tradable and retired together × price; not what came over a bridge
 *
 * A platform is whom the memo of the transaction names (`facilitatorOf`).
 *
 * @see SPEC M013, Fee Schedule
 *
 * @example
 * const { activity } = await readActivityBetween(chain, { from: 100n, to: 200n })
 * const { transactions } = toChargedTransactions(activity, { rates: {}, priceOf: () => null })
 */
export function toChargedTransactions(
  activity: readonly LedgerActivity[],
  worth: Worth,
  { memos = {}, platforms = new Set() }: { memos?: Memos; platforms?: Platforms } = {},
): ChargedHistory {
  const unvalued: LedgerActivity[] = []
  const transactions = activity.flatMap((item): readonly ChargedTransaction[] => {
    const charge = chargeOf(item, worth, facilitatorOf(memos[item.txHash], platforms))
    if (charge === null) return []
    if (charge.value === null) {
      unvalued.push(item)
      return []
    }
    return [{ ...placeOf(item), ...charge, value: charge.value }]
  })
  return { transactions, unvalued }
}

type Charge = Pick<ChargedTransaction, 'payer' | 'txType' | 'denom' | 'credited'> & {
  readonly value: Ratio | null
}

function chargeOf(item: LedgerActivity, worth: Worth, facilitator: Facilitator | null): Charge | null {
  const ofCredits = (classId: string, credits: Credits): Pick<Charge, 'denom' | 'value'> => {
    const price = worth.priceOf(classId, item.time)
    return { denom: 'uregen', value: price && mulRatio(ratio(credits, CREDIT), price) }
  }
  if (item.kind === 'purchase') {
    const { buyer: payer, seller, denom, quantity, payment, retirement } = item
    const { ask, atLeast } = payment
    const known = denom === 'uregen' || Object.hasOwn(worth.rates, denom)
    const paid = ask === null ? ratio(atLeast) : purchaseValue(quantity, ask)
    const credited = {
      kind: 'purchase',
      seller,
      autoRetired: retirement !== null,
      retirementValue: retirement === null ? null : ofCredits(item.classId, quantity).value,
      facilitator,
    } as const
    return { payer, txType: 'MarketplaceTrade', denom, value: known ? paid : null, credited }
  }
  if (item.kind === 'send')
    return item.amount === 0n
      ? null
      : {
          payer: item.sender,
          txType: 'CreditTransfer',
          ...ofCredits(item.classId, item.amount),
          credited: null,
        }
  if (item.kind === 'retirement')
    return item.by === 'basket'
      ? null
      : {
          payer: item.from,
          txType: 'CreditRetirement',
          ...ofCredits(item.classId, item.amount),
          credited: { kind: 'retirement', retirer: item.owner, facilitator },
        }
  if (item.kind === 'issuance' && !item.bridged) {
    const issued = (item.tradable + item.retired) as Credits
    return {
      payer: ISSUER_NOT_TOLD,
      txType: 'CreditIssuance',
      ...ofCredits(item.classId, issued),
      credited: null,
    }
  }
  return null
}

const placeOf = ({ txHash, messageIndex, part, time, height }: OnChain) => ({
  txHash,
  messageIndex,
  part,
  time,
  height,
})
