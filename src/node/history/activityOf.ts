import { classOf } from '../../messages/fields/identifiers.ts'
import type { Credits } from '../../primitives/credits.ts'
import type { ActOf, CreditAct } from '../events/credits/creditActs.ts'
import type { LedgerActivity, OnChain } from './activity.ts'
import { paymentOf } from './paymentOf.ts'

/** An activity before it is known where it stands. */
export type BareActivity = LedgerActivity extends infer Activity
  ? Activity extends LedgerActivity
    ? Omit<Activity, keyof OnChain>
    : never
  : never

/** What an act counts as; null takes a part’s number, and is nothing. */
export type Counted = readonly (BareActivity | null)[]

/** What each kind of act counts as. Each credit is counted in one activity only. */
const COUNT_AS: { readonly [Kind in CreditAct['kind']]: (act: ActOf<Kind>) => Counted } = {
  issue: ({ recipient, tradable, retired, retirement, bridged, ...act }) => [
    { kind: 'issuance', ...batchOf(act), recipient, tradable, retired, retirement, bridged },
  ],
  transfer: ({ sender, recipient, tradable, ...act }) => {
    const retirement = retirementOf(act, recipient, 'send', sender)
    // A send of nothing is a send all the same: the chain accepts it.
    const send =
      retirement.length > 0 && tradable === 0n
        ? null
        : ({ kind: 'send', ...batchOf(act), sender, recipient, amount: tradable } as const)
    return [send, ...retirement]
  },
  buy({ buyer, seller, filled, tradable, retired, retirement, ...act }) {
    const quantity = (tradable + retired) as Credits
    const { denom, ...payment } = paymentOf(filled, { buyer, seller, quantity })
    return [
      {
        kind: 'purchase',
        ...batchOf(act),
        buyer,
        seller,
        orderId: filled.orderId,
        quantity,
        denom,
        payment,
        buyerFee: filled.buyerFee.amount,
        sellerFee: filled.sellerFee.amount,
        retirement,
      },
    ]
  },
  put: ({ owner, basketDenom, tradable, ...act }) => [
    { kind: 'basket put', ...batchOf(act), owner, basketDenom, amount: tradable },
  ],
  take: ({ owner, basketDenom, tradable, ...act }) => [
    ...(tradable > 0n
      ? [{ kind: 'basket take' as const, ...batchOf(act), owner, basketDenom, amount: tradable }]
      : []),
    ...retirementOf(act, owner, 'basket', owner),
  ],
  retire: ({ owner, ...act }) => retirementOf(act, owner, 'owner', owner),
  cancel: ({ owner, amount, reason, bridgedTo, ...act }) => [
    { kind: 'cancellation', ...batchOf(act), owner, amount, reason, bridgedTo },
  ],
}

export const activityOf = (act: CreditAct): Counted =>
  (COUNT_AS[act.kind] as (act: CreditAct) => Counted)(act)

const batchOf = ({ batchDenom }: Pick<CreditAct, 'batchDenom'>) => ({
  classId: classOf(batchDenom),
  batchDenom,
})

const retirementOf = (
  { retired, retirement, ...act }: Pick<CreditAct, 'retired' | 'retirement' | 'batchDenom'>,
  owner: string,
  by: 'owner' | 'send' | 'basket',
  from: string,
): readonly BareActivity[] =>
  retired === 0n
    ? []
    : [
        {
          kind: 'retirement',
          ...batchOf(act),
          owner,
          amount: retired,
          by,
          from,
          jurisdiction: retirement?.jurisdiction ?? '',
          reason: retirement?.reason ?? '',
        },
      ]
