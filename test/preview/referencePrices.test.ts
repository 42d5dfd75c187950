import { expect, test } from 'vitest'
import { previewFees } from '../../src/index.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import { parseReferencePrices, withReferencePrices } from '../../src/preview/input/referencePrices.ts'
import { retire, SMALL } from '../support/snapshots.ts'

/** OQ-M013-2 B and C: reference prices per credit type and per class, stated beside the snapshot. */

const message = [retire()]
const CLASS = 'C01'
const TYPE = SMALL.creditClasses.find(({ id }) => id === CLASS)?.creditType ?? ''
const only = (source: string) =>
  parsePolicy({ m013: { valuation: [{ source, maxAgeDays: 7, leastSamples: 1 }] } })

const priceOf = (json: unknown, source = 'governance-reference') => {
  const snapshot = withReferencePrices(SMALL, parseReferencePrices(json))
  const [part] =
    previewFees({ messages: message, snapshot, policy: only(source) }).messages[0]?.proposed.parts ?? []
  return part?.valuation.price?.num ?? null
}

test('a class without a price of its own has that of its credit type; its own comes first', () => {
  expect(priceOf({ types: { [TYPE]: '20000000uregen' } })).toBe(20_000_000n)
  expect(priceOf({ types: { [TYPE]: '20000000uregen' }, classes: { [CLASS]: '25000000uregen' } })).toBe(
    25_000_000n,
  )
  expect(priceOf({ types: { XYZ: '20000000uregen' } })).toBe(null)
})

test('external prices are another source, and dated ones grow old', () => {
  const stated = { source: 'external', classes: { [CLASS]: '7uregen' } }
  expect([priceOf(stated, 'external'), priceOf(stated)]).toEqual([7n, null])
  const old = { ...stated, time: '2020-01-01T00:00:00Z' }
  expect(priceOf([old, { ...stated, classes: { [CLASS]: '8uregen' } }], 'external')).toBe(8n)
})

test.each([
  [{ classes: { C01: '25' } }, /an amount and its denom/],
  [
    { types: { C: '20REGEN' } },
    'expected an amount and its denom such as "25000000uregen", got 20REGEN at prices.C',
  ],
  [{ class: {} }, /class/],
  [{ source: 'twap-7d' }, /source/],
])('%j is refused', (json, message) => {
  expect(() => withReferencePrices(SMALL, parseReferencePrices(json))).toThrow(message)
})

test('a price in REGEN is refused in the library: it was a denom of its own, and never counted', () => {
  expect(() => previewFees({ messages: message, snapshot: SMALL, prices: { C01: '2.5regen' } })).toThrow(
    'expected an amount and its denom such as "25000000uregen", got 2.5regen at prices.C01',
  )
})
