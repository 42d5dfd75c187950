import { parseTypedCoin } from '../../../src/cli/input/parseTypedCoin.ts'
import type { Fill } from '../../../src/orders/fill.ts'
import { fillOrders } from '../../../src/orders/fillOrders.ts'
import type { LedgerSnapshot } from '../../../src/preview/snapshot.ts'
import { parseCredits } from '../../../src/primitives/credits.ts'
import { displayName } from './displayName.ts'
import type { Wanted } from './wanted.ts'

/** The orders that somebody who wants this would buy from. */
export function fillBook(
  snapshot: LedgerSnapshot,
  classId: string,
  { by, amount, denom, buyer, retire }: Wanted,
): Fill {
  const { allowedDenoms } = snapshot.settings
  const denoms = allowedDenoms === 'unknown' ? [] : allowedDenoms
  const what =
    by === 'quantity'
      ? { quantity: parseCredits(amount) }
      : { budget: parseTypedCoin(`${amount}${displayName(denom, denoms)}`, 'the budget', denoms) }
  const given = { book: snapshot, buyer, classId, denoms: [denom], ...what }
  return fillOrders(retire === '' ? given : { ...given, retire })
}
