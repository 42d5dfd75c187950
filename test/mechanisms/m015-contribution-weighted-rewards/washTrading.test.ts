import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distribute } from '../../../src/mechanisms/m015-contribution-weighted-rewards/distribution/distribution.ts'
import type {
  PricedRoute,
  RewardConfig,
} from '../../../src/mechanisms/m015-contribution-weighted-rewards/index.ts'
import {
  priceRoute,
  WASH_ROUTES,
} from '../../../src/mechanisms/m015-contribution-weighted-rewards/washTrading/routes.ts'
import { washTrade } from '../../../src/mechanisms/m015-contribution-weighted-rewards/washTrading/washTrade.ts'
import {
  returnedShare,
  washTradeBreakEven,
} from '../../../src/mechanisms/m015-contribution-weighted-rewards/washTrading/washTradeBreakEven.ts'
import { floor, formatRatio, ONE, type Ratio, ratio, ZERO } from '../../../src/primitives/ratio.ts'
import { type Uregen, uregen } from '../../../src/primitives/uregen.ts'
import { holds } from '../../support/arbitraries.ts'
import { ALICE, BOB, fraction, withParams } from './arbitraries.ts'

const RATES = {
  CreditIssuance: fraction('0.02'),
  CreditTransfer: fraction('0.001'),
  CreditRetirement: fraction('0.005'),
  MarketplaceTrade: fraction('0.01'),
}

/** As the specification is without our mitigations: own platforms count, and so does each of two roles. */
const UNMITIGATED = withParams({ selfFacilitation: 'count', autoRetireScoring: 'both' })

const priced = (params: RewardConfig = UNMITIGATED): readonly PricedRoute[] =>
  WASH_ROUTES.map(route => priceRoute(route, RATES, params))

const routeNamed = (name: string, params: RewardConfig = UNMITIGATED): PricedRoute => {
  const route = priced(params).find(route => route.name === name)
  if (route === undefined) throw new Error(name)
  return route
}

const route = (feesPerVolume: Ratio, scorePerVolume: Ratio): PricedRoute => ({
  name: 'any',
  feesPerVolume,
  scorePerVolume,
})

const plain = route(fraction('0.01'), fraction('0.30'))

/** profit − loss, as one number over one denominator. */
const net = (wash: Parameters<typeof washTrade>[0]) => {
  const { profit, loss } = washTrade(wash)
  return profit.num > 0n ? { num: profit.num, den: profit.den } : { num: -loss.num, den: loss.den }
}

const isAtMost = (a: { num: bigint; den: bigint }, b: { num: bigint; den: bigint }) =>
  a.num * b.den <= b.num * a.den

const perMille = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map(parts => ratio(BigInt(parts), 1000n))
const anyRoute = fc.tuple(perMille(0, 40), perMille(0, 1000)).map(([phi, omega]) => route(phi, omega))
const anyMix = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 13n }), fc.bigInt({ min: 0n, max: 10n ** 14n }))
  .map(([fees, score]) => ({ fees: fees as Uregen, score: ratio(score, 10n) }))
const anyK = perMille(0, 999)
const anyVolume = fc.bigInt({ min: 0n, max: 10n ** 15n }).map(volume => volume as Uregen)

describe('reading 3.1, derivation', () => {
  test('a route pays for some volume exactly when k·ρ_h > ρ_w', () => {
    holds(anyK, anyMix, anyRoute, (k, honest, any) => {
      const { honestRho, routes } = washTradeBreakEven({ k, honest, routes: [any] })
      const [verdict] = routes
      if (honestRho === null || verdict?.rho === null || verdict === undefined) return
      const pays = k.num * honestRho.num * verdict.rho.den > verdict.rho.num * k.den * honestRho.den
      const least = net({ k, honest, route: any, volume: uregen(1n) }).num > 0n
      expect(verdict.verdict !== 'loss').toBe(pays && (verdict.verdict === 'unlimited' || least))
    })
  })

  test('a W* of one uregen or less is a loss: no whole uregen pays', () => {
    const honest = (fees: bigint) => ({ fees: fees as Uregen, score: ratio(1n, 1000n) })
    const verdictOf = (k: Ratio, fees: bigint) =>
      washTradeBreakEven({ k, honest: honest(fees), routes: [plain] }).routes[0]
    // W* = (k·ω·Φ_h − φ·S_h) / (φ·ω·(1−k)): 0 here with 1/10,000,000 of k, and 98⅔ with a half
    expect(verdictOf(ratio(1n, 200n), 1n)).toMatchObject({
      verdict: 'loss',
      breakEvenVolume: null,
      best: null,
    })
    expect(verdictOf(ratio(1n, 2n), 1n)?.verdict).toBe('profit')
  })

  test('it pays strictly below W*, not at W* and not above', () => {
    holds(anyK, anyMix, anyRoute, anyVolume, (k, honest, any, volume) => {
      const [verdict] = washTradeBreakEven({ k, honest, routes: [any] }).routes
      const { num } = net({ k, honest, route: any, volume })
      if (verdict?.verdict === 'loss') expect(num <= 0n).toBe(true)
      if (verdict?.verdict === 'unlimited') expect(num > 0n || volume === 0n).toBe(true)
      if (verdict?.verdict !== 'profit' || verdict.breakEvenVolume === null) return
      const { num: w, den } = verdict.breakEvenVolume
      expect(num > 0n).toBe(volume > 0n && volume * den < w)
      if (den === 1n) expect(net({ k, honest, route: any, volume: uregen(w) }).num).toBe(0n)
    })
  })

  test('the best whole volume is better than one less and at least as good as one more', () => {
    holds(anyK, anyMix, anyRoute, anyVolume, (k, honest, any, volume) => {
      const [verdict] = washTradeBreakEven({ k, honest, routes: [any] }).routes
      if (verdict?.best == null) return
      const { best } = verdict
      const at = (volume: bigint) => net({ k, honest, route: any, volume: uregen(volume) })
      const top = at(best.volume)
      expect(top).toEqual({ num: best.profit.num, den: best.profit.den })
      expect(isAtMost(at(best.volume + 1n), top)).toBe(true)
      if (best.volume > 0n) {
        const before = at(best.volume - 1n)
        expect(isAtMost(before, top)).toBe(true)
        expect(isAtMost(top, before)).toBe(false)
      }
      expect(isAtMost(at(volume), top)).toBe(true)
    })
  })

  test('the reward of the formula is what the distribution pays, to within the floors', () => {
    holds(anyK, anyMix, anyRoute, anyVolume, (k, honest, any, volume) => {
      const { pool, reward } = washTrade({ k, honest, route: any, volume })
      if (honest.score.num === 0n || any.scorePerVolume.num === 0n || volume === 0n) return
      const score = ratio(any.scorePerVolume.num * volume, any.scorePerVolume.den)
      const [paid] = distribute(floor(pool) as Uregen, [
        { address: ALICE, score },
        { address: BOB, score: honest.score },
      ])
      const difference = (paid?.reward ?? 0n) - floor(reward)
      expect(difference >= -1n && difference <= 1n).toBe(true)
    })
  })

  test('only the mix matters: with ten times the honest volume and ten times the attack, all of it is ten times as much', () => {
    holds(anyK, anyMix, anyRoute, (k, honest, any) => {
      const ten = { fees: uregen(honest.fees * 10n), score: ratio(honest.score.num * 10n, honest.score.den) }
      const [small] = washTradeBreakEven({ k, honest, routes: [any] }).routes
      const [large] = washTradeBreakEven({ k, honest: ten, routes: [any] }).routes
      if (large?.breakEvenVolume && large.breakEvenVolume.num <= 10n * large.breakEvenVolume.den) return
      expect(large?.verdict).toBe(small?.verdict)
      if (small?.breakEvenVolume && large?.breakEvenVolume)
        expect(large.breakEvenVolume).toEqual(
          ratio(small.breakEvenVolume.num * 10n, small.breakEvenVolume.den),
        )
    })
  })

  test('where scores are proportional to the fees paid, no mix makes any k < 1 pay', () => {
    holds(anyK, anyMix, perMille(0, 40), perMille(1, 1000), (k, { fees }, phi, perFee) => {
      const scoreOf = (fee: Ratio) => ratio(fee.num * perFee.num, fee.den * perFee.den)
      const honest = { fees, score: scoreOf(ratio(fees)) }
      const { sybilResistant } = washTradeBreakEven({ k, honest, routes: [route(phi, scoreOf(phi))] })
      expect(sybilResistant).toBe(true)
    })
  })
})

test.each([
  ['published-cycle', '0.021', '0.3', '0.07'],
  ['ping-pong', '0.01', '0.3', '1/30'],
  ['ping-pong-own-platform', '0.01', '0.5', '0.02'],
  ['retire', '0.005', '0.3', '1/60'],
  ['retire-own-platform', '0.005', '0.5', '0.01'],
  ['auto-retire', '0.01', '0.6', '1/60'],
  ['auto-retire-own-platform', '0.01', '0.8', '0.0125'],
  ['issue-and-retire', '0.025', '0.3', '1/12'],
])('reading 3.2: route %s costs %s and scores %s per volume, %s for a point of score', (name, φ, ω, ρ) => {
  const priced = routeNamed(name)
  expect([formatRatio(priced.feesPerVolume), formatRatio(priced.scorePerVolume)]).toEqual([φ, ω])
  const { routes } = washTradeBreakEven({
    k: fraction('0.25'),
    honest: { fees: uregen(1n), score: ONE },
    routes: [priced],
  })
  expect(routes[0]?.rho && formatRatio(routes[0].rho)).toBe(ρ)
})

describe('reading 3.3, the safety factor ρ_w/(k·ρ_h), published as 20', () => {
  const K = {
    'A, 30 % stability': returnedShare({
      communityShare: fraction('0.25'),
      autoShare: ONE,
      stabilityShare: fraction('0.30'),
    }),
    A: returnedShare({ communityShare: fraction('0.25'), autoShare: ONE, stabilityShare: ZERO }),
    '45 %': returnedShare({ communityShare: fraction('0.45'), autoShare: ONE, stabilityShare: ZERO }),
    '45 % × 70 %': returnedShare({
      communityShare: fraction('0.45'),
      autoShare: fraction('0.70'),
      stabilityShare: ZERO,
    }),
    'B 60 %': returnedShare({ communityShare: fraction('0.60'), autoShare: ONE, stabilityShare: ZERO }),
  }

  test('k of each model', () => {
    expect(Object.values(K).map(formatRatio)).toEqual(['0.175', '0.25', '0.45', '0.315', '0.6'])
  })

  /** To one decimal, half up; PROFIT where the factor is below 1. */
  const factor = (k: Ratio, honestRho: Ratio, name: string): string => {
    const honest = { fees: uregen(honestRho.num), score: ratio(honestRho.den) }
    const { routes, sybilResistant } = washTradeBreakEven({ k, honest, routes: [routeNamed(name)] })
    const rho = routes[0]?.rho ?? ZERO
    const tenths =
      (20n * rho.num * k.den * honestRho.den + rho.den * k.num * honestRho.num) /
      (2n * rho.den * k.num * honestRho.num)
    expect(sybilResistant).toBe(tenths >= 10n)
    return tenths < 10n ? 'PROFIT' : formatRatio(ratio(tenths, 10n))
  }

  // ρ_h of the agents: 50 issuances of 2, 100 trades of 1, 45 retirements of 0.8 and 35 transfers of 0.5 times a value
  test.each([
    ['ESS 6.6', '0.02', 'published-cycle', ['20', '14', '7.8', '11.1', '5.8']],
    ['ESS 6.6', '0.02', 'ping-pong', ['9.5', '6.7', '3.7', '5.3', '2.8']],
    ['ESS 6.6', '0.02', 'retire-own-platform', ['2.9', '2', '1.1', '1.6', 'PROFIT']],
    ['trade only', '1/30', 'ping-pong', ['5.7', '4', '2.2', '3.2', '1.7']],
    ['ESS P1 agents', '1279/16320', 'published-cycle', ['5.1', '3.6', '2', '2.8', '1.5']],
    ['ESS P1 agents', '1279/16320', 'ping-pong', ['2.4', '1.7', 'PROFIT', '1.4', 'PROFIT']],
    ['ESS P1 agents', '1279/16320', 'retire', ['1.2', 'PROFIT', 'PROFIT', 'PROFIT', 'PROFIT']],
    ['issuance-heavy', '0.70', 'published-cycle', ['PROFIT', 'PROFIT', 'PROFIT', 'PROFIT', 'PROFIT']],
  ])('%s (ρ_h %s), route %s: %j', (_, honestRho, name, factors) => {
    expect(Object.values(K).map(k => factor(k, fraction(honestRho), name))).toEqual(factors)
  })
})

describe('reading 3.4, worked examples: k 1/4, issuance 1,000,000 at 2 % and trade 100,000 at 1 %', () => {
  const wash = { k: fraction('1/4'), honest: { fees: uregen(21_000n), score: ratio(30_000n) } }

  test.each([
    [100_000n, '1000', '5500', '2750', '1750'],
    [200_000n, '2000', '5750', '11500/3', '5500/3'],
    [500_000n, '5000', '6500', '16250/3', '1250/3'],
  ])('W %d: cost %s, pool %s, reward %s, profit %s', (volume, cost, pool, reward, profit) => {
    const of = washTrade({ ...wash, route: plain, volume: uregen(volume) })
    expect([of.cost, of.pool, of.reward, of.profit, of.loss].map(formatRatio)).toEqual([
      cost,
      pool,
      reward,
      profit,
      '0',
    ])
  })

  test('W* is 566,666⅔, the best volume 158,199 with a profit of 1,877.02', () => {
    const { honestRho, routes, sybilResistant } = washTradeBreakEven({ ...wash, routes: [plain] })
    const [verdict] = routes
    expect(honestRho && formatRatio(honestRho)).toBe('0.7')
    expect([verdict?.verdict, sybilResistant]).toEqual(['profit', false])
    expect(verdict?.breakEvenVolume && formatRatio(verdict.breakEvenVolume)).toBe('1700000/3')
    expect(verdict?.best?.volume).toBe(158_199n)
    const { num, den } = verdict?.best?.profit ?? ONE
    expect((2n * num * 100n + den) / (2n * den)).toBe(187_702n)
  })

  test('in uregen, the best volume is 158,198.889747 REGEN', () => {
    const honest = { fees: uregen(21_000_000_000n), score: ratio(30_000_000_000n) }
    const [verdict] = washTradeBreakEven({ ...wash, honest, routes: [plain] }).routes
    expect(verdict?.best?.volume).toBe(158_198_889_747n)
  })

  test('with trade only, Φ_h 1,000, the same 100,000 lose 750', () => {
    const honest = { fees: uregen(1_000n), score: ratio(30_000n) }
    const { loss, profit } = washTrade({ ...wash, honest, route: plain, volume: uregen(100_000n) })
    expect([loss, profit].map(formatRatio)).toEqual(['750', '0'])
    expect(washTradeBreakEven({ ...wash, honest, routes: [plain] }).sybilResistant).toBe(true)
  })
})

describe('cases of their own', () => {
  const honest = { fees: uregen(1_000n), score: ratio(30_000n) }
  const verdictOf = (k: Ratio, any: PricedRoute, mix = honest) => {
    const [found] = washTradeBreakEven({ k, honest: mix, routes: [any] }).routes
    return [found?.verdict, found?.breakEvenVolume && formatRatio(found.breakEvenVolume), found?.best]
  }

  test('k = 1: what pays at all pays without end, what does not never does', () => {
    expect(verdictOf(ONE, route(fraction('0.009'), fraction('0.3')))).toEqual(['unlimited', '0', null])
    expect(verdictOf(ONE, plain)).toEqual(['loss', null, null])
    expect(verdictOf(ONE, route(fraction('0.02'), fraction('0.3')))).toEqual(['loss', null, null])
  })

  test('k > 1: every volume beyond some point pays, because fees come back as more than they were', () => {
    const k = fraction('3/2')
    const dear = route(fraction('0.05'), fraction('0.3'))
    expect(verdictOf(k, dear)).toEqual(['unlimited', '140000', null])
    expect(net({ k, honest, route: dear, volume: uregen(140_000n) }).num).toBe(0n)
    expect(net({ k, honest, route: dear, volume: uregen(140_001n) }).num > 0n).toBe(true)
    expect(net({ k, honest, route: dear, volume: uregen(139_999n) }).num < 0n).toBe(true)
    expect(verdictOf(k, plain)).toEqual(['unlimited', '0', null])
  })

  test('k > 1 with a route that costs or scores nothing', () => {
    const k = fraction('3/2')
    expect(verdictOf(k, route(ZERO, fraction('0.3')))).toEqual(['unlimited', '0', null])
    expect(verdictOf(k, route(fraction('0.01'), ZERO))).toEqual(['loss', null, null])
    expect(verdictOf(k, route(fraction('0.001'), fraction('0.00001')))[0]).toBe('unlimited')
    expect(verdictOf(k, route(ONE, ONE))[0]).toBe('unlimited')
  })

  test('of two volumes with the same profit, the smaller is the best', () => {
    const wash = { k: fraction('1/2'), honest: { fees: uregen(7n), score: ONE }, route: route(ONE, ONE) }
    const profits = [1n, 2n].map(volume => formatRatio(washTrade({ ...wash, volume: uregen(volume) }).profit))
    expect(profits).toEqual(['1', '1'])
    expect(washTradeBreakEven({ ...wash, routes: [wash.route] }).routes[0]?.best).toEqual({
      volume: 1n,
      profit: ONE,
    })
  })

  test('nobody else has a score: the least volume takes the whole pool', () => {
    const alone = { fees: uregen(1_000n), score: ZERO }
    const { honestRho, routes } = washTradeBreakEven({ k: fraction('1/4'), honest: alone, routes: [plain] })
    expect(honestRho).toBe(null)
    expect([routes[0]?.verdict, routes[0]?.best?.volume]).toEqual(['profit', 1n])
    expect(formatRatio(routes[0]?.best?.profit ?? ZERO)).toBe('249.9925')
    expect(routes[0]?.breakEvenVolume).toEqual(ratio(100_000n, 3n))
    expect(verdictOf(fraction('1/4'), plain, { fees: uregen(0n), score: ZERO })).toEqual(['loss', null, null])
  })

  test('a route without a score never pays, one without fees pays without end', () => {
    expect(verdictOf(fraction('1/4'), route(fraction('0.01'), ZERO))).toEqual(['loss', null, null])
    expect(verdictOf(fraction('1/4'), route(ZERO, fraction('0.3')))).toEqual(['unlimited', '0', null])
    expect(verdictOf(fraction('1/4'), route(ZERO, ZERO))).toEqual(['loss', null, null])
    expect(verdictOf(ZERO, route(ZERO, fraction('0.3')))).toEqual(['loss', null, null])
  })

  test('no volume earns nothing and costs nothing', () => {
    const { cost, reward, profit, loss } = washTrade({
      k: fraction('1/4'),
      honest: { fees: uregen(5n), score: ZERO },
      route: plain,
      volume: uregen(0n),
    })
    expect([cost, reward, profit, loss]).toEqual([ZERO, ZERO, ZERO, ZERO])
  })
})

describe('reading 3.5, mitigations', () => {
  const k = fraction('1/4')
  const honest = { fees: uregen(21_000n), score: ratio(30_000n) }
  const paying = (params: RewardConfig) =>
    washTradeBreakEven({ k, honest, routes: priced(params) })
      .routes.filter(({ verdict }) => verdict !== 'loss')
      .map(({ name }) => name)

  test('in an epoch with much issuance every route pays, before any of them', () => {
    expect(paying(UNMITIGATED)).toEqual(WASH_ROUTES.map(({ name }) => name))
  })

  test('a cap λ < 1 on one’s own fees makes every route a loss, for any mix, and the profit function agrees', () => {
    holds(anyMix, anyRoute, anyVolume, perMille(0, 999), (mix, any, volume, rewardCapPerOwnFees) => {
      const wash = { k, honest: mix, rewardCapPerOwnFees }
      expect(washTradeBreakEven({ ...wash, routes: [any] }).sybilResistant).toBe(true)
      expect(washTrade({ ...wash, route: any, volume }).profit).toEqual(ZERO)
    })
    expect(washTradeBreakEven({ k, honest, routes: priced(), rewardCapPerOwnFees: ONE }).sybilResistant).toBe(
      true,
    )
    expect(
      washTradeBreakEven({ k, honest, routes: priced(), rewardCapPerOwnFees: fraction('3/2') })
        .sybilResistant,
    ).toBe(false)
  })

  test('scoring fees instead of values makes every route a loss', () => {
    const params = withParams({ scoreBasis: 'fee-paid' })
    const sameBasis = { fees: uregen(21_000n), score: fraction('16800') }
    expect(
      washTradeBreakEven({ k, honest: sameBasis, routes: priced(params) }).routes.map(
        ({ rho }) => rho && formatRatio(rho),
      ),
    ).toEqual(WASH_ROUTES.map(() => '1.25'))
    expect(washTradeBreakEven({ k, honest: sameBasis, routes: priced(params) }).sybilResistant).toBe(true)
  })

  test('excluding self-facilitation takes the weight from a platform under the trader’s address, not from one under another', () => {
    const params = withParams({ selfFacilitation: 'exclude' })
    const ω = (name: string, of: RewardConfig) => formatRatio(routeNamed(name, of).scorePerVolume)
    expect([ω('retire-own-platform', UNMITIGATED), ω('retire-own-platform', params)]).toEqual(['0.5', '0.3'])
    expect([ω('retire-other-platform', UNMITIGATED), ω('retire-other-platform', params)]).toEqual([
      '0.5',
      '0.5',
    ])
    expect(ω('retire-other-platform', withParams({ facilitationId: 'none' }))).toBe('0.3')
  })

  test('an auto-retired purchase scores once: by knob as a purchase, as a retirement, or as both', () => {
    const weights = { ...withParams().weights, purchase: fraction('0.35'), retirement: fraction('0.25') }
    const ω = (autoRetireScoring: RewardConfig['autoRetireScoring']) =>
      formatRatio(routeNamed('auto-retire', withParams({ weights, autoRetireScoring })).scorePerVolume)
    expect([ω('purchase'), ω('retirement'), ω('both')]).toEqual(['0.35', '0.25', '0.6'])
  })

  test('excluding pairs takes the score from ping-pong, not from routes that retire', () => {
    expect(paying(withParams({ pairTrades: 'exclude' }))).toEqual(
      WASH_ROUTES.filter(({ pairs }) => !pairs).map(({ name }) => name),
    )
  })
})
