import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { sharesAt } from '../../../src/mechanisms/m013-value-based-fee-routing/sharesAt.ts'
import { parsePolicy } from '../../../src/policy/policy.ts'
import { compareRatios, formatRatio, isOne, sumRatios } from '../../../src/primitives/ratio.ts'
import { type Uregen, uregen } from '../../../src/primitives/uregen.ts'
import { anyUregen, holds } from '../../support/arbitraries.ts'

const dynamic = (...points: readonly (readonly [revenue: string, share: string])[]) =>
  parsePolicy({
    m013: { burnShare: { kind: 'dynamic', points: points.map(([revenue, share]) => ({ revenue, share })) } },
  }).m013

const falling = dynamic(['100', '0.30'], ['300', '0.10'], ['400', '0.05'])

test.each([
  [0n, '0.3'],
  [100n, '0.3'],
  [150n, '0.25'],
  [300n, '0.1'],
  [301n, '0.0995'],
  [400n, '0.05'],
  [10n ** 30n, '0.05'],
])(
  'OQ-M013-5: at a revenue of %s the burn share is %s, linear between the points and level outside',
  (revenue, burn) => {
    expect(formatRatio(sharesAt(falling, uregen(revenue)).burn)).toBe(burn)
  },
)

test('the other shares keep their proportions: 40/25/5 of what is not burned', () => {
  expect(Object.values(sharesAt(falling, uregen(200n))).map(formatRatio)).toEqual([
    '0.2',
    '16/35',
    '2/7',
    '2/35',
  ])
  expect(sharesAt(dynamic(['0', '0.30']), uregen(5n))).toEqual(parsePolicy({}).m013.shares)
})

test('a burn of everything leaves nothing to the others', () => {
  expect(Object.values(sharesAt(dynamic(['0', '1']), uregen(0n))).map(formatRatio)).toEqual([
    '1',
    '0',
    '0',
    '0',
  ])
})

test('invariant 2, Share Sum Unity: at every revenue', () => {
  const anyPoints = fc.uniqueArray(fc.tuple(anyUregen, fc.nat(1000)), {
    minLength: 1,
    maxLength: 8,
    selector: ([revenue]) => revenue,
  })
  holds(anyPoints, anyUregen, (points, revenue) => {
    const sorted = [...points].sort(([a], [b]) => (a < b ? -1 : 1))
    const m013 = dynamic(...sorted.map(([at, share]) => [at.toString(), (share / 1000).toFixed(3)] as const))
    const shares = sharesAt(m013, revenue as Uregen)
    expect(isOne(sumRatios(...Object.values(shares)))).toBe(true)
    for (const share of Object.values(shares))
      expect(compareRatios(share, { num: 1n, den: 1n }) <= 0 && share.num >= 0n).toBe(true)
  })
})
