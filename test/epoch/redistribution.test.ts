import { readFileSync } from 'node:fs'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseEpochInputs, parseEpochState, runEpoch } from '../../src/epoch/index.ts'
import { allocateRound } from '../../src/mechanisms/regen-value-redistribution/round/allocate.ts'
import { parseRound } from '../../src/mechanisms/regen-value-redistribution/round/round.ts'
import { DEFAULT_POLICY } from '../../src/policy/generated/defaultPolicy.ts'
import { amountOf } from '../../src/primitives/coin.ts'
import { communitySpends } from '../../src/redistribution/epochSpends.ts'
import { holds } from '../support/arbitraries.ts'

/** A round of value redistribution inside of the economy: paid by one period from what governance directed of the one before. */

const json = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../examples/${file}.json`, import.meta.url), 'utf8'))
const state = parseEpochState(json('epoch/state'))
const inputs = parseEpochInputs(json('epoch/inputs'))
const quiet = parseEpochInputs({})

const first = runEpoch(state, inputs, DEFAULT_POLICY)
const budget = first.report.rewards.record.governance
const roundOf = (amount: bigint, policy: object = {}) =>
  allocateRound(parseRound({ ...json('fund/quadratic'), budget: amount.toString(), policy }))
const payerOf = ({ pools }: typeof state) => pools.community.authority ?? ''

/** The next period, with and without a round. */
const next = (report: ReturnType<typeof roundOf> | null) =>
  runEpoch(
    first.state,
    { ...quiet, spends: report === null ? [] : communitySpends(report, payerOf(first.state)) },
    DEFAULT_POLICY,
  )
const pool = (after: typeof state) => amountOf(after.pools.community.coins, 'uregen')

describe('a round inside of runEpoch', () => {
  test('the part that governance directs is the budget: 30 % of the inflow', () => {
    expect([first.report.rewards.record.inflow, budget]).toEqual([5_013_001_250n, 1_503_900_375n])
  })

  test('its payouts leave the community pool, its dust stays, and no uregen appears or disappears', () => {
    const round = roundOf(budget, { saturation: 'keep' })
    const [paid, unpaid] = [next(round), next(null)]
    expect(round.dust).toBeGreaterThan(0n)
    expect(pool(unpaid.state) - pool(paid.state)).toBe(round.allocated)
    expect(paid.report.conservation.every(({ equal }) => equal)).toBe(true)
    const spent = paid.report.movements.filter(({ why }) => why === 'spend')
    expect(spent.map(({ from, amount }) => [from, amount])).toEqual(
      round.allocations.map(({ amount }) => ['community pool', amount]),
    )
  })

  test('conservation holds across, for any budget and rule', () => {
    const without = pool(next(null).state)
    const anyPolicy = fc.record({
      saturation: fc.constantFrom('keep', 'scale-up'),
      dust: fc.constantFrom('largest-remainder', 'pool'),
      variant: fc.constantFrom('qf', 'pairwise'),
    })
    holds(fc.bigInt({ min: 1n, max: budget }), anyPolicy, (amount, policy) => {
      const round = roundOf(amount, policy)
      const { state: after, report } = next(round)
      expect(report.conservation.every(({ equal }) => equal)).toBe(true)
      expect(without - pool(after)).toBe(amount - round.dust)
    })
  })

  test('another than the authority of the pool cannot pay it, and no more than the pool holds', () => {
    const round = roundOf(budget)
    const by = (authority: string) => () =>
      runEpoch(first.state, { ...quiet, spends: communitySpends(round, authority) }, DEFAULT_POLICY)
    expect(by('regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x')).toThrow(
      'cannot withdraw from the community pool; only',
    )
    const all = roundOf(pool(first.state) * 2n, { saturation: 'scale-up' })
    expect(() => next(all)).toThrow('[POOL_TOO_SMALL]')
  })
})
