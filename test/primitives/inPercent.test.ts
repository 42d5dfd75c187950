import { expect, test } from 'vitest'
import { inPercent } from '../../src/primitives/inPercent.ts'
import { parseRatio, ratio } from '../../src/primitives/ratio.ts'

test.each([
  [parseRatio('0.3'), '30'],
  [parseRatio('0.005'), '0.5'],
  [ratio(1n), '100'],
  [ratio(0n), '0'],
  [ratio(1n, 3n), '33.333333…'],
])('%o in percent', (share, text) => {
  expect(inPercent(share)).toBe(text)
})
