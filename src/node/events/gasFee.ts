import type { Coin } from '../../primitives/coin.ts'
import { type AbciEvent, attributeOf } from './abciEvent.ts'
import { parseCoins } from './bankEvents.ts'

/** What was paid for gas, and by whom: the signer, the named fee payer, or the granter of a fee grant. */
export type GasFee = { readonly payer: string; readonly coins: readonly Coin[]; readonly position: number }

/** The gas fee of a transaction; null when none was taken, because it never reached a block. */
export function decodeGasFee(events: readonly AbciEvent[]): GasFee | null {
  const position = events.findIndex(event => event.type === 'tx' && attributeOf(event, 'fee') !== undefined)
  const event = events[position]
  if (event === undefined) return null
  const coins = parseCoins(attributeOf(event, 'fee') ?? '')
  const payer = attributeOf(event, 'fee_payer')
  return coins === null || payer === undefined ? null : { payer, coins, position }
}
