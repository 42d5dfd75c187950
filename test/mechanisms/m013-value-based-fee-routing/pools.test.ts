import { describe, expect, test } from 'vitest'
import {
  creditPools,
  emptyPools,
  withdraw,
} from '../../../src/mechanisms/m013-value-based-fee-routing/pools.ts'
import { splitFee } from '../../../src/mechanisms/m013-value-based-fee-routing/split.ts'
import { sharesOf, uregenOf } from './feeConfigs.ts'

const AUTHORITIES = { burn: 'm012', validator: 'm014', community: 'governance', agent: 'multisig' }
const MODEL_A = sharesOf('0.30', '0.40', '0.25', '0.05')

const filled = creditPools(emptyPools(AUTHORITIES), splitFee(uregenOf(1_000_000), MODEL_A))

test('an empty pool holds nothing and knows its own authority', () => {
  expect(emptyPools(AUTHORITIES).agent).toEqual({ pool: 'agent', authority: 'multisig', coins: [] })
})

test('fees in two denoms are kept apart in each pool', () => {
  const both = creditPools(filled, splitFee(uregenOf(200), MODEL_A), 'uusdc')
  expect(both.community.coins).toEqual([
    { denom: 'uregen', amount: 250_000n },
    { denom: 'uusdc', amount: 50n },
  ])
})

test('crediting and withdrawing leave the balances they were given unchanged', () => {
  withdraw(creditPools(filled, splitFee(uregenOf(5), MODEL_A)), {
    pool: 'burn',
    by: 'm012',
    coin: { denom: 'uregen', amount: 1n },
  })
  expect(filled.burn.coins).toEqual([{ denom: 'uregen', amount: 300_000n }])
})

describe('a withdrawal', () => {
  const take = (by: string, amount: bigint, denom = 'uregen') =>
    withdraw(filled, { pool: 'validator', by, coin: { denom, amount } })

  test('by the pool’s own authority takes the coin out of that pool', () => {
    expect(take('m014', 150_000n).validator.coins).toEqual([{ denom: 'uregen', amount: 250_000n }])
    expect(take('m014', 400_000n).validator.coins).toEqual([])
  })

  test('by the authority of another pool is refused', () => {
    expect(() => take('governance', 1n)).toThrowErrorMatchingInlineSnapshot(
      `[RegenError: governance cannot withdraw from the validator pool; only m014 can. Pool Isolation (SPEC M013, invariant 5): each pool is spent by its own authority. [POOL_ISOLATION]]`,
    )
  })

  test('of more than the pool holds is refused, though the other pools hold enough', () => {
    expect(() => take('m014', 400_001n)).toThrowErrorMatchingInlineSnapshot(
      `[RegenError: The validator pool holds 400000 uregen; 400001 cannot be withdrawn. Withdraw an amount between 0 and what the pool holds. [POOL_TOO_SMALL]]`,
    )
  })

  test('of a negative amount is refused: it would be a way to put money in', () => {
    expect(() => take('m014', -1n)).toThrow('[POOL_TOO_SMALL]')
  })

  test('in a denom that the pool never received is refused', () => {
    expect(() => take('m014', 1n, 'uusdc')).toThrow('holds 0 uusdc')
  })
})
