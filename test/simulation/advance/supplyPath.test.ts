import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseEpochState } from '../../../src/epoch/state/parseEpochState.ts'
import { DEFAULT_POLICY } from '../../../src/policy/generated/defaultPolicy.ts'
import { parsePolicy } from '../../../src/policy/policy.ts'
import type { Uregen } from '../../../src/primitives/uregen.ts'
import { advanceEpoch } from '../../../src/simulation/advance/advanceEpoch.ts'
import { QUIET_PERIOD } from '../../../src/simulation/advance/aggregatedPeriod.ts'
import { supplyPath } from '../../../src/simulation/advance/supplyPath.ts'
import { addressOf, START } from '../../epoch/economy.ts'
import { anyPolicy } from '../../epoch/randomEconomy.ts'
import { RUNS } from '../../support/runs.ts'

/** M013 and M012 alone come to the supply of the whole economy. */

const TX_TYPES = ['CreditIssuance', 'CreditTransfer', 'CreditRetirement', 'MarketplaceTrade'] as const

const anyVolumes = fc.array(
  fc.record({
    txType: fc.constantFrom(...TX_TYPES),
    denom: fc.constant('uregen'),
    value: fc.record({ num: fc.bigInt(0n, 10n ** 14n), den: fc.constantFrom(1n, 7n) }),
    messages: fc.bigInt(0n, 40n),
  }),
  { maxLength: 4 },
)

const trade = (num: bigint, denom = 'uregen') =>
  ({ txType: 'MarketplaceTrade', denom, value: { num, den: 1n }, messages: 100n }) as const

describe('supplyPath', () => {
  test('is the supply, the mint, the burn and the pools of advanceEpoch, period by period', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000),
        fc.bigInt(150_000_000_000_000n, 230_000_000_000_000n),
        fc.array(anyVolumes, { minLength: 1, maxLength: 6 }),
        (seed, supply, drawn) => {
          const policy = anyPolicy(seed)
          // The economy starts with the cap that M012 set when it began; a path has none.
          fc.pre(policy.m012.overCapPolicy.kind !== 'set-cap-to-supply')
          let state = parseEpochState({
            time: START,
            supply: { supply: supply.toString() },
            phases: {
              m012: { phase: 'DYNAMIC' },
              m013: { phase: 'VALUE_BASED', transitionStarted: '2026-12-01' },
              m014: 3,
              m015: 'DISTRIBUTING',
            },
            validators: Array.from({ length: 5 }, (_, index) => ({
              address: addressOf(100 + index),
              category: 'trusted_refi_partners',
              status: 'ACTIVE',
              termStart: START,
              termEnd: '2031-01-01T00:00:00Z',
            })),
          })
          const path = supplyPath(
            {
              supply: supply as Uregen,
              periods: drawn.length,
              volumes: period => drawn[period] ?? [],
              validators: 5,
            },
            policy,
          )
          drawn.forEach((volumes, period) => {
            const done = advanceEpoch(state, { ...QUIET_PERIOD, volumes }, policy)
            const { numbers } = done
            const at = Object.fromEntries(
              Object.entries(path).map(([name, column]) => [name, column[period]]),
            )
            expect(at).toEqual({
              fees: numbers.revenue,
              burned: numbers.burned,
              validator: numbers.pools.validator,
              community: numbers.pools.community,
              agent: numbers.pools.agent,
              minted: numbers.minted,
              supply: numbers.supply,
            })
            state = done.state
          })
        },
      ),
      { numRuns: RUNS },
    )
  })

  test('3,000,000 REGEN above the cap at 30,000 a period are 100 periods', () => {
    const { supply } = supplyPath(
      { supply: 224_000_000_000_000n as Uregen, periods: 104, volumes: () => [trade(10n ** 13n)] },
      DEFAULT_POLICY,
    )
    expect(supply.findIndex(amount => amount <= DEFAULT_POLICY.m012.hardCap) + 1).toBe(100)
  })

  test('a volume in another denom is refused', () => {
    const run = () =>
      supplyPath(
        { supply: (10n ** 14n) as Uregen, periods: 1, volumes: () => [trade(1n, 'uusdc')] },
        DEFAULT_POLICY,
      )
    expect(run).toThrow('only uregen is charged here, not "uusdc" at denom')
  })

  test('amounts of 2^64 uregen and more are refused, those below are exact', () => {
    const policy = parsePolicy({ m012: { hardCap: (2n ** 64n).toString() } })
    const from = (supply: bigint) =>
      supplyPath({ supply: supply as Uregen, periods: 1, volumes: () => [] }, policy)
    expect(from(2n ** 64n - 2n).supply[0]).toBe(2n ** 64n - 2n)
    expect(() => from(2n ** 64n)).toThrow(
      'an amount of period 0 is beyond what a path holds, 2^64 - 1 uregen',
    )
  })
})
