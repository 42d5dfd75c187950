import { escrowed, retired, tradable } from '../../../messages/keeper/credits.ts'
import type { CreditMovement } from '../../../messages/ledger.ts'
import type { CreditAct } from './creditActs.ts'

/** An act before its movements are worked out. */
export type BareAct = CreditAct extends infer Act
  ? Act extends CreditAct
    ? Omit<Act, 'movements'>
    : never
  : never

type Side = CreditMovement['from']

/** Where credits of an act come from, and to whom they go. */
const SIDES: {
  readonly [Kind in BareAct['kind']]: (act: Extract<BareAct, { kind: Kind }>) => {
    readonly from: Side
    readonly to: string | null
    /** Instead of an account: a basket. */
    readonly into?: Side
  }
} = {
  issue: ({ recipient }) => ({ from: null, to: recipient }),
  transfer: ({ sender, recipient }) => ({ from: tradable(sender), to: recipient }),
  buy: ({ seller, buyer }) => ({ from: escrowed(seller), to: buyer }),
  put: ({ owner, basketDenom }) => ({ from: tradable(owner), to: null, into: { basket: basketDenom } }),
  take: ({ owner, basketDenom }) => ({ from: { basket: basketDenom }, to: owner }),
  retire: ({ owner }) => ({ from: tradable(owner), to: owner }),
  cancel: ({ owner }) => ({ from: tradable(owner), to: null }),
}

/** The movements a preview lists for the same act: tradable credits first, nothing for an amount of zero. */
export function movementsOf(act: BareAct): readonly CreditMovement[] {
  const { kind, batchDenom } = act
  const { from, to, into = null } = (SIDES[kind] as (act: BareAct) => ReturnType<(typeof SIDES)['put']>)(act)
  const amounts =
    act.kind === 'cancel'
      ? [{ to: null, amount: act.amount }]
      : [
          { to: to === null ? into : tradable(to), amount: act.tradable },
          { to: to === null ? into : retired(to), amount: act.retired },
        ]
  return amounts
    .filter(({ amount }) => amount > 0n)
    .map(({ to, amount }) => ({ kind, from, to, batchDenom, amount }))
}
