import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { accountEquations, requireEqual } from '../../src/epoch/books/conservation.ts'
import { parseEpochInputs, parseEpochState, runEpoch } from '../../src/epoch/index.ts'
import { FractionText } from '../../src/epoch/inputs/fractionText.ts'
import { DEFAULT_POLICY } from '../../src/policy/generated/defaultPolicy.ts'
import { formatRatio, ratio } from '../../src/primitives/ratio.ts'
import { anyRatio, holds } from '../support/arbitraries.ts'
import { ALICE, economy, FIFTEEN, inputs, purchase, regen, START } from './economy.ts'

/** What is read, what is refused, and that the proof would notice. */

describe('a state', () => {
  test('needs a time and a supply; nothing has started in the rest of it', () => {
    const state = parseEpochState({ time: '2027-01-01', supply: { supply: '5' } })
    expect(state).toMatchObject({
      version: 1,
      period: 0,
      time: START,
      phases: { m012: { phase: 'INFLATIONARY' }, m013: { phase: 'FLAT_GAS' }, m014: 0, m015: 'INACTIVE' },
      pools: { community: { authority: 'governance', coins: [] } },
    })
    expect(runEpoch(state, parseEpochInputs({}), DEFAULT_POLICY).state.time).toBe('2027-01-08T00:00:00Z')
  })

  test.each([
    ['another version', { version: 2 }, /version/],
    ['an unknown field', { reward: {} }, /unknown field: reward/],
    ['an unknown phase', { phases: { m015: 'LATER' } }, /phases.m015/],
    ['a number for an amount', { revenue: 5 }, /revenue/],
    ['a validator twice', { validators: [FIFTEEN[0], FIFTEEN[0]] }, /a validator is listed twice/],
    [
      'more claimed than earned',
      { rewards: { claims: { uregen: [{ address: ALICE, accrued: '1', claimed: '2' }] } } },
      /more was claimed/,
    ],
    ['a denom that is none', { escrow: { '9': [] } }, /escrow/],
    [
      'a quarter that is none',
      { escrow: { uregen: [{ address: ALICE, quarter: '2027-Q5', amount: '1' }] } },
      /a quarter such as/,
    ],
    [
      'more in the accounts than in the bank',
      { pools: { agent: { coins: [{ denom: 'uregen', amount: regen('230000000') }] } } },
      /LEDGER_OVERDRAWN/,
    ],
  ])('with %s is refused', (_, change, message) => {
    expect(() => economy(change)).toThrow(message)
  })

  test('spends without an authority that is named are the mechanism’s own', () => {
    expect(Object.values(economy().pools).map(({ authority }) => authority)).toEqual([
      'm012',
      'm014',
      'governance',
      'agents',
    ])
  })
})

describe('inputs', () => {
  test('without anything, nothing happened', () => {
    expect(inputs()).toMatchObject({ transactions: [], staked: null, co2: null, otherBurns: 0n })
  })

  test('a CO₂ change may be below 0, and reaches the multiplier', () => {
    const co2 = { change: '-2.5', source: 'oracle', age: '60' }
    expect(inputs({ co2 }).co2).toEqual({ change: { num: -5n, den: 2n }, source: 'oracle', age: 60n })
  })

  test.each([
    ['an unknown field', { transaction: [] }, /unknown field: transaction/],
    ['a hash that is none', { transactions: [purchase('1', { txHash: 'ab' })] }, /64 hexadecimal digits/],
    [
      'a negative value',
      { transactions: [purchase('0', { value: '-1' })] },
      /is not a rate or share|transactions/,
    ],
    [
      'a commitment twice',
      { stability: { requests: [1, 2].map(() => ({ id: 'a', holder: ALICE, amount: '1', lockMonths: 6 })) } },
      /listed twice/,
    ],
    [
      'an address that claims twice',
      { claims: [{ address: ALICE }, { address: ALICE.toUpperCase() }] },
      /listed twice/,
    ],
  ])('with %s are refused', (_, change, message) => {
    expect(() => inputs(change)).toThrow(message)
  })
})

test('a prototype is no denom', () => {
  const { rates } = inputs({ rates: JSON.parse('{"__proto__":"1"}') })
  expect([Object.keys(rates), rates['uregen']]).toEqual([[], undefined])
})

describe('fractions', () => {
  const parseFraction = (text: string) => z.parse(FractionText, text)

  test('are read as they are printed, also those no decimal can say', () => {
    holds(anyRatio, value => expect(parseFraction(formatRatio(value))).toEqual(value))
    expect(parseFraction('1/3')).toEqual(ratio(1n, 3n))
    for (const text of ['', '1/0', '1.', '.5', '1e3', '-1', '1/2/3'])
      expect(() => parseFraction(text)).toThrow('[RATIO_MALFORMED]')
  })
})

describe('the proof notices', () => {
  const before = economy()
  const { state: after, report } = runEpoch(
    before,
    inputs({ transactions: [purchase('10000')] }),
    DEFAULT_POLICY,
  )

  test('it holds as it is', () => {
    expect(() => requireEqual(accountEquations(before, after, report.movements))).not.toThrow()
    expect(report.conservation.every(({ equal }) => equal)).toBe(true)
  })

  test('a movement that is missing, or is off by one uregen', () => {
    for (const index of report.movements.keys()) {
      const without = report.movements.filter((_, other) => other !== index)
      const off = report.movements.map((movement, other) =>
        other === index ? { ...movement, amount: movement.amount + 1n } : movement,
      )
      for (const movements of [without, off])
        expect(() => requireEqual(accountEquations(before, after, movements))).toThrow(
          /\[CONSERVATION_BROKEN\]/,
        )
    }
  })

  test('a uregen that appears in any ledger', () => {
    const coin = [{ denom: 'uregen', amount: 1n }]
    const more = (coins: typeof coin) => [{ denom: 'uregen', amount: (coins[0]?.amount ?? 0n) + 1n }]
    for (const wrong of [
      { ...after, supply: { ...after.supply, supply: (after.supply.supply + 1n) as never } },
      { ...after, supply: { ...after.supply, burnReserve: 1n as never } },
      {
        ...after,
        pools: { ...after.pools, agent: { ...after.pools.agent, coins: more([...after.pools.agent.coins]) } },
      },
      { ...after, rewards: { ...after.rewards, carried: coin } },
      { ...after, stability: { ...after.stability, forfeited: 1n as never } },
      { ...after, escrow: { uregen: [{ address: ALICE, quarter: '2027-Q1', amount: 1n as never }] } },
    ])
      expect(() => requireEqual(accountEquations(before, wrong, report.movements))).toThrow(
        /\[CONSERVATION_BROKEN\]/,
      )
  })
})
