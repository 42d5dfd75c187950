import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dropOutliers, type TradeSample } from '../../src/mechanisms/m013-value-based-fee-routing/index.ts'
import { deviationOf, hundredths } from '../../src/monitor/deviation.ts'
import { CREDIT, type Credits } from '../../src/primitives/credits.ts'
import { compareRatios, ratio } from '../../src/primitives/ratio.ts'
import { RUNS } from '../support/runs.ts'

/** The deviation of a price is the one by which M013 leaves outliers out of an average. */

const trades = fc.array(
  fc.record({ quantity: fc.bigInt({ min: 1n, max: 9n }), payment: fc.bigInt({ min: 1n, max: 60n }) }).map(
    ({ quantity, payment }): TradeSample => ({
      classId: 'C01',
      denom: 'uregen',
      time: 0n,
      quantity: quantity as Credits,
      payment,
    }),
  ),
  { minLength: 5, maxLength: 12 },
)

test('a trade is beyond three standard deviations exactly where dropOutliers drops it', () => {
  const priceOf = ({ quantity, payment }: TradeSample) => ratio(payment * CREDIT, quantity)
  fc.assert(
    fc.property(trades, samples => {
      const beyond = samples.filter((trade, index) => {
        const others = samples.filter((_, other) => other !== index).map(priceOf)
        const { squared, isOff } = deviationOf(priceOf(trade), others)
        return isOff || (squared !== null && compareRatios(squared, ratio(9n)) > 0)
      })
      expect(samples.filter(trade => !dropOutliers(samples).includes(trade))).toEqual(beyond)
    }),
    { numRuns: RUNS },
  )
})

test('hundredths of z are cut, never rounded up', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 30n }),
      fc.bigInt({ min: 1n, max: 10n ** 12n }),
      (num, den) => {
        const { num: n, den: d } = hundredths(ratio(num, den))
        const z = (n * 100n) / d
        expect(z * z * den <= num * 10_000n && (z + 1n) * (z + 1n) * den > num * 10_000n - den).toBe(true)
      },
    ),
    { numRuns: RUNS },
  )
})
