import type { ChargedTransaction } from '../../epoch/inputs/epochInputs.ts'
import {
  type ChargeRules,
  chargedAs,
  chargesOfSend,
} from '../../mechanisms/m013-value-based-fee-routing/chargedAs.ts'
import type { TxType } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import {
  type Facilitator,
  purchaseValue,
} from '../../mechanisms/m015-contribution-weighted-rewards/activity.ts'
import type { LedgerActivity, OnChain, Send } from '../../node/history/activity.ts'
import type { Memos } from '../../node/read/history.ts'
import type { Worth } from '../../node/read/rewardActivities.ts'
import { DEFAULT_POLICY } from '../../policy/generated/defaultPolicy.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { CREDIT, type Credits } from '../../primitives/credits.ts'
import { mulRatio, type Ratio, ratio, ZERO } from '../../primitives/ratio.ts'
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
 * Acts on the ledger as M013 charges them under a policy.
 *
 *     purchase     MarketplaceTrade    quantity × ask, in the denom it was paid in
 *     send         CreditTransfer      tradable credits × price of the class; what it retires by the knob sendWithRetire
 *     retirement   CreditRetirement    credits × price; paid by who gives them, credited to whom they are retired for
 *     issuance     CreditIssuance      tradable and retired together × price; what came over a bridge by the knob bridgeReceive
 *     baskets, credits that leave over a bridge: by the knobs basket and bridge
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
  {
    memos = {},
    platforms = new Set(),
    policy = DEFAULT_POLICY,
  }: { memos?: Memos; platforms?: Platforms; policy?: Pick<PolicyConfig, 'm013'> } = {},
): ChargedHistory {
  const unvalued: LedgerActivity[] = []
  const transactions = chargedSends(activity, policy.m013).flatMap((item): readonly ChargedTransaction[] => {
    const charge = chargeOf(item, worth, policy.m013, facilitatorOf(memos[item.txHash], platforms))
    if (charge === null) return []
    if (charge.value === null) {
      unvalued.push(item)
      return []
    }
    return [{ ...placeOf(item), ...charge, value: charge.value }]
  })
  return { transactions, unvalued }
}

/** Each entry of a send as the acts that it is charged as: its tradable and its retired credits stand one after the other. */
function chargedSends(activity: readonly LedgerActivity[], rules: ChargeRules): readonly LedgerActivity[] {
  return activity.flatMap((item, index): readonly LedgerActivity[] => {
    if (item.kind === 'send' && isRetiredPart(activity[index + 1], item)) return []
    if (item.kind !== 'retirement' || item.by !== 'send') return [item]
    const before = activity[index - 1]
    const sent = before?.kind === 'send' && isRetiredPart(item, before) ? before : null
    const amounts = { tradable: sent?.amount ?? (0n as Credits), retired: item.amount }
    const { owner: recipient, from: sender } = item
    return chargesOfSend(amounts, rules).map(({ txType, credits: amount }) =>
      txType === 'CreditTransfer'
        ? { ...item, kind: 'send', sender, recipient, ...sent, amount }
        : { ...item, amount },
    )
  })
}

/** Whether an act is what a send retires on arrival: the part after it, of the same entry. */
const isRetiredPart = (act: LedgerActivity | undefined, send: Send): boolean =>
  act?.kind === 'retirement' &&
  act.by === 'send' &&
  act.txHash === send.txHash &&
  act.messageIndex === send.messageIndex &&
  act.part === send.part + 1 &&
  act.batchDenom === send.batchDenom

type Charge = Pick<ChargedTransaction, 'payer' | 'txType' | 'denom' | 'credited'> & {
  readonly value: Ratio | null
}

type Amounts = { readonly classId: string; readonly amount: Credits }

function chargeOf(
  item: LedgerActivity,
  worth: Worth,
  rules: ChargeRules,
  facilitator: Facilitator | null,
): Charge | null {
  const ofCredits = (classId: string, credits: Credits): Pick<Charge, 'denom' | 'value'> => {
    // Nothing of anything is worth nothing; no price is needed to know that.
    const price = credits === 0n ? ZERO : worth.priceOf(classId, item.time)
    return { denom: 'uregen', value: price && mulRatio(ratio(credits, CREDIT), price) }
  }
  const charged = (txType: TxType | null, payer: string, { classId, amount }: Amounts): Charge | null =>
    txType && { payer, txType, ...ofCredits(classId, amount), credited: null }
  switch (item.kind) {
    case 'purchase': {
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
    case 'send':
      return charged('CreditTransfer', item.sender, item)
    case 'retirement': {
      const act = item.by === 'basket' ? 'basket take and retire' : 'retirement'
      const charge = charged(chargedAs(act, rules), item.from, item)
      return charge && { ...charge, credited: { kind: 'retirement', retirer: item.owner, facilitator } }
    }
    case 'issuance': {
      const act = item.bridged ? 'bridge receive' : 'issuance'
      const amount = (item.tradable + item.retired) as Credits
      return charged(chargedAs(act, rules), ISSUER_NOT_TOLD, { ...item, amount })
    }
    case 'basket put':
    case 'basket take':
      return charged(chargedAs(item.kind, rules), item.owner, item)
    case 'cancellation':
      return item.bridgedTo === null ? null : charged(chargedAs('bridge', rules), item.owner, item)
    default:
      return null
  }
}

const placeOf = ({ txHash, messageIndex, part, time, height }: OnChain) => ({
  txHash,
  messageIndex,
  part,
  time,
  height,
})
