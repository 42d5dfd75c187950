import { expect, test } from 'vitest'
import {
  M014_V0,
  performanceScore,
  performanceStatus,
} from '../../../src/mechanisms/m014-authority-validator-governance/index.ts'
import { compareRatios, formatRatio, ONE, parseRatio, ratio, ZERO } from '../../../src/primitives/ratio.ts'
import { anyFraction, anyRatio, holds } from '../../support/arbitraries.ts'

test('score = Σ w × x, exact, when all three are measured; it lies between the least and the greatest metric', () => {
  holds(anyFraction, anyFraction, anyFraction, (uptime, governanceParticipation, ecosystemContribution) => {
    const { score, confidence } = performanceScore(
      { uptime, governanceParticipation, ecosystemContribution },
      M014_V0,
    )
    const { num, den } = score ?? { num: -1n, den: 1n }
    const parts = [uptime, governanceParticipation, ecosystemContribution]
    const whole = parts.reduce((product, part) => product * part.den, 10n)
    const [a = ZERO, b = ZERO, c = ZERO] = parts
    const sum = 4n * a.num * b.den * c.den + 3n * b.num * a.den * c.den + 3n * c.num * a.den * b.den
    expect(num * whole).toBe(sum * den)
    expect(confidence).toEqual(ONE)
    const sorted = [...parts].sort(compareRatios)
    expect(compareRatios(sorted[0] ?? ONE, { num, den }) <= 0).toBe(true)
    expect(compareRatios({ num, den }, sorted[2] ?? ZERO) <= 0).toBe(true)
  })
})

test('equal metrics score what they are; floats miss it for 153 of 1,001 thousandths', () => {
  let different = 0
  for (let thousandths = 0n; thousandths <= 1_000n; thousandths++) {
    const x = ratio(thousandths, 1_000n)
    const metrics = { uptime: x, governanceParticipation: x, ecosystemContribution: x }
    expect(performanceScore(metrics, M014_V0).score).toEqual(x)
    const float = Number(thousandths) / 1_000
    if (0.4 * float + 0.3 * float + 0.3 * float !== float) different++
  }
  expect(different).toBe(153)
})

test('a metric above 1 or below 0 is an error that names it', () => {
  holds(anyRatio, x => {
    const score = () => performanceScore({ uptime: x }, M014_V0)
    if (x.num > x.den) expect(score).toThrow(/uptime must lie between 0 and 1.*\[RATIO_OUT_OF_RANGE\]/)
    else expect(score().score).toEqual(x)
  })
  expect(() => performanceScore({ uptime: { num: -1n, den: 2n } }, M014_V0)).toThrow('[RATIO_OUT_OF_RANGE]')
})

test.each([
  [{}, null, '0'],
  [{ uptime: '0.9' }, '0.9', '0.33'],
  [{ governanceParticipation: '0.5', ecosystemContribution: '0.25' }, '0.375', '0.67'],
  [{ uptime: '0.9', governanceParticipation: '0.5' }, '51/70', '0.67'],
])('%o scores %s with confidence %s', (metrics, score, confidence) => {
  const measured = Object.fromEntries(Object.entries(metrics).map(([name, text]) => [name, parseRatio(text)]))
  const result = performanceScore(measured, M014_V0)
  expect(result.score && formatRatio(result.score)).toBe(score)
  expect(formatRatio(result.confidence)).toBe(confidence)
})

test('a metric without a weight does not count', () => {
  const weights = { uptime: ONE, blocks: ZERO }
  expect(performanceScore({ blocks: ONE, ecosystemContribution: ONE }, { ...M014_V0, weights })).toEqual({
    score: null,
    confidence: ratio(1n, 2n),
  })
})

test('names of a prototype are no metrics', () => {
  const weights = JSON.parse('{"constructor":0,"__proto__":0}') as object
  const named = Object.fromEntries(Object.keys(weights).map(name => [name, ratio(1n, 2n)]))
  expect(performanceScore({}, { ...M014_V0, weights: named }).score).toBeNull()
})

test('performance is below threshold when uptime < 99.5 %; not measured is neither', () => {
  expect(performanceStatus(parseRatio('0.995'), M014_V0)).toBe('met')
  expect(performanceStatus(parseRatio('0.994999999999999999'), M014_V0)).toBe('below')
  expect(performanceStatus(ZERO, M014_V0)).toBe('below')
  expect(performanceStatus(null, M014_V0)).toBe('unknown')
  expect(performanceStatus(undefined, M014_V0)).toBe('unknown')
})
