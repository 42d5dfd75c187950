import type { TradeSample } from './valuation.ts'

/** Prices are compared on this grid: 10^-12 of the denom's smallest unit for a whole credit. */
const GRID = 1_000_000_000_000n

const LEAST_SAMPLES = 5

/**
 * Drops each trade whose price lies beyond three standard deviations of the others; with fewer than five, none.
 *
 *     drop p when  (p − mean)² > 9 × variance        mean and variance of the other prices
 *
 * Compared without a root or a division: with n others, sum s and sum of squares q it is (n·p − s)² > 9·(n·q − s²).
 */
export function dropOutliers(trades: readonly TradeSample[]): readonly TradeSample[] {
  if (trades.length < LEAST_SAMPLES) return trades
  const prices = trades.map(({ payment, quantity }) => (payment * 1_000_000n * GRID) / quantity)
  const sum = prices.reduce((total, price) => total + price, 0n)
  const squares = prices.reduce((total, price) => total + price * price, 0n)
  const others = BigInt(prices.length - 1)
  return trades.filter((_, index) => {
    const price = prices[index] ?? 0n
    const s = sum - price
    const distance = others * price - s
    return distance * distance <= 9n * (others * (squares - price * price) - s * s)
  })
}
