import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { requireProof } from '../../../src/mechanisms/m015-contribution-weighted-rewards/activity.ts'
import { changeConfig } from '../../../src/mechanisms/m015-contribution-weighted-rewards/changeConfig.ts'
import { creditActivities } from '../../../src/mechanisms/m015-contribution-weighted-rewards/credit.ts'
import { distributeActivity } from '../../../src/mechanisms/m015-contribution-weighted-rewards/distribution/distribution.ts'
import { ACTIVITY_KINDS, M015_V0 } from '../../../src/mechanisms/m015-contribution-weighted-rewards/params.ts'
import { distributePeriod } from '../../../src/mechanisms/m015-contribution-weighted-rewards/period.ts'
import { M015_PHASES } from '../../../src/mechanisms/m015-contribution-weighted-rewards/phase.ts'
import { scoreActivities } from '../../../src/mechanisms/m015-contribution-weighted-rewards/score.ts'
import {
  allocateStability,
  splitInflow,
} from '../../../src/mechanisms/m015-contribution-weighted-rewards/stabilityTier/stability.ts'
import {
  priceRoute,
  WASH_ROUTES,
} from '../../../src/mechanisms/m015-contribution-weighted-rewards/washTrading/routes.ts'
import { washTrade } from '../../../src/mechanisms/m015-contribution-weighted-rewards/washTrading/washTrade.ts'
import { washTradeBreakEven } from '../../../src/mechanisms/m015-contribution-weighted-rewards/washTrading/washTradeBreakEven.ts'
import { isRegenError } from '../../../src/primitives/errors.ts'
import { formatRatio, mulFloor, ratio, sumRatios } from '../../../src/primitives/ratio.ts'
import { sumUregen, type Uregen } from '../../../src/primitives/uregen.ts'
import { anyUregen, holds } from '../../support/arbitraries.ts'
import {
  ALICE,
  anyActivities,
  anyCommitments,
  anyParams,
  at,
  BOB,
  commitmentOf,
  fraction,
  purchase,
  regen,
  withParams,
} from './arbitraries.ts'

const anyPhase = fc.constantFrom(...M015_PHASES)

test('invariant 1, Revenue Constraint: a period pays at most its inflow and what was carried into it, and every uregen has a place', () => {
  holds(
    anyUregen,
    anyUregen,
    anyCommitments,
    anyActivities,
    fc.tuple(anyParams, anyPhase),
    (inflow, carriedIn, commitments, activities, [params, phase]) => {
      const { scores } = scoreActivities(creditActivities(activities, params).contributions, params)
      const { record } = distributePeriod({
        period: 1,
        phase,
        inflow,
        carriedIn,
        commitments,
        scores,
        params,
      })
      const { governance, stability, activity, rewards, distributed, undistributed } = record
      expect(stability + distributed <= inflow + carriedIn).toBe(true)
      expect(inflow + carriedIn).toBe(governance + stability + distributed + undistributed)
      expect(activity).toBe(distributed + undistributed)
      expect(distributed).toBe(sumUregen(...rewards.map(({ reward }) => reward)))
      expect(rewards.every(({ reward }) => reward >= 0n)).toBe(true)
      if (phase !== 'DISTRIBUTING') expect([stability, distributed, governance]).toEqual([0n, 0n, inflow])
    },
  )
})

test('invariant 1, Revenue Constraint: without carry-over a period pays at most its own inflow', () => {
  holds(anyUregen, anyCommitments, anyActivities, anyParams, (inflow, commitments, activities, any) => {
    const params = { ...any, noActivity: 'return-to-community' } as const
    const { scores } = scoreActivities(creditActivities(activities, params).contributions, params)
    const { record, carriedOut } = distributePeriod({
      period: 1,
      phase: 'DISTRIBUTING',
      inflow,
      carriedIn: 0n as Uregen,
      commitments,
      scores,
      params,
    })
    expect(record.stability + record.distributed <= inflow).toBe(true)
    expect(carriedOut).toBe(0n)
  })
})

test('invariant 2, Stability Cap: the tier gets at most 30 % of the inflow, never more than is due, and all of it is somebody’s', () => {
  holds(anyUregen, anyCommitments, anyParams, (inflow, committed, params) => {
    const allocation = allocateStability({ committed, inflow, params })
    const { stability, unassigned, due, capped, auto, activity, governance, commitments } = allocation
    expect(10n * stability <= 3n * inflow).toBe(true)
    expect(stability <= mulFloor(inflow, params.maxStabilityShare)).toBe(true)
    expect(stability <= due && stability <= auto).toBe(true)
    expect(capped).toBe(stability < due)
    expect(governance + stability + activity).toBe(inflow)
    const funded = commitments.map(({ funded }, index) => funded - (committed[index]?.funded ?? 0n))
    expect(funded.reduce((sum, amount) => sum + amount, unassigned)).toBe(stability)
    const earners = params.accrual === 'pooled' ? BigInt(committed.length) : 1n
    expect(unassigned === 0n || unassigned < earners).toBe(true)
    expect(commitments.every(({ funded, promised }) => funded <= promised)).toBe(true)
  })
})

test('invariant 3, Activity Integrity: an activity that names no transaction and message index is refused', () => {
  const bad = [
    { txHash: '' },
    { txHash: 'A'.repeat(63) },
    { txHash: 'G'.repeat(64) },
    { txHash: `${'A'.repeat(64)}/0` },
    { messageIndex: -1 },
    { messageIndex: 0.5 },
    { messageIndex: Number.NaN },
    { part: -1 },
    { part: 1e21 },
  ]
  for (const change of bad)
    expect(() =>
      creditActivities([{ ...purchase(at(1), ALICE, BOB, regen('5')), ...change }], M015_V0),
    ).toThrow('[ACTIVITY_UNPROVEN]')
  holds(anyActivities, fc.nat(), fc.constantFrom(...bad), (activities, which, change) => {
    const index = which % (activities.length + 1)
    const spoiled = activities.map((activity, at) => (at === index ? { ...activity, ...change } : activity))
    if (index < activities.length)
      expect(() => creditActivities(spoiled, M015_V0)).toThrow('[ACTIVITY_UNPROVEN]')
    else expect(() => creditActivities(spoiled, M015_V0)).not.toThrow()
  })
})

test('invariant 3, Activity Integrity: whatever is credited points at one of the activities', () => {
  holds(anyActivities, anyParams, (activities, params) => {
    const places = new Set(
      activities.map(({ txHash, messageIndex, part }) => `${txHash}/${messageIndex}/${part}`),
    )
    for (const { txHash, messageIndex, part } of creditActivities(activities, params).contributions)
      expect(places.has(`${txHash}/${messageIndex}/${part}`)).toBe(true)
  })
})

const RATES = {
  CreditIssuance: fraction('0.02'),
  CreditTransfer: fraction('0.001'),
  CreditRetirement: fraction('0.005'),
  MarketplaceTrade: fraction('0.01'),
}

test('invariant 4, Sybil Resistance is not a theorem: it holds for a trade-only epoch and fails for one full of issuance', () => {
  const params = withParams()
  const routes = WASH_ROUTES.filter(({ name }) => name === 'published-cycle' || name === 'ping-pong').map(
    route => priceRoute(route, RATES, params),
  )
  const k = fraction('1/4')
  const score = ratio(regen('30000'))
  const tradeOnly = washTradeBreakEven({ k, honest: { fees: regen('1000'), score }, routes })
  expect(tradeOnly.sybilResistant).toBe(true)
  expect(tradeOnly.routes.map(({ verdict }) => verdict)).toEqual(['loss', 'loss'])

  const withIssuance = washTradeBreakEven({ k, honest: { fees: regen('21000'), score }, routes })
  expect(withIssuance.sybilResistant).toBe(false)
  expect(
    withIssuance.routes.map(({ name, verdict, best }) => [name, verdict, best && best.profit.num > 0n]),
  ).toEqual([
    ['published-cycle', 'profit', true],
    ['ping-pong', 'profit', true],
  ])
  expect([tradeOnly, withIssuance].map(({ honestRho }) => honestRho && formatRatio(honestRho))).toEqual([
    '1/30',
    '0.7',
  ])
})

const anyEpoch = fc.record({
  k: fc.integer({ min: 0, max: 999 }).map(parts => ratio(BigInt(parts), 1000n)),
  fees: fc.bigInt({ min: 0n, max: 10n ** 13n }).map(fees => fees as Uregen),
  score: fc.bigInt({ min: 1n, max: 10n ** 14n }).map(score => ratio(score, 10n)),
  volume: fc.bigInt({ min: 0n, max: 10n ** 15n }).map(volume => volume as Uregen),
})

test('invariant 4, Sybil Resistance: where it is said to hold, no volume of any route earns more than it costs; where not, the best whole volume below W* does', () => {
  holds(anyEpoch, anyParams, ({ k, fees, score, volume }, params) => {
    const honest = { fees, score }
    const routes = WASH_ROUTES.map(route => priceRoute(route, RATES, params))
    const { sybilResistant, routes: verdicts } = washTradeBreakEven({ k, honest, routes })
    for (const [index, { verdict, best, breakEvenVolume }] of verdicts.entries()) {
      const route = routes[index] ?? { name: '', feesPerVolume: ratio(1n), scorePerVolume: ratio(0n) }
      const profitAt = (volume: Uregen) => washTrade({ k, honest, route, volume }).profit.num
      const { num, den } = breakEvenVolume ?? ratio(0n)
      // below W* every volume pays, but there may be no whole uregen below it
      if (verdict === 'profit') expect(profitAt(best?.volume ?? volume) > 0n).toBe(num > den)
      else expect([verdict, profitAt(volume)]).toEqual(['loss', 0n])
    }
    expect(sybilResistant).toBe(verdicts.every(({ verdict }) => verdict === 'loss'))
  })
})

test('invariant 5, No Double-Counting: each value is credited once for trade or retirement, never to the seller', () => {
  holds(anyActivities, anyParams, (activities, any) => {
    const params = { ...any, autoRetireScoring: 'purchase', selfFacilitation: 'exclude' } as const
    const { contributions } = creditActivities(activities, params)
    for (const activity of activities) {
      const of = contributions.filter(({ txHash }) => txHash === activity.txHash)
      const credited = of.filter(({ kind }) => kind !== 'fee' && kind !== 'facilitation')
      expect(credited.length <= 1).toBe(true)
      expect(of.filter(({ kind }) => kind === 'fee').length <= 1).toBe(true)
      expect(of.filter(({ kind }) => kind === 'facilitation').length <= 1).toBe(true)
      if (activity.kind === 'purchase' && activity.seller !== activity.buyer)
        expect(of.some(({ address }) => address === activity.seller)).toBe(false)
      if (activity.kind === 'retirement')
        expect(credited.every(({ address }) => address === activity.retirer)).toBe(true)
    }
  })
})

test('invariant 5, No Double-Counting: the same part of a message twice is refused, whatever its case', () => {
  const on = { ...at(1), txHash: 'abcdef'.padEnd(64, '0') }
  const again = { ...on, txHash: on.txHash.toUpperCase() }
  const list = [purchase(on, ALICE, BOB, regen('5')), purchase(again, ALICE, BOB, regen('5'))]
  expect(() => requireProof(list)).toThrow('[ACTIVITY_COUNTED_TWICE]')
  expect(() =>
    requireProof([list[0] as (typeof list)[0], purchase({ ...on, part: 1 }, ALICE, BOB, regen('5'))]),
  ).not.toThrow()
})

test('invariant 6, Governance Override: any legal change is taken at any time, and leaves what was promised, funded and earned as it is', () => {
  holds(anyParams, anyParams, anyCommitments, anyUregen, (before, after, commitments, inflow) => {
    const wanted = { ...after, weights: before.weights }
    expect(changeConfig(before, wanted)).toBe(wanted)
    const aged = allocateStability({ committed: commitments, inflow, params: wanted }).commitments
    for (const [index, { rate, lockPeriods, promised, funded }] of aged.entries()) {
      const was = commitments[index]
      expect([rate, lockPeriods]).toEqual([was?.rate, was?.lockPeriods])
      expect(promised >= (was?.promised ?? 0n) && funded >= (was?.funded ?? 0n)).toBe(true)
    }
  })
})

test('invariant 6, Governance Override: the next period is paid by the new parameters', () => {
  const activities = [purchase(at(1), ALICE, BOB, regen('100'))]
  const paid = (params: ReturnType<typeof withParams>) => {
    const { scores } = scoreActivities(creditActivities(activities, params).contributions, params)
    const result = distributePeriod({
      period: 1,
      phase: 'DISTRIBUTING',
      inflow: regen('1000'),
      carriedIn: 0n as Uregen,
      commitments: [commitmentOf(regen('5200'))],
      scores,
      params,
    })
    return [result.record.governance, result.record.stability, result.record.distributed]
  }
  const before = withParams()
  expect(paid(before)).toEqual([regen('300'), regen('6'), regen('694')])
  expect(paid(changeConfig(before, withParams({ autoShare: fraction('0.5') })))).toEqual([
    regen('500'),
    regen('6'),
    regen('494'),
  ])
})

test('a score is the sum of its weighted parts, so the scores of all add up to the weighted total', () => {
  holds(anyActivities, anyParams, (activities, any) => {
    const params = { ...any, scoring: 'raw', scoreRounding: 'exact', scoreBasis: 'value' } as const
    const { contributions } = creditActivities(activities, params)
    const { scores } = scoreActivities(contributions, params)
    const expected = sumRatios(
      ...ACTIVITY_KINDS.flatMap(kind =>
        contributions
          .filter(contribution => contribution.kind === kind)
          .map(({ amount }) =>
            ratio(amount.num * params.weights[kind].num, amount.den * params.weights[kind].den),
          ),
      ),
    )
    expect(sumRatios(...scores.map(({ score }) => score))).toEqual(expected)
    expect(distributeActivity({ pool: 0n as Uregen, scores, params }).distributed).toBe(0n)
    expect(splitInflow(0n as Uregen, params)).toEqual({ auto: 0n, governance: 0n })
  })
})

test('the errors say which activity, and where it is written', () => {
  const bad = { ...purchase(at(1), ALICE, BOB, regen('5')), messageIndex: -1, txHash: 'beef' }
  let caught: unknown
  try {
    requireProof([bad])
  } catch (error) {
    caught = error
  }
  expect(isRegenError(caught, 'ACTIVITY_UNPROVEN') && caught.context).toEqual({
    kind: 'purchase',
    place: 'BEEF/-1/0',
  })
  expect(() => requireProof([bad])).toThrowErrorMatchingInlineSnapshot(
    `[RegenError: A purchase names no transaction and message: "BEEF/-1/0". Activity Integrity: give 64 hexadecimal digits, and indexes from 0. [ACTIVITY_UNPROVEN]]`,
  )
})
