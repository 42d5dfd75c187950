import { WASH_ROUTES } from '../../src/mechanisms/m015-contribution-weighted-rewards/washTrading/routes.ts'
import { policyJson } from '../../src/policy/policyHash.ts'
import { INPUTS, parseScenario, type Scenario } from '../../src/simulation/index.ts'
import { cholesky, SHOCKS } from '../../src/simulation/random/correlation.ts'
import { anyPolicy, type Dice, dice } from '../epoch/randomEconomy.ts'

/** A scenario from one number: any policy, economy, agents and schedule that its schema takes; the same number gives the same one. */
export function anyScenario(seed: number): Scenario {
  const roll = dice(seed)
  const { below, big, oneOf, chance } = roll
  const periods = horizonOf(roll)
  const supply = 10n ** BigInt(8 + below(7)) + big(10n ** 14n)
  const committed = big(10n ** 12n)
  return parseScenario({
    name: `random ${seed}`,
    title: `Drawn from ${seed}`,
    periods,
    seed: `${seed}`,
    start: oneOf('2027-01-01T00:00:00Z', '2028-02-25T13:30:00Z'),
    policy: chance(70) ? JSON.parse(policyJson(anyPolicy(seed))) : {},
    economy: {
      supply: supply.toString(),
      validators: oneOf(0, 1, 2, 5, 15, 18, 21, 30),
      committed: chance(40)
        ? {
            amount: (committed < supply ? committed : supply).toString(),
            commitments: 1 + below(6),
            lockMonths: 6 + below(19),
          }
        : undefined,
    },
    agents: {
      market: marketOf(roll),
      price: {
        start: part(roll, 2) + 0.001,
        drift: (part(roll) - 0.5) / 5,
        volatility: part(roll) / 2,
        reversion: part(roll),
        target: part(roll),
      },
      validators: {
        quarterlyExit: oneOf(0, part(roll), 1),
        applicationsPerQuarter: oneOf(0, part(roll, 5), part(roll, 200)),
      },
      stability: {
        adoption: chance(50)
          ? { capacity: part(roll, 300), rate: part(roll), midpoint: below(periods) }
          : null,
        sigma: part(roll, 2),
        earlyExit: oneOf(0, part(roll) / 10, 1),
      },
      wash: {
        volume: oneOf(0, part(roll, 10 ** below(8))),
        route: oneOf(...WASH_ROUTES).name,
        rule: oneOf('always', 'when-profitable'),
        messages: below(200),
      },
      governance: {
        participation: chance(50) ? part(roll) : { alpha: 1 + below(5), beta: 1 + below(5) },
        proposals: part(roll, 4),
        random: chance(50),
        approval: part(roll),
        changes: chance(40)
          ? [
              {
                at: below(periods),
                name: 'a change',
                policy: oneOf(
                  { m013: { minFee: '2000000' } },
                  { m012: { hardCap: '231000000000000' } },
                  { m015: { stabilityRate: '0.05' } },
                  { m014: { bonusVesting: 'none' } },
                ),
              },
            ]
          : [],
      },
    },
    schedule: Array.from({ length: below(5) }, () => entryOf(roll, periods)),
    correlations: correlationsOf(roll),
  })
}

/** Most are short, for what breaks breaks early; some see terms end, and a few the five years of the published scenarios. */
function horizonOf({ below }: Dice): number {
  const kind = below(100)
  return kind < 80 ? 2 + below(19) : kind < 97 ? 21 + below(40) : 260
}

/** A number from 0 to `most`, in millionths of it. */
const part = ({ below }: Dice, most = 1): number => (below(1_000_001) * most) / 1_000_000

function marketOf(roll: Dice) {
  const { below, oneOf, chance } = roll
  const weights = [1 + below(9), below(9), below(9), below(9)]
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const [CreditIssuance, CreditTransfer, CreditRetirement, MarketplaceTrade] = weights.map(
    weight => weight / all,
  )
  return {
    volume: part(roll, 10 ** below(10)),
    mix: { CreditIssuance, CreditTransfer, CreditRetirement, MarketplaceTrade },
    messages: {
      CreditIssuance: below(100),
      CreditTransfer: below(100),
      CreditRetirement: below(100),
      MarketplaceTrade: below(1_000),
    },
    sigma: oneOf(0, part(roll, 2)),
    autocorrelation: part(roll),
    growth: (part(roll) - 0.5) / 5,
    season: { amplitude: part(roll), periods: 1 + below(60) },
    facilitated: oneOf(0, part(roll), 1),
    elasticity: chance(30) ? { steepness: part(roll, 500), threshold: part(roll) / 10 } : null,
  }
}

function entryOf(roll: Dice, periods: number) {
  const { below, oneOf } = roll
  const input = oneOf(...(Object.keys(INPUTS) as (keyof typeof INPUTS)[]))
  const most = input.startsWith('market.volume') || input.startsWith('wash') ? 1_000_000 : 1
  const from = below(periods)
  const shape = oneOf('step', 'pulse', 'ramp', 'shock')
  if (shape === 'shock') return { input, shape, at: from, factor: part(roll, 2) }
  const as = oneOf('set', 'times', 'plus')
  const value = () =>
    as === 'set' ? part(roll, most) : as === 'times' ? part(roll, 2) : part(roll, 2 * most) - most
  return shape === 'ramp'
    ? { input, shape, as, from, to: from + below(20), start: value(), end: value() }
    : { input, shape, as, from, to: oneOf(null, from + below(20)), value: value() }
}

/** Correlations that some numbers can have. */
function correlationsOf({ below, chance }: Dice) {
  const pairs = SHOCKS.flatMap((a, index) =>
    SHOCKS.slice(index + 1).flatMap(b => (chance(30) ? [{ a, b, r: (below(2_001) - 1_000) / 1_000 }] : [])),
  )
  return cholesky(pairs) === null ? [] : pairs
}
