import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { attackersOf, honestVolumes, washAttack } from '../../src/epoch/index.ts'
import { breakEvenOf, washTerms } from '../../src/epoch/wash/washTerms.ts'
import type { TxType } from '../../src/mechanisms/m013-value-based-fee-routing/params.ts'
import { REMAINDERS } from '../../src/mechanisms/m013-value-based-fee-routing/split.ts'
import { REWARD_CHOICES } from '../../src/mechanisms/m015-contribution-weighted-rewards/params.ts'
import { WASH_ROUTES } from '../../src/mechanisms/m015-contribution-weighted-rewards/washTrading/routes.ts'
import { compareRatios, ratio, ZERO } from '../../src/primitives/ratio.ts'
import { parseTime } from '../../src/primitives/time.ts'
import type { Uregen } from '../../src/primitives/uregen.ts'
import { pays, washTrade } from '../../src/simulation/agents/washTraders.ts'
import { type Step, simulateRun, toEpochInputs } from '../../src/simulation/index.ts'
import { runUnder } from '../epoch/economy.ts'
import { RUNS } from '../support/runs.ts'
import { changed } from './support.ts'

/** Wash traders go in when that very trade pays; the closed formula agrees where its premises hold, and a table says where they do not. */

type Trade = { readonly route: string; readonly regen: bigint; readonly messages?: number }

const routeNamed = (name: string) => {
  const route = WASH_ROUTES.find(known => known.name === name)
  if (route === undefined) throw new Error(`no route ${name}`)
  return route
}

/** The same trade as charged messages: pairs share the rounds of their messages. */
const attackOf = ({ route: name, regen, messages = 1 }: Trade) => {
  const route = routeNamed(name)
  return {
    route,
    volume: (regen * 1_000_000n) as Uregen,
    rounds: Math.max(1, Math.round(messages / (route.pairs ? 2 : 1))),
  }
}

/** The third period of the baseline, changed. */
function stepOf(change: object): Step {
  let third: Step | undefined
  simulateRun(changed('baseline', { periods: 3, ...change }), 0, {
    onStep: step => {
      third = step
    },
  })
  if (third === undefined) throw new Error('the run has no third period')
  return third
}

const decided = ({ inputs, state, policy }: Step, { route, regen, messages = 1 }: Trade): boolean =>
  pays(washTrade({ route: routeNamed(route), volume: (regen * 1_000_000n) as Uregen, messages }, policy), {
    soFar: inputs,
    state,
    policy,
  })

/** What the closed formula says of a volume: it pays below W*, or above it without end. */
function byTheFormula({ inputs, policy }: Step, { route, regen }: Trade): boolean {
  const of = (txType: TxType) =>
    inputs.volumes.reduce(
      (sum, volume) => (volume.txType === txType ? sum + volume.value.num / volume.value.den : sum),
      0n,
    ) as Uregen
  const honest = honestVolumes(
    {
      CreditIssuance: of('CreditIssuance'),
      CreditTransfer: of('CreditTransfer'),
      CreditRetirement: of('CreditRetirement'),
      MarketplaceTrade: of('MarketplaceTrade'),
    },
    ZERO,
  )
  const found = breakEvenOf(washTerms(policy, honest(policy))).routes.find(({ name }) => name === route)
  const sign = compareRatios(ratio(regen * 1_000_000n), found?.breakEvenVolume ?? ZERO)
  return found?.verdict === 'profit' ? sign < 0 : found?.verdict === 'unlimited' && sign > 0
}

/** Much is issued, which pays fees and earns no score: the little that is traded shares a full pool. */
const ISSUED = {
  mix: { CreditIssuance: '0.9', CreditTransfer: '0', CreditRetirement: '0.05', MarketplaceTrade: '0.05' },
}

test.each([
  {
    what: 'nothing is special',
    change: {},
    trade: { route: 'retire', regen: 1_000_000n },
    formula: false,
    exact: false,
  },
  {
    what: 'much is issued',
    change: { agents: { market: ISSUED } },
    trade: { route: 'retire', regen: 1_000_000n },
    formula: true,
    exact: true,
  },
  {
    what: 'a volume above W*',
    change: { agents: { market: ISSUED } },
    trade: { route: 'published-cycle', regen: 1_000_000n },
    formula: false,
    exact: false,
  },
  {
    what: 'a minimum for each of 100 messages',
    change: { agents: { market: ISSUED } },
    trade: { route: 'retire', regen: 1_000n, messages: 100 },
    formula: true,
    exact: false,
  },
  {
    what: 'a minimum for each of 100 messages that is 0',
    change: { agents: { market: ISSUED }, policy: { m013: { minFee: '0' } } },
    trade: { route: 'retire', regen: 1_000n, messages: 100 },
    formula: true,
    exact: true,
  },
  {
    what: 'what is minted goes to the pool',
    change: { policy: { m012: { countMintAsInflow: true, hardCap: '231000000000000' } } },
    trade: { route: 'retire', regen: 1_000_000n },
    formula: false,
    exact: true,
  },
  {
    what: 'pairs are excluded',
    change: { agents: { market: ISSUED }, policy: { m015: { pairTrades: 'exclude' } } },
    trade: { route: 'ping-pong', regen: 1_000n },
    formula: false,
    exact: false,
  },
  {
    what: 'half of the others go through platforms, which are credited too',
    change: {
      agents: {
        market: {
          mix: {
            CreditIssuance: '0.36',
            CreditTransfer: '0',
            CreditRetirement: '0.525',
            MarketplaceTrade: '0.115',
          },
        },
      },
    },
    trade: { route: 'retire-other-platform', regen: 1_000n },
    formula: true,
    exact: false,
  },
  {
    what: 'too few have a score',
    change: { agents: { market: ISSUED }, policy: { m015: { minScorers: 50 } } },
    trade: { route: 'retire', regen: 1_000_000n },
    formula: true,
    exact: false,
  },
  {
    what: 'a least value of an activity',
    change: { agents: { market: ISSUED }, policy: { m015: { minActivityValue: '2000000000' } } },
    trade: { route: 'retire', regen: 1_000n },
    formula: true,
    exact: false,
  },
  {
    what: 'the stability tier takes its part',
    change: {
      agents: { market: ISSUED },
      economy: { committed: { amount: '50000000000000', commitments: 5, lockMonths: 24 } },
    },
    trade: { route: 'retire', regen: 6_000_000n },
    formula: true,
    exact: false,
  },
])('$what: the formula says $formula, the period $exact', ({ change, trade, formula, exact }) => {
  const step = stepOf(change)
  expect([byTheFormula(step, trade), decided(step, trade)]).toEqual([formula, exact])
})

const few = Math.max(25, Math.round(RUNS / 8))

/** A mix in which the routes pay or lose, and a volume on either side of W*. */
const anyMarket = fc.record({
  issued: fc.integer({ min: 0, max: 95 }),
  traded: fc.integer({ min: 1, max: 99 }),
  usd: fc.integer({ min: 10_000, max: 5_000_000 }),
})
const anyTrade = fc.record({
  route: fc.constantFrom(...WASH_ROUTES.map(({ name }) => name)),
  regen: fc.bigInt({ min: 10_000n, max: 20_000_000n }),
  messages: fc.constantFrom(1, 2, 10, 100),
})

const marketStep = (
  { issued, traded, usd }: { issued: number; traded: number; usd: number },
  policy: object,
): Step => {
  const part = (100 - issued) / 100
  const mix = {
    CreditIssuance: issued / 100,
    CreditTransfer: 0,
    CreditRetirement: (part * (100 - traded)) / 100,
    MarketplaceTrade: (part * traded) / 100,
  }
  return stepOf({ policy, agents: { market: { volume: usd, mix, facilitated: 0 } } })
}

/** One trade on either side, whatever is drawn. */
const PAYS: [{ issued: number; traded: number; usd: number }, Required<Trade>] = [
  { issued: 91, traded: 45, usd: 4_999_998 },
  { route: 'auto-retire', regen: 12_805_218n, messages: 1 },
]
const LOSES: typeof PAYS = [
  { issued: 10, traded: 50, usd: 1_000_000 },
  { route: 'retire', regen: 1_000_000n, messages: 1 },
]

test('without minimum, minting and platforms, the formula and the period say the same of any volume', () => {
  const seen = { pays: 0, loses: 0 }
  fc.assert(
    fc.property(anyMarket, anyTrade, (market, trade) => {
      const step = marketStep(market, { m013: { minFee: '0' } })
      const [exact, formula] = [decided(step, trade), byTheFormula(step, trade)]
      // Within some uregen of W* the floors decide.
      const near = [trade.regen * 999n, trade.regen * 1_001n].map(regen =>
        byTheFormula(step, { ...trade, regen: regen / 1_000n }),
      )
      if (near[0] === near[1]) expect(exact).toBe(formula)
      seen[exact ? 'pays' : 'loses']++
    }),
    { numRuns: few, examples: [PAYS, LOSES] },
  )
  expect(Math.min(seen.pays, seen.loses)).toBeGreaterThan(0)
})

/** What a period pays a trade beyond its fees when each of its messages is put to it as a transaction of its own. */
function profitOf({ inputs, state, policy }: Step, trade: Trade): bigint {
  const attack = attackOf(trade)
  const transactions = washAttack(attack, parseTime(state.time).seconds + 1n).map((part, index) => ({
    ...part,
    txHash: (index + 1).toString(16).padStart(64, '0'),
  }))
  const { report } = runUnder(state, { ...toEpochInputs(inputs, state), transactions }, policy)
  const attackers = new Set(attackersOf(attack))
  const earned = report.rewards.record.rewards.reduce(
    (sum, { address, reward }) => (attackers.has(address) ? sum + reward : sum),
    0n,
  )
  const paid = report.fees.records.reduce(
    (sum, { payer, fee }) => (attackers.has(payer) ? sum + fee : sum),
    0n,
  )
  return earned - paid
}

/** Every knob that decides what a trade pays, is credited with or is rewarded by. */
const anyKnobs = fc
  .record({
    m012: fc.record({
      countMintAsInflow: fc.boolean(),
      hardCap: fc.constantFrom('221000000000000', '231000000000000'),
    }),
    m013: fc.record({
      minFee: fc.constantFrom('0', '1000000', '50000000'),
      minFeeScope: fc.constantFrom('message', 'tx', 'line'),
      minFeeVsMaxRate: fc.constantFrom('min-wins', 'cap-wins'),
      zeroValue: fc.constantFrom('min-fee', 'exempt', 'reject'),
      valueRounding: fc.constantFrom('exact', 'whole'),
      remainder: fc.constantFrom(...REMAINDERS),
      autoRetire: fc.constantFrom('trade-only', 'both'),
    }),
    m015: fc.record({
      scoring: fc.constantFrom(...REWARD_CHOICES.scoring),
      scoreRounding: fc.constantFrom(...REWARD_CHOICES.scoreRounding),
      scoreBasis: fc.constantFrom(...REWARD_CHOICES.scoreBasis),
      minActivityValue: fc.constantFrom('0', '1000000', '200000000000'),
      autoRetireScoring: fc.constantFrom(...REWARD_CHOICES.autoRetireScoring),
      facilitationId: fc.constantFrom(...REWARD_CHOICES.facilitationId),
      selfFacilitation: fc.constantFrom(...REWARD_CHOICES.selfFacilitation),
      pairTrades: fc.constantFrom(...REWARD_CHOICES.pairTrades),
      rewardCapPerOwnFees: fc.constantFrom(null, '0.5', '0.95'),
      minScorers: fc.constantFrom(1, 3, 4),
      rewardDust: fc.constantFrom(...REWARD_CHOICES.rewardDust),
      autoShare: fc.constantFrom('0.70', '1'),
    }),
    epoch: fc.record({ autoInflow: fc.constantFrom('all-fees', 'scored-fees') }),
  })
  // A purchase that pays for its retirement as well is one message here, and two in a simulation: a minimum of each line is the same for both.
  .map(({ m013, ...rest }) => ({
    ...rest,
    m013: m013.autoRetire === 'both' ? { ...m013, minFeeScope: 'line' } : m013,
  }))

/** Knobs under which a trade of a platform of its own earns, whatever is drawn. */
const EARNING: typeof anyKnobs extends fc.Arbitrary<infer Knobs> ? Knobs : never = {
  m012: { countMintAsInflow: true, hardCap: '231000000000000' },
  m013: {
    minFee: '50000000',
    minFeeScope: 'line',
    minFeeVsMaxRate: 'min-wins',
    zeroValue: 'min-fee',
    valueRounding: 'whole',
    remainder: 'burn',
    autoRetire: 'both',
  },
  m015: {
    scoring: 'counts-to-largest',
    scoreRounding: 'exact',
    scoreBasis: 'value',
    minActivityValue: '1000000',
    autoRetireScoring: 'both',
    facilitationId: 'registry',
    selfFacilitation: 'count',
    pairTrades: 'exclude',
    rewardCapPerOwnFees: null,
    minScorers: 1,
    rewardDust: 'nobody',
    autoShare: '1',
  },
  epoch: { autoInflow: 'all-fees' },
}

test('under every knob a trade is made exactly when the period, with its messages one by one, rewards it with more than it pays', () => {
  const seen = { pays: 0, loses: 0, near: 0 }
  fc.assert(
    fc.property(anyMarket, anyTrade, anyKnobs, (market, trade, knobs) => {
      const step = marketStep(market, knobs)
      const profit = profitOf(step, trade)
      // What many activities are floored to one by one, a simulation floors once.
      const floors = BigInt(10 * (trade.messages + 10))
      if (profit > -floors && profit <= floors) seen.near++
      else {
        expect(decided(step, trade)).toBe(profit > 0n)
        seen[profit > 0n ? 'pays' : 'loses']++
      }
    }),
    {
      numRuns: 4 * few,
      examples: [
        [
          { issued: 93, traded: 6, usd: 4_999_990 },
          { route: 'auto-retire-own-platform', regen: 9_564_717n, messages: 100 },
          EARNING,
        ],
        [LOSES[0], { route: 'retire', regen: 1_000_000n, messages: 1 }, EARNING],
      ],
    },
  )
  expect(Math.min(seen.pays, seen.loses)).toBeGreaterThan(0)
  expect(seen.near).toBeLessThan(few)
})

test('what is decided is what a run records: when trades are made only if they pay, no period that has one loses', () => {
  const change = { periods: 6, agents: { market: ISSUED, wash: { volume: 20_000, route: 'retire' } } }
  const rules = ['always', 'when-profitable'].map(rule => {
    const { agents } = change
    const scenario = changed('baseline', { ...change, agents: { ...agents, wash: { ...agents.wash, rule } } })
    return simulateRun(scenario, 0).table
  })
  const [always, rational] = rules
  if (always === undefined || rational === undefined) throw new Error('two runs')
  const paysIn = (period: number) => (always.wash_reward[period] ?? 0) > (always.wash_cost[period] ?? 0)
  expect([...rational.wash_cost].map(cost => cost > 0)).toEqual(
    [...rational.wash_cost].map((_, period) => paysIn(period)),
  )
  expect(rational.wash_cost.some(cost => cost > 0)).toBe(true)
})

const FREE = {
  CreditIssuance: '0.02',
  CreditTransfer: '0.001',
  CreditRetirement: '0',
  MarketplaceTrade: '0.01',
}

test('a trade that pays no fee is rewarded in the record too', () => {
  const { table } = simulateRun(
    changed('baseline', {
      periods: 2,
      policy: { m013: { minFee: '0', feeRates: FREE } },
      agents: { wash: { volume: 1_000, route: 'retire' } },
    }),
    0,
  )
  expect([...table.wash_cost]).toEqual([0, 0])
  expect(Math.min(...table.wash_reward)).toBeGreaterThan(0)
})
