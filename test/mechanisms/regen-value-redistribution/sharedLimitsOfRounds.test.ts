import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allocateRound,
  concentrationLimits,
  explainAllocation,
  parseRound,
  QUADRATIC_DEFAULTS,
  quadraticFunding,
  RETRO_DEFAULTS,
  type Round,
  retroMedian,
  retroMetrics,
} from '../../../src/mechanisms/regen-value-redistribution/index.ts'
import { canonicalJson } from '../../../src/primitives/canonical.ts'
import { ratio } from '../../../src/primitives/ratio.ts'
import { parseReport } from '../../../src/redistribution/parseReport.ts'
import { holds } from '../../support/arbitraries.ts'

/** Limits that several projects share, in a round: by every method, over categories, in its report and its explanation. */

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)

describe('a round with shared limits', () => {
  const [ADA, BEN] = [
    'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x',
    'regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg',
  ]
  const metrics = (parts: { readonly [project: string]: number }) => ({
    metrics: { hectares: Object.fromEntries(Object.entries(parts).map(([id, x]) => [id, String(x)])) },
    metricBallots: [{ voter: 'v', weights: { hectares: '1' } }],
  })
  const roundOf = (more: object) =>
    parseRound({ version: 1, id: 'r', method: 'retro-metrics', denom: 'uregen', budget: '100', ...more })
  const amountsOf = (round: Round) =>
    Object.fromEntries(allocateRound(round).allocations.map(({ project, amount }) => [project, amount]))

  test.each([
    ['more than its limit is for the others', { shared: 50 }, { a: 25n, b: 25n, c: 50n }],
    ['just met, it does not bind', { shared: 80 }, { a: 40n, b: 40n, c: 20n }],
    [
      'within it, a limit of one alone holds',
      { shared: 50, limits: { a: '10' } },
      { a: 10n, b: 40n, c: 50n },
    ],
    ['one alone leaves room in it', { shared: 50, limits: { a: '10', b: '15' } }, { a: 10n, b: 15n, c: 75n }],
    ['what nobody may take stays', { shared: 50, policy: { cap: '30' } }, { a: 25n, b: 25n, c: 30n }],
    ['of nothing', { shared: 0 }, { a: 0n, b: 0n, c: 100n }],
    [
      'below the minimum of one, nobody of it gets anything',
      { shared: 9, policy: { minimum: '10' } },
      { a: 0n, b: 0n, c: 100n },
    ],
    ['too little for two', { shared: 18, policy: { minimum: '10' } }, { a: 0n, b: 0n, c: 100n }],
  ])('%s', (_, { shared, ...more }, expected) => {
    const round = roundOf({
      projects: ['a', 'b', 'c'].map(id => ({ id, recipient: id === 'c' ? BEN : ADA })),
      ...metrics({ a: 4, b: 4, c: 2 }),
      sharedLimits: [{ name: ADA, projects: ['a', 'b'], most: String(shared) }],
      ...more,
    })
    expect(amountsOf(round)).toEqual(expected)
  })

  test('a unit of rounding that a limit has no room for goes to the next largest fraction', () => {
    const projects = ['a', 'b', 'c', 'd'].map(id => ({ id, recipient: ADA }))
    const equal = { budget: '6', projects, ...metrics({ a: 1, b: 1, c: 1, d: 1 }) }
    // 3/2 for each: the two units that the floors leave would go to a and b.
    expect(amountsOf(roundOf(equal))).toEqual({ a: 2n, b: 2n, c: 1n, d: 1n })
    const sharedLimits = [{ name: ADA, projects: ['a', 'b'], most: '3' }]
    expect(amountsOf(roundOf({ ...equal, sharedLimits }))).toEqual({ a: 2n, b: 1n, c: 2n, d: 1n })
  })

  test('a recipient gets no more for two projects than for one, after earlier rounds too', () => {
    const one = ['farm', 'lake'].map((id, index) => ({ id, recipient: [ADA, BEN][index] ?? '' }))
    const split = [...one, { id: 'farm 2', recipient: ADA ?? '' }]
    const first = allocateRound(roundOf({ projects: one, ...metrics({ farm: 3, lake: 7 }) }))
    const second = (projects: typeof one, parts: { readonly [project: string]: number }) => {
      const sharedLimits = concentrationLimits(100n, 'uregen', projects, [first], ratio(2n, 5n))
      return allocateRound({ ...roundOf({ projects, ...metrics(parts) }), sharedLimits })
    }
    // 2/5 of 200, of which ada has 30 and ben 70.
    const whole = second(one, { farm: 8, lake: 2 })
    expect(whole.allocations.map(({ amount }) => amount)).toEqual([50n, 10n])
    const apart = second(split, { farm: 4, lake: 2, 'farm 2': 4 })
    expect(apart.allocations.map(({ amount }) => amount)).toEqual([25n, 10n, 25n])
    expect(apart.sharedLimits).toEqual([
      { name: ADA, projects: ['farm', 'farm 2'], most: 50n, allocated: 50n, binds: true },
      { name: BEN, projects: ['lake'], most: 10n, allocated: 10n, binds: true },
    ])
  })

  const anyRound = fc.record({
    budget: fc.bigInt({ min: 3n, max: 10n ** 9n }),
    parts: fc.array(fc.nat(50), { minLength: 6, maxLength: 6 }),
    category: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 6, maxLength: 6 }),
    group: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 6, maxLength: 6 }),
    shares: fc.array(fc.bigInt({ min: 0n, max: 60n }), { minLength: 2, maxLength: 2 }),
    method: fc.constantFrom('retro-metrics', 'retro-median', 'quadratic'),
    minimum: fc.constantFrom('0', '0', '7'),
    split: fc.boolean(),
  })
  const IDS = ['p', 'q', 'r', 's', 't', 'u']
  const randomRound = ({
    budget,
    parts,
    category,
    group,
    shares,
    method,
    minimum,
    split,
  }: typeof anyRound extends fc.Arbitrary<infer T> ? T : never) =>
    roundOf({
      method,
      budget: String(budget),
      projects: IDS.map((id, index) => ({ id, recipient: ADA, category: `c${category[index]}` })),
      ...(split && { categories: { c0: '0.5', c1: '0.3', c2: '0.2' } }),
      ...metrics(Object.fromEntries(IDS.map((id, index) => [id, parts[index] ?? 0]))),
      ballots: [
        { voter: 'v', votes: Object.fromEntries(IDS.map((id, index) => [id, String(parts[index])])) },
      ],
      contributions: IDS.flatMap((project, index) =>
        ['x', 'y'].map(contributor => ({
          contributor,
          project,
          amount: String((parts[index] ?? 0) * (contributor === 'x' ? 7 : 11)),
        })),
      ),
      sharedLimits: shares
        .map((share, index) => ({
          name: `g${index}`,
          projects: IDS.filter((_, project) => group[project] === index),
          most: String((budget * share) / 100n),
        }))
        .filter(({ projects }) => projects.length > 0),
      policy: { minimum },
    })

  test('by every method and over categories: no limit is exceeded, and one that binds is said so', () => {
    holds(anyRound, given => {
      const report = allocateRound(randomRound(given))
      expect(report.allocated + report.dust).toBe(given.budget)
      for (const { name, projects, most, allocated, binds } of report.sharedLimits ?? []) {
        const got = report.allocations.filter(({ project }) => projects.includes(project))
        expect(sum(got.map(({ amount }) => amount))).toBe(allocated)
        expect(allocated <= most).toBe(true)
        const label = `the projects of ${name} together get at most their limit`
        expect(report.invariants).toContainEqual({
          name: label,
          left: `${allocated}`,
          relation: '≤',
          right: `${most}`,
        })
        const at = report.trace.some(({ operands }) =>
          operands['at a shared limit']?.split(', ').includes(name),
        )
        expect(at || !binds).toBe(true)
      }
    })
  })

  test('without one that binds, every amount is what it is without shared limits', () => {
    holds(anyRound, given => {
      const round = randomRound({ ...given, minimum: '0' })
      const { sharedLimits: _, ...free } = round
      const [report, plain] = [allocateRound(round), allocateRound(free)]
      expect(plain).not.toHaveProperty('sharedLimits')
      const met = report.sharedLimits?.some(({ binds, allocated, most }) => binds || allocated === most)
      if (!met) expect(report.allocations).toEqual(plain.allocations)
    })
  })

  test('the order of projects, categories and limits changes no amount', () => {
    holds(anyRound, given => {
      const round = randomRound(given)
      const turned = {
        ...round,
        projects: round.projects.toReversed(),
        sharedLimits: round.sharedLimits?.toReversed(),
        ...(round.categories && {
          categories: Object.fromEntries(Object.entries(round.categories).toReversed()),
        }),
      }
      expect(amountsOf(turned)).toEqual(amountsOf(round))
    })
  })

  test('subsidies with roots, which have bounds only: no limit is exceeded, and none is left open by rounding', () => {
    const anyGifts = fc.array(
      fc.record({
        contributor: fc.constantFrom('x', 'y', 'z'),
        project: fc.constantFrom('p', 'q', 'r', 's'),
        amount: fc.bigInt({ min: 0n, max: 10n ** 9n }),
      }),
      { maxLength: 14 },
    )
    holds(
      anyGifts,
      fc.bigInt({ min: 1n, max: 10n ** 9n }),
      fc.bigInt({ min: 0n, max: 10n ** 9n }),
      (contributions, budget, most) => {
        const sharedLimits = [{ name: 's', projects: ['p', 'q'], most }]
        const input = { budget, projects: ['p', 'q', 'r', 's'], contributions, sharedLimits }
        const { projects, dust, shares } = quadraticFunding(input, QUADRATIC_DEFAULTS)
        const [p, q, r, s] = projects.map(({ match }) => match) as [bigint, bigint, bigint, bigint]
        expect(p + q + r + s + dust).toBe(budget)
        expect(shares.full.length > 0 ? p + q === most : p + q <= most).toBe(true)
        const turned = quadraticFunding(
          { ...input, projects: input.projects.toReversed() },
          QUADRATIC_DEFAULTS,
        )
        expect(turned.projects.toReversed()).toEqual(projects)
      },
    )
  })

  test('an explanation names the limit, what it allows and whether it binds', () => {
    const round = roundOf({
      projects: ['a', 'b', 'c'].map(id => ({ id, recipient: ADA })),
      ...metrics({ a: 4, b: 4, c: 2 }),
      sharedLimits: [
        { name: 'water', projects: ['a', 'b'], most: '51' },
        { name: 'soil', projects: ['c'], most: '60' },
      ],
    })
    const report = allocateRound(round)
    expect(explainAllocation(round, report, 'a').slice(-6)).toEqual([
      {
        step: 'pass 1: budget × share',
        operands: { shared: '100', projects: '3', 'at a shared limit': 'water' },
      },
      { step: 'pass 2: budget × share', operands: { shared: '49', projects: '1' } },
      {
        step: 'limit of water, pass 1: shared × weight / Σ weight',
        operands: { shared: '51', projects: '2' },
      },
      { step: 'dust', operands: { rule: 'largest-remainder', dust: '0' } },
      { step: 'limit of water: it binds', operands: { projects: 'a, b', 'at most': '51', together: '51' } },
      { step: 'amount', operands: { amount: '26', denom: 'uregen' } },
    ])
    expect(explainAllocation(round, report, 'c').at(-2)).toEqual({
      step: 'limit of soil: it does not bind',
      operands: { projects: 'c', 'at most': '60', together: '49' },
    })
    expect(parseReport(JSON.parse(canonicalJson(report)))).toEqual(report)
  })

  const limit = (name: string, projects: readonly string[], most = 1n) => ({ name, projects, most })
  test.each([
    ['two of one name', [limit('s', ['a']), limit('s', ['b'])], 'the shared limit "s" is listed twice'],
    ['below 0', [limit('s', ['a'], -1n)], 'the shared limit "s" is below 0'],
    [
      'an unknown project',
      [limit('s', ['a', 'x'])],
      'the shared limit "s" names "x", which is no project of it',
    ],
    ['a project twice', [limit('s', ['a', 'a'])], 'the shared limit "s" names "a" twice'],
    [
      'a project in two',
      [limit('s', ['a']), limit('t', ['b', 'a'])],
      '"a" is in two shared limits, "s" and "t"',
    ],
    [
      'a name with control characters',
      [limit('\u001b[2J', ['a'], -1n)],
      'the shared limit " [2J" is below 0',
    ],
  ])('%s is refused, by every method and by a round', (_, sharedLimits, reason) => {
    const input = { budget: 5n, projects: ['a', 'b'], sharedLimits }
    const message = `The round cannot be computed: ${reason}.`
    const round = { ...roundOf({ projects: ['a', 'b'].map(id => ({ id, recipient: ADA })) }), sharedLimits }
    for (const run of [
      () => quadraticFunding({ ...input, contributions: [] }, QUADRATIC_DEFAULTS),
      () => retroMedian({ ...input, ballots: [] }, RETRO_DEFAULTS),
      () => retroMetrics({ ...input, metrics: {}, ballots: [] }, RETRO_DEFAULTS),
      () => allocateRound(round),
    ])
      expect(run).toThrow(message)
  })

  test('a project that is excluded may be in a limit, and takes nothing of it', () => {
    const round = roundOf({
      projects: [
        { id: 'a', recipient: ADA, excluded: 'late' },
        { id: 'b', recipient: ADA },
      ],
      ...metrics({ a: 1, b: 1 }),
      sharedLimits: [{ name: 's', projects: ['a', 'b'], most: '40' }],
    })
    expect(amountsOf(round)).toEqual({ b: 40n })
  })
})
