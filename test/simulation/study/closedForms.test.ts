import { describe, expect, test } from 'vitest'
import {
  allocateStability,
  commit,
  requestCommitment,
} from '../../../src/mechanisms/m015-contribution-weighted-rewards/index.ts'
import { DEFAULT_POLICY } from '../../../src/policy/generated/defaultPolicy.ts'
import { parsePolicy } from '../../../src/policy/policy.ts'
import { floor, mulRatio, ratio } from '../../../src/primitives/ratio.ts'
import { parseRegen, type Uregen } from '../../../src/primitives/uregen.ts'
import { closedForms, simulateRun } from '../../../src/simulation/index.ts'
import { changed } from '../support.ts'

/** Closed forms as oracles: tables that were published, and a simulation that must come to the same. */

/** $ a week at 1 % and $0.05, as fees in uregen: a fifth of a REGEN for each dollar. */
const at = (weekly: number, validators = 18) =>
  closedForms(
    {
      fees: (BigInt(weekly) * 200_000n) as Uregen,
      validators,
      price: 50_000n,
      periodsPerYear: 52n,
    },
    parseRegen('224000000'),
    DEFAULT_POLICY,
  )

describe('the published tables', () => {
  test.each([
    [250_000, 2_889],
    [500_000, 5_778],
    [750_000, 8_667],
    [1_000_000, 11_556],
    [1_300_000, 15_022],
    [2_000_000, 23_111],
    [5_000_000, 57_778],
  ])('$%i a week pays a validator $%i a year', (weekly, income) => {
    expect(Math.round(Number(at(weekly).yearlyIncome) / 1e6)).toBe(income)
  })

  test.each([
    [100_000, '1300000'],
    [500_000, '6500000'],
    [1_000_000, '13000000'],
    [2_500_000, '32500000'],
    [5_000_000, '65000000'],
  ])('$%i a week carries %s REGEN in the stability tier', (weekly, capacity) => {
    expect(at(weekly).stabilityCapacity).toBe(parseRegen(capacity))
  })

  test.each([
    ['by the cap of the inflow', {}, '6500000'],
    ['no more than what is distributed automatically', { autoShare: '0.2' }, '4333333.333333'],
    ['by the cap of the automatic part', { stabilityCapBase: 'auto' }, '4550000'],
  ])('500,000 dollars a week carry %s %j: %s REGEN', (_, m015, capacity) => {
    const market = { fees: parseRegen('100000'), validators: 18, price: 50_000n, periodsPerYear: 52n }
    const policy = parsePolicy({ m015 })
    expect(closedForms(market, parseRegen('224000000'), policy).stabilityCapacity).toBe(parseRegen(capacity))
    // A commitment that large is paid all that the tier can give of a week.
    const held = { id: 'a', holder: 'regen1holder', amount: parseRegen('100000000'), lockMonths: 12 }
    const committed = [commit(requestCommitment(held, policy.m015), policy.m015)]
    const { stability } = allocateStability({ committed, inflow: parseRegen('25000'), params: policy.m015 })
    expect((stability * 52n * 100n) / 6n).toBe(parseRegen(capacity))
  })

  test('100 weeks to the cap, S* of 219.5 million, and $1,298,077 a week for $15,000 a year', () => {
    const { burned, periodsToCap, equilibrium, feesForCost } = at(500_000)
    expect(burned).toBe(parseRegen('30000'))
    expect(periodsToCap).toBe(100n)
    expect(equilibrium).toBe(parseRegen('219500000'))
    const dollars = mulRatio(feesForCost(15_000_000_000n), ratio(1n, 200_000n))
    expect(floor(dollars) + 1n).toBe(1_298_077n)
  })

  test.each([
    ['the cap is never reached, and regrowth ends there', { burnKind: 'reserve' }, null, '221000000'],
    ['a supply rests higher by what is burned first', { burnTiming: 'immediate' }, 100n, '219530000'],
  ])('%s: %j', (_, m012, periodsToCap, equilibrium) => {
    const market = { fees: parseRegen('100000'), validators: 18, price: 50_000n, periodsPerYear: 52n }
    expect(closedForms(market, parseRegen('224000000'), parsePolicy({ m012 }))).toMatchObject({
      burned: parseRegen('30000'),
      periodsToCap,
      equilibrium: parseRegen(equilibrium),
    })
  })

  test('without validators nobody earns, without burning the cap is never reached', () => {
    expect(at(500_000, 0).yearlyIncome).toBeNull()
    expect(at(0).periodsToCap).toBeNull()
  })
})

describe('a simulation of a steady market comes to the closed forms', () => {
  test.each([250_000, 500_000, 1_000_000, 2_000_000])('$%i a week', volume => {
    const { outcome, table } = simulateRun(changed('baseline', { agents: { market: { volume } } }), 0)
    const { periodsToCap, yearlyIncome, burned } = at(volume)
    expect(outcome.mean_income).toBe(Math.round(Number(yearlyIncome) / 1e4) / 100)
    expect(outcome.first_at_cap).toBe(
      periodsToCap === null || periodsToCap > 260n ? -1 : Number(periodsToCap),
    )
    expect(table.burned[0]).toBe(Number(burned))
  })

  test('and to S* where it starts near it', () => {
    const { outcome } = simulateRun(
      changed('baseline', { periods: 1_000, economy: { supply: '219600000000000' } }),
      0,
    )
    const { equilibrium } = at(500_000)
    expect(Math.abs(outcome.final_supply - Number(equilibrium))).toBeLessThan(1_000)
  })
})
