import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { M012_V0 } from '../../src/mechanisms/m012-fixed-cap-dynamic-supply/params.ts'
import type { SupplyState } from '../../src/mechanisms/m012-fixed-cap-dynamic-supply/state.ts'
import { distribute } from '../../src/mechanisms/m015-contribution-weighted-rewards/distribution/distribution.ts'
import { M015_V0 } from '../../src/mechanisms/m015-contribution-weighted-rewards/params.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import { rewardEffect } from '../../src/preview/effects/rewardEffect.ts'
import { supplyEffect } from '../../src/preview/effects/supplyEffect.ts'
import type { EffectsInput } from '../../src/preview/feePreview.ts'
import { previewFees } from '../../src/preview/previewFees.ts'
import { previewJson } from '../../src/preview/previewJson.ts'
import { previewWithEffects } from '../../src/preview/previewWithEffects.ts'
import { parseRatio, type Ratio, ratio, ZERO } from '../../src/primitives/ratio.ts'
import { parseRegen, type Uregen, uregen } from '../../src/primitives/uregen.ts'
import { holds } from '../support/arbitraries.ts'
import { BATCH, BUYER, buy, buying, retire, SELLER, SMALL, send, small } from '../support/snapshots.ts'

/** What the fees of a transaction would do beyond it: to the supply (M012), and for who made it (M015). */

const state = (supply: string): SupplyState => ({
  supply: parseRegen(supply),
  staked: parseRegen('0'),
  stabilityCommitted: parseRegen('0'),
  m014Phase: 'ACTIVE',
})
const SUPPLY = state('200000000')
const REST = { totalScore: ratio(300_000_000n), pool: parseRegen('1000') }

const proposed = (change: Partial<EffectsInput>) =>
  previewWithEffects({ messages: [buy(buying())], snapshot: SMALL, ...change }).proposed

describe('supplyEffect', () => {
  test('a burn leaves this period’s mint as it is, and 2 % of it grows back in the next', () => {
    const effect = supplyEffect(parseRegen('100'), { state: SUPPLY, params: M012_V0 })
    expect(effect).toEqual({
      burned: parseRegen('100'),
      atLeast: false,
      thisPeriod: {
        minted: parseRegen('420000'),
        supplyAfter: parseRegen('200419900'),
        supplyAfterWithout: parseRegen('200420000'),
        capStatus: 'below',
      },
      nextPeriod: {
        minted: parseRegen('411602'),
        mintedWithout: parseRegen('411600'),
        regrown: parseRegen('2'),
      },
    })
  })

  test('above the cap nothing grows back: the burn is for good', () => {
    const { thisPeriod, nextPeriod } = supplyEffect(parseRegen('100'), {
      state: state('224000000'),
      params: M012_V0,
    })
    expect(thisPeriod).toMatchObject({ minted: 0n, capStatus: 'above' })
    expect(nextPeriod).toEqual({ minted: 0n, mintedWithout: 0n, regrown: 0n })
  })

  test('nothing burned, nothing changed; and never less grows back than without', () => {
    holds(
      fc.bigInt({ min: 0n, max: 230_000_000_000_000n }),
      fc.bigInt({ min: 0n, max: 10n ** 6n }),
      (supply, part) => {
        const of = { ...SUPPLY, supply: supply as Uregen }
        const effect = supplyEffect(((supply * part) / 10n ** 6n) as Uregen, { state: of, params: M012_V0 })
        expect(effect.nextPeriod.regrown >= 0n).toBe(true)
        expect(effect.thisPeriod.supplyAfter + effect.burned).toBe(effect.thisPeriod.supplyAfterWithout)
        if (effect.burned === 0n) expect(effect.nextPeriod.regrown).toBe(0n)
      },
    )
  })
})

describe('rewardEffect', () => {
  const purchase = (value: Ratio | bigint) => [
    {
      address: BUYER,
      kind: 'purchase' as const,
      amount: typeof value === 'bigint' ? ratio(value) : value,
    },
  ]

  test('1,000 REGEN bought beside a score of 300: half of the pool, with and without what the tier takes', () => {
    const effect = rewardEffect({
      contributions: purchase(parseRegen('1000')),
      communityInflow: parseRegen('2.5'),
      rest: { totalScore: ratio(parseRegen('300')), pool: parseRegen('1000') },
      params: M015_V0,
      atLeast: false,
    })
    expect(effect.pool).toEqual({ low: parseRegen('1001'), high: parseRegen('1001.75') })
    expect(effect.participants).toEqual([
      {
        address: BUYER,
        score: ratio(parseRegen('300')),
        low: parseRegen('500.5'),
        high: parseRegen('500.875'),
      },
    ])
  })

  test('the ends of the interval are what the distribution pays, but for its dust', () => {
    holds(
      fc.bigInt({ min: 1n, max: 10n ** 15n }),
      fc.bigInt({ min: 0n, max: 10n ** 15n }),
      fc.bigInt({ min: 0n, max: 10n ** 13n }),
      (value, others, pool) => {
        const rest = { totalScore: ratio(others), pool: pool as Uregen }
        const effect = rewardEffect({
          contributions: purchase(value),
          communityInflow: uregen(1_000_000n),
          rest,
          params: M015_V0,
          atLeast: false,
        })
        const [gain] = effect.participants
        const paid = distribute(effect.pool.high, [
          { address: BUYER, score: gain?.score ?? ZERO },
          { address: SELLER, score: rest.totalScore },
        ])
        const difference = (paid[0]?.reward ?? 0n) - (gain?.high ?? 0n)
        expect(difference === 0n || difference === 1n).toBe(true)
        expect((gain?.low ?? 0n) <= (gain?.high ?? 0n)).toBe(true)
      },
    )
  })

  test('a cap λ on own fees bounds both ends', () => {
    const contributions = [
      ...purchase(parseRegen('1000')),
      { address: BUYER, kind: 'fee' as const, amount: ratio(parseRegen('10')) },
    ]
    const { participants } = rewardEffect({
      contributions,
      communityInflow: parseRegen('2.5'),
      rest: REST,
      params: { ...M015_V0, rewardCapPerOwnFees: parseRatio('0.5') },
      atLeast: false,
    })
    expect(participants[0]).toMatchObject({ low: parseRegen('5'), high: parseRegen('5') })
  })
})

describe('in a preview', () => {
  test('without a supply and an assumption both are null', () => {
    expect(proposed({})).toMatchObject({ supplyEffect: null, rewardEffect: null })
  })

  test('a purchase of 40 REGEN: its minimum fee burns 0.3 REGEN, its buyer gains a score of 12 REGEN', () => {
    const { pools, supplyEffect, rewardEffect } = proposed({ supply: SUPPLY, rewards: REST })
    expect(pools.burn).toBe(parseRegen('0.3'))
    expect(supplyEffect).toMatchObject({ burned: pools.burn, atLeast: false })
    expect(supplyEffect?.nextPeriod.regrown).toBe(6_000n)
    expect(rewardEffect?.participants.map(({ address }) => address)).toEqual([BUYER])
    const bought = parseRegen('20') * 2n
    expect(rewardEffect?.participants[0]?.score).toEqual(ratio(bought * 3n, 10n))
  })

  test('a retirement inside a send is credited to whom it is retired for, the fee to the sender', () => {
    const message = send({
      credits: [{ batchDenom: BATCH, tradableAmount: '0', retiredAmount: '2', retirementJurisdiction: 'US' }],
    })
    const { rewardEffect } = proposed({ messages: [message], rewards: REST })
    const recipient = (message.value as { recipient: string }).recipient
    expect(rewardEffect?.participants.map(({ address }) => address)).toEqual([recipient])
    expect(rewardEffect?.participants[0]?.score).toEqual(ratio(parseRegen('15')))
  })

  test('with fewer scorers than minScorers nobody is paid: the low end says so, and the high end where nobody else has a score', () => {
    const interval = (minScorers: number, totalScore = REST.totalScore) => {
      const rewards = { ...REST, totalScore }
      const { rewardEffect } = proposed({ rewards, policy: parsePolicy({ m015: { minScorers } }) })
      const [{ low = null, high = null } = {}] = rewardEffect?.participants ?? []
      return [low, high]
    }
    const [low, high] = interval(1)
    expect(low).toBeGreaterThan(0n)
    expect(interval(2)).toEqual([low, high])
    expect(interval(3)).toEqual([0n, high])
    expect(interval(2, ratio(0n))).toEqual([0n, 0n])
    expect(interval(1, ratio(0n))[0]).toBeGreaterThan(0n)
  })

  test('an unknown value has a lower end only, and its burn is a lower bound', () => {
    const { total, supplyEffect, rewardEffect } = proposed({
      messages: [retire(), buy(buying())],
      snapshot: small({ trades: [], statedPrices: [], sellOrders: SMALL.sellOrders }),
      policy: parsePolicy({ m013: { valuation: [{ source: 'twap-7d' }] } }),
      supply: SUPPLY,
      rewards: REST,
    })
    expect(total).toBe(null)
    expect([supplyEffect?.atLeast, rewardEffect?.atLeast]).toEqual([true, true])
    expect(rewardEffect?.participants[0]).toMatchObject({ address: BUYER, high: null })
  })

  test('auto-retired purchases score by knob; with normalised scores there is no interval', () => {
    const scoreUnder = (m015: object, m013: object = {}) => {
      const retiring = buying({ disableAutoRetire: false, retirementJurisdiction: 'US' })
      const weights = {
        purchase: '0.35',
        retirement: '0.25',
        facilitation: '0.2',
        vote: '0.1',
        proposal: '0.1',
      }
      const policy = parsePolicy({ m013, m015: { weights, ...m015 } })
      const effect = proposed({ messages: [buy(retiring)], rewards: REST, policy }).rewardEffect
      return effect && (effect.participants[0]?.score.num ?? 0n) / (effect.participants[0]?.score.den ?? 1n)
    }
    const value = parseRegen('40')
    expect(scoreUnder({})).toBe((value * 35n) / 100n)
    expect(scoreUnder({ autoRetireScoring: 'retirement' })).toBe((value * 25n) / 100n)
    expect(scoreUnder({ autoRetireScoring: 'both' })).toBe((value * 60n) / 100n)
    expect(scoreUnder({ scoring: 'normalised-per-activity' })).toBe(null)
    expect(scoreUnder({}, { autoRetire: 'both' })).toBe((value * 35n) / 100n)
  })

  test('fees that earn no score feed no pool with autoInflow scored-fees', () => {
    const message = send({
      credits: [{ batchDenom: BATCH, tradableAmount: '2', retiredAmount: '2', retirementJurisdiction: 'US' }],
    })
    const poolUnder = (epoch: object) =>
      proposed({ messages: [message], rewards: REST, policy: parsePolicy({ m013: { minFee: '0' }, epoch }) })
        .rewardEffect?.pool.high
    const all = REST.pool + ((parseRegen('0.3') / 4n) * 7n) / 10n
    expect(poolUnder({})).toBe(all)
    expect(poolUnder({ autoInflow: 'scored-fees' })).toBe(REST.pool + ((parseRegen('0.25') / 4n) * 7n) / 10n)
  })

  test('below the minimum activity value nothing is gained', () => {
    const policy = parsePolicy({ m015: { minActivityValue: '1000000000' } })
    expect(proposed({ rewards: REST, policy }).rewardEffect?.participants).toEqual([])
  })

  test('both are in the JSON, as text', () => {
    const preview = previewWithEffects({
      messages: [buy(buying())],
      snapshot: SMALL,
      supply: SUPPLY,
      rewards: REST,
    })
    expect(JSON.parse(JSON.stringify(previewJson(preview))).proposed).toMatchObject({
      supplyEffect: { burned: '300000', atLeast: false, nextPeriod: { regrown: '6000' } },
      rewardEffect: { rest: { totalScore: '300000000', pool: '1000000000' } },
    })
  })

  test.each([
    ['a number as supply', { supply: { supply: 1 } }, /bigints at supply/],
    ['no supply', { supply: null }, /bigints at supply/],
    ['no total score', { rewards: { pool: 1 } }, /at rewards/],
    ['a total score over 0', { rewards: { pool: 1n, totalScore: { num: 0n, den: 0n } } }, /at rewards/],
  ])('%s is refused', (_, change, message) => {
    expect(() => proposed(change as never)).toThrow(message)
  })

  test('a preview without effects refuses to be told of a period, and says which function takes it', () => {
    const input = { messages: [buy(buying())], snapshot: SMALL }
    expect(previewFees(input)).toEqual(previewWithEffects(input))
    for (const stated of [{ supply: SUPPLY }, { rewards: REST }, { supply: SUPPLY, rewards: REST }])
      expect(() => previewFees({ ...input, ...stated } as never)).toThrow(
        expect.objectContaining({
          code: 'INPUT_INVALID',
          message: expect.stringContaining(
            '✖ supply and rewards are only for previewWithEffects of regen-fees/effects',
          ),
        }),
      )
  })
})

test.each([
  ['an empty object', {}],
  ['null', null],
  ['a part of one', parsePolicy({}).m013],
  ['one of empty parts', { m013: {} }],
])('%s is no policy: refused before anything is computed', (_, policy) => {
  const input = { messages: [], snapshot: SMALL, policy } as unknown as EffectsInput
  expect(() => previewWithEffects(input)).toThrow('expected a policy as parsePolicy gives it at policy')
})

test('an effect that is half told is refused by its name, and nothing at all is refused in words', () => {
  const input = { messages: [], snapshot: SMALL, supply: { supply: 1n } } as never
  expect(() => previewFees(input)).toThrow('only for previewWithEffects')
  expect(() => previewFees(undefined as never)).toThrow('expected { messages, snapshot }')
})
