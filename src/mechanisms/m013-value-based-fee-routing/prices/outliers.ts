import { overOneDenominator } from '../../../primitives/ratio.ts'
import type { TradeSample } from './prices.ts'

const MIN_SAMPLES = 5

/**
 * Drops each trade whose price is more than three standard deviations from the mean of the other prices; of fewer than five trades, none.
 *
 *     drop p when  (p − mean)² > 9 × variance        mean and variance of the other prices
 *
 * Compared without a root or a division: with n others, sum s and sum of squares q it is (n·p − s)² > 9·(n·q − s²). Exact: all
 * prices are brought to one denominator, the least common multiple of the quantities.
 *
 * @example
 * const trades = [10n, 11n, 10n, 12n, 11n, 900n].map(payment => ({
 *   classId: 'C01',
 *   denom: 'uregen',
 *   time: 0n,
 *   quantity: parseCredits('1'),
 *   payment,
 * }))
 * dropOutliers(trades).map(({ payment }) => payment) // [ 10n, 11n, 10n, 12n, 11n ]
 */
export function dropOutliers(trades: readonly TradeSample[]): readonly TradeSample[] {
  if (trades.length < MIN_SAMPLES) return trades
  const { parts: prices } = overOneDenominator(
    trades.map(({ payment, quantity }) => ({ num: payment, den: quantity })),
  )
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
