import type { RecordedEvent } from '../recordings.ts'
import { attribute } from './events.ts'
import type { LedgerState } from './state.ts'

/** Moves coins as the bank's events say: fees, payments, burns, deposits. A failed transaction has those of its fee. */
export function applyCoins(events: readonly RecordedEvent[], state: LedgerState): void {
  for (const event of events) {
    if (event.type === 'coin_spent')
      addCoins(state, attribute(event, 'spender'), attribute(event, 'amount'), -1n)
    if (event.type === 'coin_received')
      addCoins(state, attribute(event, 'receiver'), attribute(event, 'amount'), 1n)
  }
}

/** Adds '25000000uregen,7eco.uC.NCT', or takes it away. */
export function addCoins(state: LedgerState, address: string, coins: string, sign: 1n | -1n): void {
  const held = state.coins.get(address) ?? new Map<string, bigint>()
  state.coins.set(address, held)
  for (const [, amount = '', denom = ''] of coins.matchAll(/(\d+)([^,]+)/g))
    held.set(denom, (held.get(denom) ?? 0n) + sign * BigInt(amount))
}
