import { M013_V0 } from '../../src/mechanisms/m013-value-based-fee-routing/params.ts'
import { creditActivities } from '../../src/mechanisms/m015-contribution-weighted-rewards/credit.ts'
import {
  type ActivityScore,
  accrue,
  allocateStability,
  distribute,
  distributeActivity,
  M015_V0,
  type StabilityCommitment,
  scoreActivities,
  washTrade,
  washTradeBreakEven,
} from '../../src/mechanisms/m015-contribution-weighted-rewards/index.ts'
import { requestCommitment } from '../../src/mechanisms/m015-contribution-weighted-rewards/stabilityTier/commitment.ts'
import {
  priceRoute,
  WASH_ROUTES,
} from '../../src/mechanisms/m015-contribution-weighted-rewards/washTrading/routes.ts'
import {
  compareRatios,
  formatRatio,
  mulRatio,
  ONE,
  parseRatio,
  type Ratio,
  ratio,
  sumRatios,
} from '../../src/primitives/ratio.ts'
import { parseRegen, uregen } from '../../src/primitives/uregen.ts'
import {
  ALICE,
  at,
  BOB,
  proposal,
  purchase,
} from '../mechanisms/m015-contribution-weighted-rewards/arbitraries.ts'
import {
  publishedAccrual,
  publishedRewards,
} from '../mechanisms/m015-contribution-weighted-rewards/published.ts'
import { count, grouped, type Recomputed, regen, rounded } from './figures.ts'
import { publishedProposalCredit } from './published.ts'

const commitmentOf = (
  amount: string,
  state: StabilityCommitment['state'] = 'COMMITTED',
): StabilityCommitment => ({
  ...requestCommitment(
    { id: amount, holder: 'regen1a', amount: parseRegen(amount), lockMonths: 12 },
    M015_V0,
  ),
  state,
})

const rewardsOf = (pool: bigint, scores: readonly bigint[]): readonly bigint[] =>
  distribute(
    uregen(pool),
    scores.map((score, index) => ({ address: `regen1${index}`.padEnd(44, 'q'), score: ratio(score) })),
  ).map(({ reward }) => reward)

const ones = (n: number) => Array<number>(n).fill(1)

/** Commitments that a year’s tier allocation supports at 6 %: the largest tier that is not capped. */
const supported = (yearly: Ratio): Ratio =>
  ratio(yearly.num * M015_V0.stabilityRate.den, yearly.den * M015_V0.stabilityRate.num)

const TIER = ['1000', '500', '200'].map((amount, index) =>
  commitmentOf(amount, index === 1 ? 'EARLY_EXIT' : 'COMMITTED'),
)

/** k 1/4; others issue 1,000,000 REGEN at 2 % and trade 100,000 at 1 %. */
const WASH = {
  k: ratio(1n, 4n),
  honest: { fees: parseRegen('21000'), score: ratio(parseRegen('30000')) },
  route: { name: 'trade', feesPerVolume: parseRatio('0.01'), scorePerVolume: parseRatio('0.3') },
}

/**
 * The baseline week of the simulation, in tenths of its average value: 50 issuances of twice that value, 100 trades,
 * 45 retirements of 0.8 of it, 35 transfers of half. Fees and score are both times 10,000.
 */
const AGENTS = { issued: 50n * 20n, traded: 100n * 10n, retired: 45n * 8n, sent: 35n * 5n }
const AGENT_MIX = {
  fees: AGENTS.issued * 200n + AGENTS.traded * 100n + AGENTS.retired * 50n + AGENTS.sent * 10n,
  score: (AGENTS.traded + AGENTS.retired) * 3_000n,
}

/** ρ_w / (k ρ_h) of a route, with own platforms and the rest as the specification has it. */
function safetyFactor(name: string, k: Ratio): Ratio {
  const route = WASH_ROUTES.find(route => route.name === name)
  if (route === undefined) throw new Error(name)
  const honest = { fees: uregen(AGENT_MIX.fees), score: ratio(AGENT_MIX.score) }
  const { routes, honestRho } = washTradeBreakEven({
    k,
    honest,
    routes: [priceRoute(route, M013_V0.feeRates, M015_V0)],
  })
  const rho = routes[0]?.rho
  if (!rho || !honestRho) throw new Error('no rho')
  const returned = mulRatio(k, honestRho)
  const factor = ratio(rho.num * returned.den, rho.den * returned.num)
  if (compareRatios(factor, ONE) < 0 !== (routes[0]?.verdict === 'profit')) throw new Error('verdict')
  return factor
}

export const M015_RECOMPUTED: Recomputed = {
  'ERR-M015-01': () => {
    const hundred = commitmentOf('100')
    const floors = 26n * accrue(hundred, 1, M015_V0)
    return {
      exact: `${grouped(accrue(hundred, 26, M015_V0))} uregen; the sum of 26 floors is ${grouped(floors)}`,
    }
  },
  'ERR-M015-02': () => {
    const inflow = mulRatio(ratio(500_000n * 52n), mulRatio(parseRatio('0.01'), parseRatio('0.25')))
    const dollars = supported(mulRatio(inflow, M015_V0.maxStabilityShare))
    return { exact: `${rounded(mulRatio(dollars, ratio(20n)), 0)} REGEN` }
  },
  'ERR-M015-03': () => {
    const { cost, reward, profit } = washTrade({ ...WASH, volume: parseRegen('100000') })
    const [verdict] = washTradeBreakEven({ ...WASH, routes: [WASH.route] }).routes
    if (verdict?.verdict !== 'profit' || verdict.breakEvenVolume === null) throw new Error('no profit')
    const trades = { fees: parseRegen('1000'), score: WASH.honest.score }
    const { loss } = washTrade({ ...WASH, honest: trades, volume: parseRegen('100000') })
    if (formatRatio(loss) !== '750000000') throw new Error('another loss')
    const whole = ({ num, den }: Ratio) => num / den
    return {
      exact: `cost ${regen(whole(cost))}, reward ${regen(whole(reward))}, profit ${regen(whole(profit))}; most at a volume of ${regen(verdict.best?.volume ?? 0n)}; none from ${regen(whole(verdict.breakEvenVolume))} on`,
    }
  },
  'ERR-M015-04': () => {
    const month = mulRatio(ratio(50_000n), M013_V0.shares.community)
    const { stability } = allocateStability({
      committed: [commitmentOf('100000000')],
      inflow: uregen((month.num * 1_000_000n) / month.den),
      params: { ...M015_V0, periodsPerYear: 12 },
    })
    const yearly = ratio(stability * 12n, 1_000_000n)
    const inflowOf = (share: string) => supported(mulRatio(ratio(600_000n), parseRatio(share)))
    if (formatRatio(inflowOf('0.3')) !== '3000000') throw new Error('not 30 % of the fees')
    return {
      exact: `$${rounded(yearly, 0)} a year, $${rounded(supported(yearly), 0)} of commitments`,
    }
  },
  'ERR-M015-05': () => {
    const pools = count(1, 2_000)
    const published = pools.filter(n => Math.floor(n * (1 / n)) !== 1)
    const ours = published.filter(n =>
      rewardsOf(BigInt(n), ones(n).map(BigInt)).some(reward => reward !== 1n),
    )
    const [first = 0, ...others] = publishedRewards(49, ones(49))
    const [large = 0, ...small] = publishedRewards(1_999_000, ones(1_999))
    const all = (numbers: readonly (number | bigint)[]) => [...new Set(numbers.map(grouped))].join(' and ')
    return {
      published: `${published.length} of 2,000 pools are not 1 each; ${first} to the first, ${all(others)} to the others; ${grouped(large)} to the first, ${all(small)} to the others`,
      exact: `${ours.length} of 2,000; ${all(rewardsOf(49n, ones(49).map(BigInt)))} each; ${all(rewardsOf(1_999_000n, ones(1_999).map(BigInt)))} each`,
    }
  },
  'ERR-M015-06': () => {
    const share = (k: number) => (100 / (1 + Math.exp(-k * (0.01 - 0.02)))).toFixed(2)
    return { exact: `${share(10)} %; ${share(100)} % needs k 100` }
  },
  'ERR-M015-07': () => {
    const pools = count(0, 35, 5).map(burn => ratio(260n * BigInt(100 - burn) * 25n, 100n * 70n))
    return { exact: `${pools.map(pool => rounded(pool, 1)).join(', ')} thousand $` }
  },
  'ERR-M015-08': () => {
    const { stability } = allocateStability({ committed: TIER, inflow: parseRegen('2000'), params: M015_V0 })
    const all = TIER.reduce((sum, { amount }) => sum + Number(amount), 0)
    return {
      published: `${grouped(publishedAccrual(all, 0.06, 52))} uregen`,
      exact: `${grouped(stability)} uregen`,
    }
  },
  'ERR-M015-09': () => {
    const scores = [10_000_000, 10_000_001, 10_000_000]
    return {
      published: publishedRewards(1_000_001, scores).map(grouped).join(' / '),
      exact: rewardsOf(1_000_001n, scores.map(BigInt)).map(grouped).join(' / '),
    }
  },
  'ERR-M015-10': () => {
    const creditOf = (outcome: Parameters<typeof proposal>[2]): string => {
      const { contributions } = creditActivities([proposal(at(1), ALICE, outcome)], M015_V0)
      const score = scoreActivities(contributions, M015_V0).scores[0]?.score ?? ratio(0n)
      const { num, den } = M015_V0.weights.proposal
      return formatRatio(ratio(score.num * den, score.den * num))
    }
    return {
      published: `credit ${grouped(publishedProposalCredit(1, 0))}`,
      exact: `credit ${creditOf('no-quorum')} without quorum, ${creditOf('rejected')} with quorum, ${creditOf('passed')} when passed`,
    }
  },
  'ERR-M015-11': () => {
    const pool = parseRegen('1000')
    const nobody: readonly ActivityScore[] = []
    const { distributed, undistributed } = distributeActivity({ pool, scores: nobody, params: M015_V0 })
    return {
      published: `distributed ${regen(pool)}`,
      exact: `distributed ${regen(distributed)}, ${regen(undistributed)} to return`,
    }
  },
  'ERR-M015-12': () => {
    if (AGENT_MIX.fees * 163_200n !== AGENT_MIX.score * 12_790n) throw new Error('another mix')
    const factors = (name: string) =>
      [ratio(175n, 1_000n), ratio(1n, 4n)].map(k => rounded(safetyFactor(name, k), 1)).join(' and ')
    return {
      exact: `published cycle ${factors('published-cycle')}; two accounts that buy from each other ${factors('ping-pong')}; worthless credits retired ${factors('retire')}, a profit`,
    }
  },
  'ERR-M015-13': () => {
    const [issuer, buyer] = [BOB, ALICE]
    const { contributions } = creditActivities(
      [purchase(at(1), buyer, issuer, parseRegen('100000'))],
      M015_V0,
    )
    const { scores } = scoreActivities(contributions, M015_V0)
    const scoreOf = (who: string) => scores.find(({ address }) => address === who)?.score ?? null
    const weights = Object.values(M015_V0.weights)
    const { num = 0n, den = 1n } = scoreOf(buyer) ?? {}
    return {
      exact: `score of the buyer ${regen(num / den)}, of the issuer ${scoreOf(issuer) === null ? 'none' : 'some'}; the ${weights.length === 5 ? 'five' : 'other'} weights sum to ${formatRatio(sumRatios(...weights))}`,
    }
  },
}
