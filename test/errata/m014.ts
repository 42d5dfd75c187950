import {
  byzantineTolerance,
  compensate,
  M014_V0,
  performanceScore,
  type ValidatorParams,
} from '../../src/mechanisms/m014-authority-validator-governance/index.ts'
import { mulRatio, ONE, type Ratio, ratio } from '../../src/primitives/ratio.ts'
import { parseRegen, type Uregen, uregen } from '../../src/primitives/uregen.ts'
import { amountOf, count, cut, grouped, type Recomputed, regen, rounded } from './figures.ts'
import { publishedBase } from './published.ts'

const pay = (fund: Uregen, scores: readonly Ratio[], change: Partial<ValidatorParams> = {}) =>
  compensate({
    fund,
    validators: scores.map((score, index) => ({ address: `regen1v${index}`, status: 'ACTIVE', score })),
    params: { ...M014_V0, ...change },
  })

const same = (validators: number): readonly Ratio[] => Array.from({ length: validators }, () => ONE)

/** Hundredths of `units`, as '67,500.02'. */
const hundredths = (units: bigint) => rounded(ratio(units, 100n), 2)

const SCORES = [93, 85, 73, 60, 83]

export const M014_RECOMPUTED: Recomputed = {
  'ERR-M014-01': () => {
    const { base } = pay(uregen((260_000_000_000n * 40n) / 100n), same(18), { bonusShare: ratio(0n) })
    return { exact: `$${cut(ratio(base, 1_000_000n), 2)}` }
  },
  'ERR-M014-02': () => {
    const rate = ratio(15_000n * 18n * 100n, 500_000n * 52n * 40n)
    return { exact: `${rounded(mulRatio(rate, ratio(10_000n)), 2)} bps` }
  },
  'ERR-M014-03': () => {
    const cases = count(1, 10_000).flatMap(fund => count(15, 21).map(validators => ({ fund, validators })))
    const exceeding = cases.filter(
      ({ fund, validators }) =>
        publishedBase(fund, validators) * BigInt(validators) * 10n > BigInt(fund) * 900n,
    ).length
    const ours = count(15, 21).filter(validators =>
      count(1, 10_000, 37).some(fund => {
        const { base } = pay(uregen(BigInt(fund) * 1_000_000n), same(validators))
        return base * BigInt(validators) * 10n > BigInt(fund) * 9_000_000n
      }),
    ).length
    const published = publishedBase(75_000, 7)
    const { base } = pay(parseRegen('75000'), same(7))
    return {
      published: `base ${hundredths(published)} each: ${hundredths(published * 7n)} in all; above 90 % of the fund in ${grouped(exceeding)} of ${grouped(cases.length)} cases`,
      exact: `base ${amountOf(base)} each: ${amountOf(base * 7n)} in all; ${ours === 0 ? 'never' : ours}`,
    }
  },
  'ERR-M014-04': () => {
    const line = (compensationModel: ValidatorParams['compensationModel']) => {
      const { base, payments, paid } = pay(parseRegen('100'), same(4), { compensationModel })
      return `base ${regen(base)}, bonus ${regen(payments[0]?.bonus ?? 0n)} each: ${regen(paid)}`
    }
    return { published: line('literal'), exact: line('split') }
  },
  'ERR-M014-05': () => {
    const tolerated = (rule: 'gte' | 'strict') =>
      [4, 15, 19, 21].map(n => byzantineTolerance(n, rule)).join(', ')
    return {
      published: `f ${tolerated('strict')} by n > 3f + 1`,
      exact: `f ${tolerated('gte')} by n ≥ 3f + 1`,
    }
  },
  'ERR-M014-06': () => {
    const thousandths = count(0, 1_000)
    const exactScore = (x: Ratio) =>
      performanceScore({ uptime: x, governanceParticipation: x, ecosystemContribution: x }, M014_V0).score
    const plain = thousandths.filter(n => 0.4 * (n / 1e3) + 0.3 * (n / 1e3) + 0.3 * (n / 1e3) !== n / 1e3)
    const afterRounding = plain.filter(
      n => Number((0.4 * (n / 1e3) + 0.3 * (n / 1e3) + 0.3 * (n / 1e3)).toFixed(4)) !== n / 1e3,
    )
    if (afterRounding.length > 0) throw new Error('rounding to four decimals does not help')
    const wrongScores = thousandths.filter(n => {
      const x = ratio(BigInt(n), 1_000n)
      const score = exactScore(x)
      return score === null || score.num * x.den !== x.num * score.den
    })
    const total = SCORES.reduce((sum, score) => sum + score, 0)
    const floatTotal = SCORES.reduce((sum, score) => sum + score / 100, 0)
    const scores = SCORES.map(score => ratio(BigInt(score), 100n))
    const bonuses = count(50_000_000_000, 50_000_009_999).flatMap(fund => {
      const { payments } = pay(uregen(BigInt(fund)), scores)
      return SCORES.map((score, index) => ({
        bonus: (payments[index]?.bonus ?? -1n) as bigint,
        exact: (BigInt(fund) * BigInt(score)) / (10n * BigInt(total)),
        float: BigInt(Math.floor((fund * 0.1 * (score / 100)) / floatTotal)),
      }))
    })
    const low = bonuses.filter(({ float, exact }) => float === exact - 1n).length
    if (bonuses.some(({ float, exact }) => float > exact || float < exact - 1n)) throw new Error('more')
    const wrong = bonuses.filter(({ bonus, exact }) => bonus !== exact).length
    return {
      published: `0.4x + 0.3x + 0.3x is not x for ${plain.length} of ${grouped(thousandths.length)}; bonus 1 uregen low for ${low} of ${grouped(bonuses.length)}`,
      exact: `${wrongScores.length} of ${grouped(thousandths.length)}; ${wrong} of ${grouped(bonuses.length)}`,
    }
  },
  'ERR-M014-07': () => {
    const part = (share: bigint) => `$${rounded(ratio(2_600n * share, 70n), 2)}`
    return {
      exact: `${part(40n)} from the validators, ${part(25n)} from the community pool, ${part(5n)} from the agents: $${rounded(ratio(2_600n), 0)} in all`,
    }
  },
}
