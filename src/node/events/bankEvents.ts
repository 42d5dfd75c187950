import { type Coin, DENOM } from '../../primitives/coin.ts'
import { type AbciEvent, attributeOf, type Located, locate, type Oddity } from './abciEvent.ts'

/** Coins from one account to another; from nobody when they are minted, to nobody when they are burned. */
export type BankMovement = Located & {
  readonly from: string | null
  readonly to: string | null
  /** Several when they moved together; none for a movement of nothing, which the chain reports too. */
  readonly coins: readonly Coin[]
}

/**
 * What the bank took from an account or gave to it. Says the same as the movements, except where a module moves coins
 * without a transfer event, as a delegation does.
 */
export type BalanceChange = Located & {
  readonly account: string
  readonly sign: 1n | -1n
  readonly coins: readonly Coin[]
}

/** Who pays and who is paid, by event type; null for nobody. */
const MOVEMENTS: { readonly [type: string]: { readonly from: string | null; readonly to: string | null } } = {
  transfer: { from: 'sender', to: 'recipient' },
  burn: { from: 'burner', to: null },
  coinbase: { from: null, to: 'minter' },
}

const CHANGES: { readonly [type: string]: { readonly account: string; readonly sign: 1n | -1n } } = {
  coin_spent: { account: 'spender', sign: -1n },
  coin_received: { account: 'receiver', sign: 1n },
}

/** One event of the bank; null when the event is none. */
export function decodeBankEvent(
  event: AbciEvent,
  position: number,
): { movement: BankMovement } | { change: BalanceChange } | Oddity | null {
  const { type } = event
  const sides = Object.hasOwn(MOVEMENTS, type) ? MOVEMENTS[type] : undefined
  const change = Object.hasOwn(CHANGES, type) ? CHANGES[type] : undefined
  if (sides === undefined && change === undefined) return null
  const at = locate(event, position)
  const malformed = (problem: string): Oddity => ({ ...at, type, kind: 'malformed', problem })
  const text = attributeOf(event, 'amount')
  const coins = text === undefined ? null : parseCoins(text)
  if (coins === null) return malformed(`amount is not as expected: ${text?.slice(0, 120) ?? 'missing'}`)
  const names = sides ? [sides.from, sides.to] : [change?.account ?? null]
  const accounts = names.map(name => (name === null ? null : attributeOf(event, name)))
  const lacking = names.find((_, index) => accounts[index] === undefined)
  if (lacking !== undefined) return malformed(`${lacking} is missing`)
  const [first = null, second = null] = accounts
  if (sides) return { movement: { ...at, from: first, to: second, coins } }
  return { change: { ...at, account: first ?? '', sign: change?.sign ?? 1n, coins } }
}

/** '5uregen,3uusdc' → coins; '' → none. Null for anything else. */
export function parseCoins(text: string): readonly Coin[] | null {
  if (text === '') return []
  const coins = text.split(',').map((part): Coin | null => {
    const [, amount = '', denom = ''] = /^(\d{1,78})(.+)$/.exec(part) ?? []
    return DENOM.test(denom) ? { denom, amount: BigInt(amount) } : null
  })
  return coins.every(coin => coin !== null) ? coins : null
}
