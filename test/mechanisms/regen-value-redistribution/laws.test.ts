import { Decimal as Plain } from 'decimal.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Ballot,
  type Contribution,
  certificatePayout,
  gini,
  grantProgress,
  marginalMatch,
  median,
  mergeFractions,
  mintCertificate,
  QUADRATIC_DEFAULTS,
  type QuadraticInput,
  type QuadraticParams,
  quadraticFunding,
  RETRO_DEFAULTS,
  retroMedian,
  splitFraction,
  streamed,
  streamPayouts,
} from '../../../src/mechanisms/regen-value-redistribution/index.ts'
import {
  exactRoot,
  isqrt,
  wholeRoot,
} from '../../../src/mechanisms/regen-value-redistribution/quadratic/roots.ts'
import { exactly } from '../../../src/mechanisms/regen-value-redistribution/shares/bounds.ts'
import { apportion } from '../../../src/mechanisms/regen-value-redistribution/shares/largestRemainder.ts'
import { shareOut } from '../../../src/mechanisms/regen-value-redistribution/shares/shareOut.ts'
import { compareRatios, floor, type Ratio, ratio } from '../../../src/primitives/ratio.ts'
import { holds } from '../../support/arbitraries.ts'

const Decimal = Plain.clone({ precision: 120 })

const PROJECTS = ['a', 'b', 'c', 'd']
const GIVERS = ['u', 'v', 'w', 'x', 'y', 'z']
const GROUPS = { u: ['1'], v: ['1', '2'], w: ['2'], x: ['3'], y: ['3', '1'], z: ['4'] }

const anyAmount = fc.oneof(fc.bigInt({ min: 0n, max: 30n }), fc.bigInt({ min: 0n, max: 10n ** 15n }))
const anyContributions: fc.Arbitrary<readonly Contribution[]> = fc.array(
  fc.record({
    contributor: fc.constantFrom(...GIVERS),
    project: fc.constantFrom(...PROJECTS),
    amount: anyAmount,
  }),
  { maxLength: 20 },
)
const anyBudget = fc.oneof(fc.bigInt({ min: 1n, max: 1000n }), fc.bigInt({ min: 1n, max: 10n ** 16n }))
const anyCap = fc.option(fc.bigInt({ min: 0n, max: 10n ** 15n }), { nil: null })
const anyParams: fc.Arbitrary<QuadraticParams> = fc.record({
  variant: fc.constantFrom('qf' as const, 'pairwise' as const, 'cocm' as const),
  basis: fc.constantFrom('subsidy' as const, 'square' as const),
  roots: fc.constantFrom('exact' as const, 'whole' as const),
  saturation: fc.constantFrom('keep' as const, 'scale-up' as const),
  alphaAboveOne: fc.constant('cap' as const),
  cap: anyCap,
  capShare: fc.constantFrom(null, ratio(1n, 3n), ratio(1n, 8n)),
  minimumContribution: fc.constantFrom(0n, 5n),
  pairwiseM: fc.constantFrom(ratio(1n, 100n), ratio(1n), ratio(10n ** 6n)),
  pairs: fc.constantFrom('ordered' as const, 'unordered' as const),
  cluster: fc.constantFrom('harsh' as const, 'soft' as const),
  dust: fc.constantFrom('largest-remainder' as const, 'pool' as const),
})

const inputOf = (contributions: readonly Contribution[], budget: bigint): QuadraticInput => ({
  budget,
  projects: PROJECTS,
  contributions,
  groups: GROUPS,
})

const byProject = (input: QuadraticInput, params: QuadraticParams) =>
  new Map(quadraticFunding(input, params).projects.map(row => [row.project, row]))

describe('quadratic funding', () => {
  test('conservation: Σ match + dust = budget, and nothing is negative', () => {
    holds(anyContributions, anyBudget, anyParams, (contributions, budget, params) => {
      const { projects, matched, dust } = quadraticFunding(inputOf(contributions, budget), params)
      expect(projects.reduce((sum, { match }) => sum + match, dust)).toBe(budget)
      expect(matched + dust).toBe(budget)
      expect([dust, ...projects.map(({ match }) => match)].every(amount => amount >= 0n)).toBe(true)
    })
  })

  test('a project gets at most the cap, and sharing ends after at most n + 1 passes', () => {
    holds(anyContributions, anyBudget, anyParams, (contributions, budget, params) => {
      const { projects, shares } = quadraticFunding(inputOf(contributions, budget), params)
      const caps = [params.cap, params.capShare && (budget * params.capShare.num) / params.capShare.den]
      for (const cap of caps)
        if (cap !== null) for (const { match } of projects) expect(match <= cap).toBe(true)
      expect(shares.steps.length).toBeLessThanOrEqual(PROJECTS.length + 1)
    })
  })

  test('permutation: the order of contributions and projects changes nothing', () => {
    holds(anyContributions, anyBudget, anyParams, fc.nat(), (contributions, budget, params, seed) => {
      const turned = [...contributions].sort(
        (a, b) =>
          Number(((a.amount + 7n) * BigInt(seed + 1)) % 11n) -
          Number(((b.amount + 7n) * BigInt(seed + 1)) % 11n),
      )
      const again = byProject({ ...inputOf(turned, budget), projects: [...PROJECTS].reverse() }, params)
      for (const [project, row] of byProject(inputOf(contributions, budget), params))
        expect(again.get(project)).toEqual(row)
    })
  })

  test('one contributor gets no match', () => {
    holds(anyAmount, anyBudget, anyParams, (amount, budget, params) => {
      const input = inputOf([{ contributor: 'u', project: 'a', amount }], budget)
      expect(quadraticFunding(input, { ...params, basis: 'subsidy' }).matched).toBe(0n)
    })
  })

  test('monotone: who gives more does not lower the subsidy of the project', () => {
    holds(anyContributions, fc.constantFrom(...GIVERS), anyAmount, (contributions, contributor, amount) => {
      const more = [...contributions, { contributor, project: 'a', amount }]
      const [before, after] = [contributions, more].map(
        list => byProject(inputOf(list, 1n), QUADRATIC_DEFAULTS).get('a')?.subsidy as Ratio,
      )
      // Two bounds of one value may differ in their last place.
      expect(
        floor({ num: (after as Ratio).num * 10n ** 9n + (after as Ratio).den, den: (after as Ratio).den }) >=
          floor({ num: (before as Ratio).num * 10n ** 9n, den: (before as Ratio).den }),
      ).toBe(true)
    })
  })

  test('homogeneous: with amounts and budget 9 times as large, subsidies are 9 times as large', () => {
    const styles = [{}, { variant: 'cocm' as const }, { variant: 'pairwise' as const, pairwiseM: ratio(7n) }]
    holds(anyContributions, fc.constantFrom(...styles), (contributions, style) => {
      const params = { ...QUADRATIC_DEFAULTS, ...style }
      const larger = contributions.map(each => ({ ...each, amount: each.amount * 9n }))
      const scaled = { ...params, pairwiseM: ratio(params.pairwiseM.num * 9n, params.pairwiseM.den) }
      const once = byProject(inputOf(contributions, 1000n), params)
      for (const [project, { subsidy }] of byProject(inputOf(larger, 9000n), scaled)) {
        const own = once.get(project)?.subsidy as Ratio
        expect(distance(subsidy, ratio(own.num * 9n, own.den)) < 1e-12).toBe(true)
      }
    })
  })

  test('splitting an identity over accounts never pays when it is summed, and is reported', () => {
    holds(anyContributions, anyBudget, (contributions, budget) => {
      const split = contributions.flatMap(each => [
        { ...each, amount: each.amount / 2n },
        { ...each, contributor: `${each.contributor}2`, amount: each.amount - each.amount / 2n },
      ])
      const identities = Object.fromEntries(GIVERS.map(giver => [`${giver}2`, giver]))
      const [honest, summed] = [
        byProject(inputOf(contributions, budget), QUADRATIC_DEFAULTS),
        byProject({ ...inputOf(split, budget), identities }, QUADRATIC_DEFAULTS),
      ]
      for (const [project, { match, subsidy }] of honest) {
        const other = summed.get(project)
        expect([other?.match, other?.subsidy]).toEqual([match, subsidy])
        // A gift of one unit cannot be split: then one account gives all of it.
        const isSplit = contributions.some(({ project: to, amount }) => to === project && amount > 1n)
        expect((other?.sybilGain.num ?? 0n) > 0n).toBe(isSplit)
      }
    })
  })

  test('what a marginal contribution adds to one is what a saturated budget takes from others', () => {
    holds(anyContributions, fc.constantFrom(...GIVERS), (contributions, contributor) => {
      const input = inputOf(contributions, 10n)
      const { own, others } = marginalMatch(input, QUADRATIC_DEFAULTS, {
        contributor,
        project: 'a',
        amount: 50n,
      })
      const [before, after] = [
        input.contributions,
        [...contributions, { contributor, project: 'a', amount: 50n }],
      ].map(list => quadraticFunding({ ...input, contributions: list }, QUADRATIC_DEFAULTS).matched)
      expect(own + others).toBe((after as bigint) - (before as bigint))
    })
  })

  test('cluster match: givers in groups of their own are plain quadratic funding; givers of one group get nothing', () => {
    holds(anyContributions, contributions => {
      const input = inputOf(contributions, 1000n)
      const plain = byProject(input, QUADRATIC_DEFAULTS)
      const cocm = { ...QUADRATIC_DEFAULTS, variant: 'cocm' as const }
      const apart = Object.fromEntries(GIVERS.map(giver => [giver, [giver]]))
      const together = Object.fromEntries(GIVERS.map(giver => [giver, ['all']]))
      for (const [project, { subsidy }] of byProject({ ...input, groups: apart }, cocm))
        expect(distance(subsidy, plain.get(project)?.subsidy as Ratio) < 1e-9).toBe(true)
      for (const { subsidy } of byProject({ ...input, groups: together }, cocm).values())
        expect(subsidy).toEqual(ratio(0n))
    })
  })

  test('pairwise: no two givers get 2 M or more out of all projects, and never more than plain', () => {
    const check = (contributions: readonly Contribution[]) => {
      const pair = contributions.filter(({ contributor }) => ['u', 'v'].includes(contributor))
      const m = ratio(7n)
      const rows = byProject(inputOf(pair, 1000n), {
        ...QUADRATIC_DEFAULTS,
        variant: 'pairwise',
        pairwiseM: m,
      })
      const plain = byProject(inputOf(pair, 1000n), QUADRATIC_DEFAULTS)
      const sum = [...rows.values()].reduce((total, { subsidy }) => total + number(subsidy), 0)
      expect(sum).toBeLessThanOrEqual(14)
      for (const [project, { subsidy }] of rows)
        expect(number(subsidy)).toBeLessThanOrEqual(number(plain.get(project)?.subsidy as Ratio) + 1e-9)
    }
    // Much given by both to three projects: what they are trusted with is used up.
    check(
      ['a', 'b', 'c'].flatMap(project =>
        ['u', 'v'].map(contributor => ({ contributor, project, amount: 1_000_000n })),
      ),
    )
    holds(anyContributions, check)
  })

  test('weights: an identity of weight 1 is as before, one of weight 0 as if it had not given', () => {
    holds(anyContributions, anyBudget, (contributions, budget) => {
      const input = inputOf(contributions, budget)
      const without = contributions.filter(({ contributor }) => contributor !== 'u')
      const weighed = (weight: Ratio) => byProject({ ...input, weights: { u: weight } }, QUADRATIC_DEFAULTS)
      const plain = byProject(input, QUADRATIC_DEFAULTS)
      for (const [project, { match }] of weighed(ratio(1n))) expect(match).toBe(plain.get(project)?.match)
      const rest = byProject(inputOf(without, budget), QUADRATIC_DEFAULTS)
      for (const [project, { match }] of weighed(ratio(0n))) expect(match).toBe(rest.get(project)?.match)
    })
  })
})

describe('exact against a reference of 120 digits', () => {
  const reference = (gifts: readonly bigint[]) => {
    const sum = gifts.reduce((total, gift) => total.plus(new Decimal(gift.toString()).sqrt()), new Decimal(0))
    return sum.times(sum).minus(gifts.reduce((total, gift) => total + gift, 0n).toString())
  }

  test('matches are the exact floors, and how often whole roots and doubles are not is counted', () => {
    const differs = { rounds: 0, wholeRoots: 0, doubles: 0 }
    const anyGifts = fc.array(fc.bigInt({ min: 1n, max: 10n ** 15n }), { minLength: 2, maxLength: 6 })
    holds(anyGifts, anyGifts, fc.bigInt({ min: 1n, max: 10n ** 17n }), (first, second, budget) => {
      const gifts = [first, second]
      const input: QuadraticInput = {
        budget,
        projects: ['a', 'b'],
        contributions: gifts.flatMap((list, index) =>
          list.map((amount, giver) => ({
            contributor: `${giver}`,
            project: ['a', 'b'][index] ?? '',
            amount,
          })),
        ),
      }
      const params = { ...QUADRATIC_DEFAULTS, saturation: 'scale-up', dust: 'pool' } as const
      const exact = quadraticFunding(input, params).projects.map(({ match }) => match)
      const [s = new Decimal(0), t = new Decimal(0)] = gifts.map(reference)
      expect(exact).toEqual(
        [s, t].map(own =>
          BigInt(own.times(budget.toString()).div(s.plus(t)).plus('1e-40').floor().toFixed()),
        ),
      )
      const whole = quadraticFunding(input, { ...params, roots: 'whole' }).projects.map(({ match }) => match)
      const floats = gifts.map(list => {
        const sum = list.reduce((total, gift) => total + Math.sqrt(Number(gift)), 0)
        return sum * sum - list.reduce((total, gift) => total + Number(gift), 0)
      })
      const doubles = floats.map(own =>
        BigInt(Math.floor((Number(budget) * own) / ((floats[0] ?? 0) + (floats[1] ?? 0)))),
      )
      differs.rounds++
      if (whole.some((amount, index) => amount !== exact[index])) differs.wholeRoots++
      if (doubles.some((amount, index) => amount !== exact[index])) differs.doubles++
    })
    console.log(
      `of ${differs.rounds} random rounds, whole roots pay another amount in ${differs.wholeRoots}, doubles in ${differs.doubles}`,
    )
    expect(differs.wholeRoots).toBeGreaterThan(0)
  })

  test('a root is the largest whole number whose square is not above', () => {
    holds(fc.bigInt({ min: 0n, max: 10n ** 80n }), n => {
      const root = isqrt(n)
      expect(root * root <= n && (root + 1n) * (root + 1n) > n).toBe(true)
      expect(exactRoot(root * root)).toBe(root)
      if (root > 1n) expect(exactRoot(root * root + 1n)).toBe(null)
      const cube = wholeRoot(n, 3n)
      expect(cube ** 3n <= n && (cube + 1n) ** 3n > n).toBe(true)
    })
  })
})

describe('sharing out', () => {
  const anyWeights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 12 })
  const named = (weights: readonly bigint[]) =>
    weights.map((weight, index) => ({ name: `p${index}`, weight: exactly(weight) }))

  test('the largest remainder pays the whole budget, everyone within a unit of the exact share', () => {
    holds(anyBudget, anyWeights, (budget, weights) => {
      const parts = apportion(budget, named(weights), 'largest-remainder')
      const sum = weights.reduce((total, weight) => total + weight, 0n)
      expect(parts.reduce((total, { amount }) => total + amount, 0n)).toBe(sum === 0n ? 0n : budget)
      parts.forEach(({ amount }, index) => {
        const exact = sum === 0n ? 0n : (budget * (weights[index] ?? 0n)) / sum
        expect(amount === exact || amount === exact + 1n).toBe(true)
      })
    })
  })

  test('cap and minimum hold after the fix-point, and it ends', () => {
    const anyLimit = fc.bigInt({ min: 0n, max: 10n ** 6n })
    holds(fc.bigInt({ min: 1n, max: 10n ** 7n }), anyWeights, anyLimit, anyLimit, (budget, weights, x, y) => {
      const [minimum, cap] = x < y ? [x, y] : [y, x]
      const { parts, dust, steps } = shareOut(budget, named(weights), {
        cap,
        minimum,
        dust: 'largest-remainder',
      })
      expect(parts.reduce((total, { amount }) => total + amount, dust)).toBe(budget)
      expect(dust >= 0n).toBe(true)
      for (const { amount } of parts) expect(amount === 0n || (amount >= minimum && amount <= cap)).toBe(true)
      expect(steps.length).toBeLessThanOrEqual(weights.length + 1)
    })
  })
})

describe('retroactive funding', () => {
  const anyVotes = fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 15 })

  test('a minority cannot move the median beyond what the others voted', () => {
    holds(anyVotes, fc.array(anyAmount, { maxLength: 14 }), (honest, more) => {
      const hostile = more.slice(0, Math.max(0, honest.length - 1))
      const moved = median([...honest, ...hostile]) as Ratio
      const sorted = [...honest].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
      expect(compareRatios(moved, ratio(sorted[0] ?? 0n))).toBeGreaterThanOrEqual(0)
      expect(compareRatios(moved, ratio(sorted.at(-1) ?? 0n))).toBeLessThanOrEqual(0)
    })
  })

  test('conservation, quorum, order of ballots, and an abstention that is no vote of 0', () => {
    const anyBallots = fc.uniqueArray(
      fc.record({
        voter: fc.string({ minLength: 1, maxLength: 4 }),
        votes: fc.dictionary(fc.constantFrom(...PROJECTS), anyAmount),
      }),
      { selector: ({ voter }) => voter, maxLength: 12 },
    )
    holds(anyBallots, anyBudget, fc.nat(4), (ballots: readonly Ballot[], budget, quorum) => {
      const params = { ...RETRO_DEFAULTS, quorum, minimum: 3n }
      const result = retroMedian({ budget, projects: PROJECTS, ballots }, params)
      expect(result.projects.reduce((sum, { award }) => sum + award, result.dust)).toBe(budget)
      for (const { voters, award } of result.projects) if (voters < quorum) expect(award).toBe(0n)
      const turned = retroMedian({ budget, projects: PROJECTS, ballots: [...ballots].reverse() }, params)
      expect(turned.projects).toEqual(result.projects)
    })
    const vote = (amount?: bigint) => [
      { voter: 'u', votes: { a: 10n } },
      { voter: 'v', votes: amount === undefined ? {} : { a: amount } },
    ]
    const scoreOf = (ballots: readonly Ballot[]) =>
      retroMedian({ budget: 1n, projects: ['a'], ballots }, RETRO_DEFAULTS).projects[0]?.score
    expect([scoreOf(vote()), scoreOf(vote(0n))]).toEqual([ratio(10n), ratio(5n)])
  })
})

describe('certificates, grants and streams', () => {
  test('split and merge conserve units, and a payout conserves its amount', () => {
    const anyParts = fc.array(fc.bigInt({ min: 1n, max: 10n ** 9n }), { minLength: 2, maxLength: 20 })
    holds(anyParts, anyAmount, (parts, amount) => {
      const units = parts.reduce((sum, part) => sum + part, 0n)
      const minted = mintCertificate({ typeNumber: 3n, claimHash: '', creator: 'c', units })
      const split = splitFraction(minted, minted.id + 1n, parts)
      expect(split.fractions.reduce((sum, fraction) => sum + fraction.units, 0n)).toBe(units)
      expect(certificatePayout(amount, split).reduce((sum, part) => sum + part.amount, 0n)).toBe(amount)
      const merged = mergeFractions(split, split.fractions.map(({ id }) => id).reverse())
      expect(merged.fractions.map(fraction => fraction.units)).toEqual([units])
    })
  })

  test('a grant pays, returns and keeps open what it awards, and nothing twice for one milestone', () => {
    const acts = ['fund', 'submit', 'accept', 'reject', 'expire', 'dispute', 'halve'] as const
    const anyEvents = fc.array(
      fc.record({
        milestone: fc.nat(2),
        act: fc.constantFrom(...acts),
        day: fc.integer({ min: 1, max: 28 }),
      }),
      {
        maxLength: 12,
      },
    )
    holds(anyAmount, anyEvents, (award, events) => {
      const grant = {
        id: 'g',
        recipient: 'r',
        award,
        milestones: [3333, 3333, 3334].map(basisPoints => ({
          basisPoints,
          deadline: '2026-06-15T00:00:00Z',
        })),
        disputeSeconds: 86_400n,
      }
      const done: { milestone: number; act: (typeof acts)[number]; time: string }[] = []
      for (const { milestone, act, day } of events) {
        const next = { milestone, act, time: `2026-06-${String(day).padStart(2, '0')}T00:00:00Z` }
        try {
          grantProgress(grant, [...done, next])
          done.push(next)
        } catch (error) {
          expect(String(error)).toContain('[MILESTONE_REFUSED]')
        }
      }
      const { paid, returned, open } = grantProgress(grant, done)
      expect(paid + returned + open).toBe(award)
      expect(paid <= award && paid >= 0n && returned >= 0n).toBe(true)
    })
  })

  test('streams and the rest are the inflow; a linear stream never falls and ends at its deposit', () => {
    holds(anyAmount, fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 3 }), (inflow, thousandths) => {
      const streams = thousandths.map((part, index) => ({
        recipient: `r${index}`,
        percentage: ratio(BigInt(part), 1000n),
        expiry: null,
      }))
      const { paid, rest } = streamPayouts(inflow, streams, '2026-01-01')
      expect(paid.reduce((sum, { amount }) => sum + amount, rest)).toBe(inflow)
      const linear = { deposit: inflow, start: '2026-01-01', end: '2026-02-01' }
      const days = ['2025-12-31', '2026-01-01', '2026-01-09', '2026-01-20', '2026-02-01', '2026-03-01']
      const at = days.map(day => streamed(linear, day))
      expect(at.every((amount, index) => index === 0 || amount >= (at[index - 1] ?? 0n))).toBe(true)
      expect([at[0], at.at(-1)]).toEqual([0n, inflow])
    })
  })

  test('Gini lies between 0 and 1, and does not change with the unit', () => {
    holds(fc.array(anyAmount, { minLength: 1, maxLength: 9 }), amounts => {
      const index = gini(amounts)
      expect(compareRatios(index, ratio(1n))).toBe(-1)
      expect(gini(amounts.map(amount => amount * 7n))).toEqual(index)
    })
  })
})

const number = ({ num, den }: Ratio): number => new Decimal(num.toString()).div(den.toString()).toNumber()

/** How far apart two values are, relative to the larger one. */
const distance = (a: Ratio, b: Ratio): number => {
  const [x, y] = [a, b].map(({ num, den }) => new Decimal(num.toString()).div(den.toString())) as [
    Plain,
    Plain,
  ]
  return x
    .minus(y)
    .abs()
    .div(Decimal.max(x, y, 1))
    .toNumber()
}
