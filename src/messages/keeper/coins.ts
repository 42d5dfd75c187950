import type { Coin, WireCoin } from '../../primitives/coin.ts'
import { sanitize } from '../../primitives/sanitize.ts'
import { coinAmount } from '../fields/numbers.ts'
import { rule } from '../fields/rules.ts'
import type { CoinMovement, Ledger } from '../ledger.ts'
import { shortList } from './credits.ts'

/** Refuses a list of coins that is not sorted by denom, or names one twice, as the bank does. */
export const sortedCoins = /* @__PURE__ */ rule<readonly WireCoin[]>('coins', coins =>
  coins.every(({ denom }, index) => index === 0 || (coins[index - 1]?.denom ?? '') < denom)
    ? null
    : 'coins must be sorted by denom, each denom once',
)

/** Moves each coin of a list from one account to another, after asking that the payer holds it. */
export function pay(
  kind: CoinMovement['kind'],
  { from, to, coins }: { from: string; to: string; coins: readonly WireCoin[] },
  ledger: Ledger,
): void {
  for (const { denom, amount } of coins) {
    const coin: Coin = { denom, amount: coinAmount(amount) ?? 0n }
    ledger.requireBalance(from, coin)
    ledger.moveCoins({ kind, from, to, ...coin })
  }
}

/** '5uregen and 3uusdc', for sentences. */
export const listCoins = (coins: readonly WireCoin[]): string =>
  shortList(coins.map(({ amount, denom }) => sanitize(amount + denom))) || 'nothing'
