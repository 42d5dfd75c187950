import type { CreditMovement } from '../../messages/ledger.ts'
import type { Credits } from '../../primitives/credits.ts'
import type { Tables } from './tables.ts'

/** Credits that go into or out of a basket change what it holds. */
export function moveInBasket({ from, to, batchDenom, amount }: CreditMovement, tables: Tables): void {
  for (const [side, change] of [
    [from, -amount],
    [to, amount],
  ] as const) {
    if (side === null || !('basket' in side)) continue
    const basket = tables.find('basket', side.basket)
    if (basket === 'absent' || basket === 'unknown' || basket.balances === null) continue
    const others = basket.balances.filter(balance => balance.batchDenom !== batchDenom)
    const held = basket.balances.find(balance => balance.batchDenom === batchDenom)?.amount ?? 0n
    const left = (held + change) as Credits
    tables.set('basket', side.basket, {
      ...basket,
      balances: left > 0n ? [...others, { batchDenom, amount: left }] : others,
    })
  }
}
