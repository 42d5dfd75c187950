import { describe, expect, test } from 'vitest'
import { honestPeriodOf, honestVolumes, MITIGATIONS, runEpoch, washTrading } from '../../src/epoch/index.ts'
import { breakEvenOf, washTerms } from '../../src/epoch/wash/washTerms.ts'
import { washTrade } from '../../src/mechanisms/m015-contribution-weighted-rewards/washTrading/washTrade.ts'
import { KNOBS } from '../../src/policy/knobs.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import { floor, formatRatio, type Ratio, ratio, ZERO } from '../../src/primitives/ratio.ts'
import { formatRegen, parseRegen, type Uregen, uregen } from '../../src/primitives/uregen.ts'
import {
  ALICE,
  addressOf,
  BOB,
  charge,
  economy,
  hash,
  inputs,
  type Json,
  purchase,
  regen,
} from './economy.ts'

/** Wash trading from a policy and a period: what the formulas are given, and what each mitigation does. */

/** As the specification is without our mitigations: own platforms count, and so does each of two roles. */
const UNMITIGATED = { selfFacilitation: 'count', autoRetireScoring: 'both' }
const policyOf = (m015: Json = {}, rest: Json = {}) =>
  parsePolicy({ m015: { ...UNMITIGATED, ...m015 }, ...rest })

/** Reading 3.4: issuance 1,000,000 at 2 % and trade 100,000 at 1 %. */
const volumes = (issuance: string, trade: string, retirement = '0') =>
  honestVolumes(
    {
      CreditIssuance: parseRegen(issuance),
      CreditTransfer: uregen(0n),
      CreditRetirement: parseRegen(retirement),
      MarketplaceTrade: parseRegen(trade),
    },
    ZERO,
  )
const ISSUING = volumes('1000000', '100000')

const paying = ({ routes }: { routes: readonly { name: string; verdict: string }[] }) =>
  routes.filter(({ verdict }) => verdict !== 'loss').map(({ name }) => name)
const ALL_ROUTES = washTrading(policyOf(), ISSUING).breakEven.routes.map(({ name }) => name)

describe('what the formulas are given', () => {
  test('reading 3.4 under the default policy: k 0.175, Φ_h 21,000, S_h 30,000, ρ_h 0.7; every route pays', () => {
    const { honest, breakEven } = washTrading(policyOf(), ISSUING)
    expect(formatRatio(breakEven.k)).toBe('0.175')
    expect(honest).toEqual({ fees: ratio(parseRegen('21000')), score: ratio(parseRegen('30000')) })
    expect(breakEven.honestRho && formatRatio(breakEven.honestRho)).toBe('0.7')
    expect(paying(breakEven)).toEqual(ALL_ROUTES)
    expect(ALL_ROUTES).toHaveLength(9)
  })

  test('reading 3.4 with k 1/4: W* 566,666⅔ REGEN, best volume and profit to the uregen', () => {
    const { routes } = washTrading(policyOf({ autoShare: '1' }), ISSUING).breakEven
    const pingPong = routes.find(({ name }) => name === 'ping-pong')
    expect(formatRegen(floor(pingPong?.breakEvenVolume ?? ZERO) as Uregen).slice(0, 10)).toBe('566666.666')
    const { volume = 0n, profit = ZERO } = pingPong?.best ?? {}
    expect([volume / 10n ** 9n, floor(profit) / 1000n]).toEqual([158n, 1_877_016n])
  })

  test('with trade alone no route of the table pays', () => {
    const { breakEven } = washTrading(policyOf(), volumes('0', '100000'))
    expect(breakEven.sybilResistant).toBe(true)
  })

  test('a period that was run gives fees by type, its scores, and what the tier took', () => {
    const start = economy({ stability: { inflows: [regen('100000')] } })
    const policy = policyOf()
    const { report } = runEpoch(
      start,
      inputs({
        transactions: [
          charge('CreditIssuance', '1000000'),
          purchase('100000', { txHash: hash(2), payer: BOB }),
        ],
        stability: { requests: [{ id: 'a', holder: ALICE, amount: regen('3000000'), lockMonths: 6 }] },
      }),
      policy,
    )
    const period = honestPeriodOf(report, policy)
    expect(report.rewards.record.stability).toBe(1_575_000_000n)
    expect(period.tier).toEqual({ due: 3_461_538_461n })
    const { honest, breakEven } = washTrading(policy, period)
    expect(honest.fees).toEqual(ratio(parseRegen('21000')))
    expect(honest.score).toEqual(ratio(parseRegen('30000')))
    expect(formatRatio(breakEven.k)).toBe('0.1')
    expect(honestPeriodOf(runEpoch(start, inputs(), policy).report, policy).tier).toEqual({ due: 0n })
  })

  test('nobody else with a score: any volume pays, and the mitigations say so', () => {
    const { breakEven, mitigations } = washTrading(policyOf(), volumes('1000000', '0'))
    expect(breakEven.honestRho).toBe(null)
    expect(paying(breakEven)).toEqual(ALL_ROUTES)
    expect(mitigations.find(({ name }) => name === 'score the fees paid')?.everyRouteLoses).toBe(true)
  })

  test('a community pool with a tag for agents gives back less', () => {
    const m013 = {
      agentFund: { kind: 'community-tag', share: '0.2' },
      shares: { burn: '0.3', validator: '0.4', community: '0.3', agent: '0' },
    }
    expect(formatRatio(washTrading(policyOf({}, { m013 }), ISSUING).breakEven.k)).toBe('0.168')
  })
})

/** What an attacker earns when the period is really run with the attack in it, against what it pays: in uregen. */
function attack(policy: ReturnType<typeof parsePolicy>, volume: Uregen): bigint {
  const attacker = addressOf(77)
  const { report } = runEpoch(
    economy(),
    inputs({
      transactions: [
        charge('CreditIssuance', '1000000'),
        purchase('100000', { txHash: hash(2) }),
        purchase('0', { txHash: hash(3), payer: attacker, value: volume.toString() }),
      ],
    }),
    policy,
  )
  const reward = report.rewards.record.rewards.find(({ address }) => address === attacker)?.reward ?? 0n
  return reward - volume / 100n
}

describe('the verdict is what a run shows', () => {
  test('at the best volume the attacker ends with the profit of the formula, but for the floors', () => {
    const policy = policyOf()
    const route = washTrading(policy, ISSUING).breakEven.routes.find(({ name }) => name === 'ping-pong')
    const best = route?.best ?? { volume: uregen(0n), profit: ZERO }
    const difference = attack(policy, best.volume) - floor(best.profit)
    expect(difference >= -3n && difference <= 3n).toBe(true)
  })

  test('half of W* pays and twice W* does not', () => {
    const policy = policyOf()
    const route = washTrading(policy, ISSUING).breakEven.routes.find(({ name }) => name === 'ping-pong')
    const w = floor(route?.breakEvenVolume ?? ZERO)
    expect(attack(policy, (w / 2n) as Uregen) > 0n).toBe(true)
    expect(attack(policy, (w * 2n) as Uregen) < 0n).toBe(true)
  })

  test.each([
    ['m015.rewardCapPerOwnFees', { m015: { ...UNMITIGATED, rewardCapPerOwnFees: '0.5' } }],
    ['m015.scoreBasis', { m015: { ...UNMITIGATED, scoreBasis: 'fee-paid' } }],
    ['epoch.autoInflow', { m015: UNMITIGATED, epoch: { autoInflow: 'scored-fees' } }],
  ])('with %s on the run is a loss at every volume', (_, change) => {
    for (const volume of ['1000', '50000', '158198.889747', '1000000'])
      expect([volume, attack(parsePolicy(change), parseRegen(volume)) < 0n]).toEqual([volume, true])
  })
})

describe('reading 3.5, mitigations, each on its own', () => {
  const report = washTrading(policyOf(), ISSUING)
  const mitigated = (name: string) => {
    const found = report.mitigations.find(mitigation => mitigation.name === name)
    if (found === undefined) throw new Error(name)
    return found
  }

  test.each([
    ['cap on own fees', []],
    ['score the fees paid', []],
    ['only fees that earn a score', []],
    ['no facilitation of oneself', ALL_ROUTES],
    ['auto-retired purchases count once', ALL_ROUTES],
    ['no score for pairs', ALL_ROUTES.filter(name => !name.startsWith('ping-pong'))],
    ['a least number of scorers', ALL_ROUTES],
    ['a least value of an activity', ALL_ROUTES],
    ['retirements at the market price', ['published-cycle', 'ping-pong', 'ping-pong-own-platform']],
  ])('%s', (name, left) => {
    const { breakEven, everyRouteLoses } = mitigated(name)
    expect(paying(breakEven)).toEqual(left)
    expect(everyRouteLoses).toBe(left.length === 0)
  })

  test('only fees that earn a score: in a period of cheap retirements and dear trades a route still pays', () => {
    const policy = policyOf(
      { autoShare: '1' },
      { m013: { shares: { burn: '0', validator: '0.05', community: '0.9', agent: '0.05' } } },
    )
    const { mitigations } = washTrading(policy, volumes('0', '1000000'))
    const found = mitigations.find(({ name }) => name === 'only fees that earn a score')
    expect(found?.everyRouteLoses).toBe(false)
  })

  test('a weight for issuance gives honest issuers a score, and the attacker a route', () => {
    const { breakEven } = mitigated('a weight for issuance')
    expect(breakEven.honestRho && formatRatio(breakEven.honestRho)).toBe('7/110')
    expect(breakEven.routes.at(-1)).toMatchObject({ name: 'issue', scorePerVolume: ratio(3n, 10n) })
    expect(breakEven.routes.find(({ name }) => name === 'issue-and-retire')?.scorePerVolume).toEqual(
      ratio(3n, 5n),
    )
    expect(paying(breakEven)).toEqual(['retire-own-platform', 'retire-other-platform'])
  })

  test('what only pays below the least value is a loss', () => {
    const tiny = volumes('0.1', '0.01')
    const before = washTrading(policyOf({ minActivityValue: '0' }, { m013: { minFee: '0' } }), tiny)
    expect(paying(before.breakEven)).toEqual(ALL_ROUTES)
    const found = before.mitigations.find(({ name }) => name === 'a least value of an activity')
    expect(found?.everyRouteLoses).toBe(true)
  })

  test('a period so small that the minimum fee eats it pays nobody', () => {
    expect(washTrading(policyOf(), volumes('0.1', '0.01')).breakEven.sybilResistant).toBe(true)
  })

  test('a minimum of 0 and no least value: messages whose fee is floored to 0 are free', () => {
    const policy = policyOf({ minActivityValue: '0' }, { m013: { minFee: '0' } })
    const { breakEven } = washTrading(policy, volumes('0', '100000'))
    expect([breakEven.freeScore, breakEven.sybilResistant]).toEqual([true, false])
  })

  test('a stricter setting of the policy is kept', () => {
    const strict = policyOf({ rewardCapPerOwnFees: '0.25', minScorers: 9, minActivityValue: '5000000' })
    const settings = MITIGATIONS.map(({ apply }) => apply(strict).policy.m015)
    expect(
      settings.map(({ rewardCapPerOwnFees }) => rewardCapPerOwnFees && formatRatio(rewardCapPerOwnFees)),
    ).toEqual(MITIGATIONS.map(() => '0.25'))
    expect(
      settings.every(
        ({ minScorers, minActivityValue }) => minScorers === 9 && minActivityValue === 5_000_000n,
      ),
    ).toBe(true)
  })

  test('each names a knob that there is, or says that there is none', () => {
    for (const { knob } of MITIGATIONS) {
      if (knob === null) continue
      const [section = '', name = ''] = knob.split('.')
      expect([knob, Object.hasOwn((KNOBS as Record<string, object>)[section] ?? {}, name)]).toEqual([
        knob,
        true,
      ])
    }
  })
})

describe('a part of the cost that feeds the pool', () => {
  test('k·φ’/φ and Φ_h·φ/φ’ give the same pool, reward and profit as φ’ itself', () => {
    const policy = policyOf({}, { epoch: { autoInflow: 'scored-fees' } })
    const heavy = volumes('0', '1000', '9000000')
    const terms = washTerms(policy, {
      ...heavy(policy),
      fees: { ...heavy(policy).fees, MarketplaceTrade: ratio(parseRegen('9000000')) },
    })
    const { routes } = breakEvenOf(terms)
    const cycle = routes.find(({ name }) => name === 'issue-and-retire')
    const volume = cycle?.best?.volume ?? uregen(0n)
    expect(volume > 0n).toBe(true)
    const fed = ratio(5n, 1000n)
    const own = washTrade({
      k: terms.k,
      honest: terms.honest,
      route: { name: 'fed', feesPerVolume: fed, scorePerVolume: cycle?.scorePerVolume ?? ZERO },
      volume,
    })
    const minus = (a: Ratio, b: Ratio) => ratio(a.num * b.den - b.num * a.den, a.den * b.den)
    const cost = ratio(volume * 25n, 1000n)
    expect(minus(own.reward, cost)).toEqual(cycle?.best?.profit)
  })
})
