import { RegenError } from './errors.ts'
import { AMOUNT_MALFORMED, AMOUNT_NEGATIVE, DENOM_MALFORMED } from './errorTable.ts'

/** An amount of one bank denom, in its smallest unit, 0 or more. */
export type Coin = { readonly denom: string; readonly amount: bigint }

/** A coin as a message has it: its amount is decimal text. */
export type WireCoin = { readonly denom: string; readonly amount: string }

/** What the chain's bank module accepts as a denom. */
export const DENOM = /^[a-zA-Z][a-zA-Z0-9/:._-]{2,127}$/

/**
 * One coin; refuses a negative amount and a denom the bank would refuse.
 *
 * @example
 * coin('uregen', 25_000_000n) // { denom: 'uregen', amount: 25000000n }
 */
export function coin(denom: string, amount: bigint): Coin {
  if (!DENOM.test(denom)) throw new RegenError(DENOM_MALFORMED, { input: denom.slice(0, 140) })
  if (amount < 0n) throw new RegenError(AMOUNT_NEGATIVE, { amount })
  return { denom, amount }
}

/**
 * Reads a coin as the chain prints it: '25000000uregen'. Whole smallest units only: '25REGEN' is DENOM_MALFORMED.
 *
 * @example
 * parseCoin('25000000uregen') // { denom: 'uregen', amount: 25000000n }
 */
export function parseCoin(text: string): Coin {
  // Who types REGEN means 1000000uregen, a million times as much as would be counted.
  if (/^\d+regen$/i.test(text)) throw new RegenError(DENOM_MALFORMED, { input: text.slice(0, 80) })
  return decodeCoin(text)
}

/** The same of what a node printed: on a chain a denom may have any name. */
export function decodeCoin(text: string): Coin {
  const match = /^(0|[1-9]\d{0,77})([a-zA-Z].*)$/.exec(text)
  if (!match)
    throw new RegenError(AMOUNT_MALFORMED, {
      input: text.slice(0, 80),
      expected: 'a whole amount and its denom, such as "25000000uregen"',
    })
  const [, amount = '', denom = ''] = match
  return coin(denom, BigInt(amount))
}

/**
 * A coin as the chain prints it: '25000000uregen'.
 *
 * @example
 * formatCoin({ denom: 'uregen', amount: 25_000_000n }) // '25000000uregen'
 */
export const formatCoin = ({ denom, amount }: Coin): string => `${amount}${denom}`

/** One total per denom, sorted by denom, without zeros. Denoms are never added to each other. */
export function sumCoins(coins: readonly Coin[]): readonly Coin[] {
  const [first] = coins
  if (first === undefined) return []
  const { denom: only } = first
  if (coins.every(({ denom }) => denom === only)) {
    const amount = amountOf(coins, only)
    return amount === 0n ? [] : [{ denom: only, amount }]
  }
  const totals = new Map<string, bigint>()
  for (const { denom, amount } of coins) totals.set(denom, (totals.get(denom) ?? 0n) + amount)
  return [...totals]
    .filter(([, amount]) => amount !== 0n)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([denom, amount]) => ({ denom, amount }))
}

/** The amount of one denom; 0 when the list, which is known to be whole, has none. */
export const amountOf = (coins: readonly Coin[], denom: string): bigint =>
  coins.reduce((sum, coin) => (coin.denom === denom ? sum + coin.amount : sum), 0n)
