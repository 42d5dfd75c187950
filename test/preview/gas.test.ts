import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { quoteGas } from '../../src/preview/gas.ts'
import { parseRatio } from '../../src/primitives/ratio.ts'
import { anyRatio, holds } from '../support/arbitraries.ts'

const price = (denom: string, amount: string) => ({ denom, amount: parseRatio(amount) })

test('the gas fee is rounded up: q·den ≥ limit·num > (q − 1)·den', () => {
  holds(fc.bigInt({ min: 1n, max: 10n ** 12n }), anyRatio, (limit, amount) => {
    const fee = quoteGas(limit, 'a', [{ denom: 'uregen', amount }]).fee ?? -1n
    expect(fee * amount.den >= limit * amount.num && (fee - 1n) * amount.den < limit * amount.num).toBe(true)
  })
})

test('the recorded fee: 800,000 gas at the node’s own price is 20,000 uregen', () => {
  expect(quoteGas(800_000n, 'a', [price('uregen', '0.025000000000000000')])).toMatchObject({
    denom: 'uregen',
    fee: 20_000n,
  })
})

test('of several denoms uregen is chosen, else the first', () => {
  const usdc = price('uusdc', '0.001')
  expect(quoteGas(1_000n, 'a', [usdc, price('uregen', '0.025')]).denom).toBe('uregen')
  expect(quoteGas(1_000n, 'a', [usdc])).toMatchObject({ denom: 'uusdc', fee: 1n })
})

test('a price that is unknown, or that the node does not state, is not zero', () => {
  expect(quoteGas(1_000n, 'a', 'unknown')).toMatchObject({ price: null, fee: null })
  expect(quoteGas(1_000n, 'a', [])).toMatchObject({ price: null, fee: null })
})
