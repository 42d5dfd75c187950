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
  type SharedLimit,
} from '../../../src/mechanisms/regen-value-redistribution/index.ts'
import { exactly } from '../../../src/mechanisms/regen-value-redistribution/shares/bounds.ts'
import {
  apportion,
  type Weighted,
} from '../../../src/mechanisms/regen-value-redistribution/shares/largestRemainder.ts'
import { payInFull } from '../../../src/mechanisms/regen-value-redistribution/shares/payInFull.ts'
import {
  type ShareRules,
  shareOut,
} from '../../../src/mechanisms/regen-value-redistribution/shares/shareOut.ts'
import { canonicalJson } from '../../../src/primitives/canonical.ts'
import {
  addRatio,
  compareRatios,
  floor,
  minRatio,
  mulRatio,
  type Ratio,
  ratio,
  sumRatios,
  ZERO,
} from '../../../src/primitives/ratio.ts'
import { parseReport } from '../../../src/redistribution/parseReport.ts'
import { holds } from '../../support/arbitraries.ts'

/** Limits that several projects of a round share: what they get together, whatever the weights, caps and minimum. */

const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g']

const small = fc.bigInt({ min: 0n, max: 40n })
const anyAmount = fc.oneof(small, small, fc.bigInt({ min: 0n, max: 10n ** 12n }))
/** Everything that one division depends on; each project is in one of three limits, or in none. */
const anyCase = fc.record({
  budget: fc.oneof(fc.bigInt({ min: 1n, max: 100n }), fc.bigInt({ min: 1n, max: 10n ** 13n })),
  weights: fc.array(anyAmount, { minLength: 7, maxLength: 7 }),
  group: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 7, maxLength: 7 }),
  mosts: fc.array(anyAmount, { minLength: 3, maxLength: 3 }),
  cap: fc.option(anyAmount, { nil: null }),
  own: fc.dictionary(fc.constantFrom(...NAMES), anyAmount, { maxKeys: 3 }),
  minimum: fc.constantFrom<bigint[]>(0n, 0n, 0n, 1n, 5n, 20n),
  dust: fc.constantFrom('largest-remainder' as const, 'pool' as const),
})
type Case = typeof anyCase extends fc.Arbitrary<infer T> ? T : never

const limitsOf = ({ group, mosts }: Case): readonly SharedLimit[] =>
  mosts.map((most, index) => ({
    name: `s${index}`,
    projects: NAMES.filter((_, i) => group[i] === index),
    most,
  }))
const partiesOf = ({ weights }: Case) =>
  NAMES.map((name, index) => ({ name, weight: exactly(weights[index] ?? 0n) }))
const rulesOf = (given: Case): ShareRules => ({ ...given, shared: limitsOf(given) })
const divide = (given: Case) => shareOut(given.budget, partiesOf(given), rulesOf(given))
const inFull = (given: Case) => payInFull(partiesOf(given), 1n, 10n ** 14n, rulesOf(given))
const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)
const together = (parts: readonly { name: string; amount: bigint }[], projects: readonly string[]) =>
  sum(parts.filter(({ name }) => projects.includes(name)).map(({ amount }) => amount))

describe('several limits over one budget', () => {
  test('no limit is exceeded, no project has more than its own, nothing is negative, Σ parts + dust = budget', () => {
    holds(anyCase, given => {
      for (const { parts, dust } of [divide(given), inFull(given)]) {
        for (const { projects, most } of limitsOf(given)) expect(together(parts, projects) <= most).toBe(true)
        for (const { name, amount } of parts) {
          const mosts = [given.cap, given.own[name] ?? null].filter(most => most !== null)
          expect(amount >= 0n && mosts.every(most => amount <= most)).toBe(true)
        }
        expect(dust >= 0n).toBe(true)
      }
      expect(sum(divide(given).parts.map(({ amount }) => amount)) + divide(given).dust).toBe(given.budget)
    })
  })

  test('everybody has nothing or at least the minimum, also whom a limit keeps below it', () => {
    holds(anyCase, given => {
      for (const { amount } of divide(given).parts)
        expect(amount === 0n || amount >= given.minimum).toBe(true)
    })
  })

  test('the parts are the floors of the levels, found here by their breakpoints', () => {
    holds(anyCase, any => {
      const given = { ...any, minimum: 0n, dust: 'pool' as const }
      expect(divide(given).parts.map(({ amount }) => amount)).toEqual(levels(given))
    })
  })

  test('the budget is used up, unless all who take part are at a limit', () => {
    holds(anyCase, any => {
      const given = { ...any, dust: 'largest-remainder' as const }
      const { parts, dust } = divide(given)
      if (dust === 0n) return
      for (const [index, { name, amount }] of parts.entries()) {
        const limit = limitsOf(given).find(({ projects }) => projects.includes(name))
        const isAtLimit =
          [given.cap, given.own[name] ?? null].includes(amount) ||
          (limit !== undefined && together(parts, limit.projects) === limit.most)
        const takesPart = given.weights[index] !== 0n && (amount > 0n || given.minimum === 0n)
        expect(isAtLimit || !takesPart).toBe(true)
      }
    })
  })

  test('the order of projects, of limits and of the projects of a limit changes nothing', () => {
    holds(anyCase, fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }), (given, order) => {
      const turned = <T>(list: readonly T[]) =>
        order.flatMap(index => (index < list.length ? [list[index] as T] : []))
      const shared = turned(limitsOf(given)).map(limit => ({
        ...limit,
        projects: limit.projects.toReversed(),
      }))
      const rules = { ...rulesOf(given), shared }
      const byName = (parts: readonly { name: string; amount: bigint }[]) =>
        Object.fromEntries(parts.map(({ name, amount }) => [name, amount]))
      const again = shareOut(given.budget, turned(partiesOf(given)), rules)
      expect(byName(again.parts)).toEqual(byName(divide(given).parts))
      const inFullAgain = payInFull(turned(partiesOf(given)), 1n, 10n ** 14n, rules)
      expect(byName(inFullAgain.parts)).toEqual(byName(inFull(given).parts))
    })
  })

  test('without shared limits every part and every pass is what the method was without them', () => {
    holds(anyCase, given => {
      const mosts = [given.cap, ...Object.values(given.own)].filter(most => most !== null)
      // Whom a cap keeps below the minimum got the cap, against the rule.
      const least = mosts.reduce((low, most) => (most > 0n && most < low ? most : low), given.minimum)
      const rules = { ...given, minimum: least, shared: undefined }
      const { parts, dust, steps, full } = shareOut(given.budget, partiesOf(given), rules)
      expect(full).toEqual([])
      expect({ parts, dust, steps: steps.map(({ full, ...step }) => step) }).toEqual(
        simple(given.budget, partiesOf(given), rules),
      )
    })
  })

  test('a limit beyond what its projects get anyway changes nothing', () => {
    holds(anyCase, any => {
      // With a minimum it may bind before others leave below it.
      const given = { ...any, minimum: 0n }
      const free = shareOut(given.budget, partiesOf(given), { ...given, shared: [] })
      const shared = limitsOf(given).map(limit => ({
        ...limit,
        most: together(free.parts, limit.projects) + BigInt(limit.projects.length),
      }))
      expect(shareOut(given.budget, partiesOf(given), { ...given, shared })).toEqual(free)
    })
  })

  test('a limit of one project is a limit of its own', () => {
    holds(anyCase, any => {
      const given = { ...any, own: {} }
      const own = Object.fromEntries(NAMES.map((name, index) => [name, given.weights[6 - index] ?? 0n]))
      const shared = NAMES.map(name => ({ name, projects: [name], most: own[name] ?? 0n }))
      const [alone, together] = [{ own }, { shared }].map(
        more => shareOut(given.budget, partiesOf(given), { ...given, ...more }).parts,
      )
      expect(together).toEqual(alone)
    })
  })

  test('monotone: a higher limit never lowers what its projects get, but for the units of rounding', () => {
    holds(anyCase, anyAmount, (any, more) => {
      const given = { ...any, minimum: 0n }
      const shared = limitsOf(given)
      const higher = shared.map((limit, index) =>
        index === 0 ? { ...limit, most: limit.most + more } : limit,
      )
      const gets = (dust: ShareRules['dust'], shared: readonly SharedLimit[]) =>
        shareOut(given.budget, partiesOf(given), { ...given, dust, shared }).parts
      const members = shared[0]?.projects ?? []
      const [before, after] = [gets('pool', shared), gets('pool', higher)]
      for (const [index, { name, amount }] of before.entries()) {
        const now = after[index]?.amount ?? 0n
        expect(members.includes(name) ? now >= amount : now <= amount).toBe(true)
      }
      const [exact, rounded] = [shared, higher].map(limits =>
        together(gets('largest-remainder', limits), members),
      )
      expect((rounded ?? 0n) + BigInt(members.length) >= (exact ?? 0n)).toBe(true)
      const [full, fuller] = [shared, higher].map(limits =>
        together(
          payInFull(partiesOf(given), 1n, 10n ** 14n, {
            ...rulesOf(given),
            dust: 'largest-remainder',
            shared: limits,
          }).parts,
          members,
        ),
      )
      expect((fuller ?? 0n) >= (full ?? 0n)).toBe(true)
    })
  })

  test('a project that is split in two gets no more where the limit binds', () => {
    holds(anyCase, fc.nat(100), (any, percent) => {
      const given = { ...any, cap: null, own: {}, minimum: 0n, dust: 'largest-remainder' as const }
      const [first] = limitsOf(given)
      const victim = first?.projects[0]
      if (first === undefined || victim === undefined) return
      const parties = partiesOf(given)
      const weight = parties.find(({ name }) => name === victim)?.weight.lo ?? 0n
      const piece = (weight * BigInt(percent)) / 100n
      const split = parties
        .map(party => (party.name === victim ? { name: victim, weight: exactly(weight - piece) } : party))
        .concat({ name: 'split off', weight: exactly(piece) })
      const shared = limitsOf(given).map(limit =>
        limit.name === first.name ? { ...limit, projects: [...limit.projects, 'split off'] } : limit,
      )
      const whole = divide(given)
      const [before, after] = [
        together(whole.parts, first.projects),
        together(shareOut(given.budget, split, { ...given, shared }).parts, [...first.projects, 'split off']),
      ]
      expect(after <= first.most).toBe(true)
      if (whole.full.some(({ name }) => name === first.name))
        expect([before, after]).toEqual([first.most, first.most])
    })
  })
})

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
    expect(explainAllocation(round, report, 'a').slice(-5)).toEqual(
      [
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
      ].slice(-5),
    )
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

/** The levels λ and λ_s as exact fractions: the level of a sum of min( λ × weight, most ) lies between two of its breakpoints. */
function levels({ budget, weights, cap, own, ...given }: Case): readonly bigint[] {
  type Bend = (level: Ratio) => Ratio
  const ENDLESS = ratio(10n ** 30n)
  const mosts = NAMES.map(name =>
    [cap, own[name] ?? null].reduce<bigint | null>(
      (low, most) => (most === null || (low !== null && low < most) ? low : most),
      null,
    ),
  )
  const mine = NAMES.map(
    (_, index): Bend =>
      level => {
        const [most, part] = [mosts[index] ?? null, mulRatio(level, ratio(weights[index] ?? 0n))]
        return most === null ? part : minRatio(part, ratio(most))
      },
  )
  const bends = NAMES.flatMap((_, index) => {
    const most = mosts[index] ?? null
    return most === null || !weights[index] ? [] : [ratio(most, weights[index])]
  })
  /** The level at which a sum of bends is an amount; endless where it never is. */
  const levelAt = (amount: bigint, parts: readonly Bend[], breaks: readonly Ratio[]): Ratio => {
    const at = (level: Ratio) => sumRatios(ZERO, ...parts.map(part => part(level)))
    const sorted = [ZERO, ...breaks, ENDLESS].sort(compareRatios)
    const end = sorted.findIndex(level => compareRatios(at(level), ratio(amount)) > 0)
    if (end < 0) return ENDLESS
    if (end === 0) return ZERO
    const [low, high] = [sorted[end - 1] ?? ZERO, sorted[end] ?? ZERO]
    const [from, to] = [at(low), at(high)]
    const part = subtract(ratio(amount), from)
    const slope = subtract(to, from)
    const width = subtract(high, low)
    return addRatio(low, ratio(part.num * slope.den * width.num, part.den * slope.num * width.den))
  }
  const limits = limitsOf({ budget, weights, cap, own, ...given })
  const ownLevels = limits.map(({ projects, most }) =>
    levelAt(
      most,
      mine.filter((_, index) => projects.includes(NAMES[index] ?? '')),
      bends,
    ),
  )
  const bounded = NAMES.map(
    (name, index): Bend =>
      level => {
        const limit = limits.findIndex(({ projects }) => projects.includes(name))
        return (mine[index] as Bend)(limit < 0 ? level : minRatio(level, ownLevels[limit] as Ratio))
      },
  )
  const level = levelAt(budget, bounded, [...bends, ...ownLevels])
  return bounded.map(part => floor(part(level)))
}

const subtract = (a: Ratio, b: Ratio): Ratio => addRatio(a, { num: -b.num, den: b.den })

/** How a budget was shared out before several projects could share a limit. */
function simple(budget: bigint, parties: readonly Weighted[], { cap, own = {}, minimum, dust }: ShareRules) {
  const most = (name: string) => {
    const limit = own[name] ?? null
    return cap === null || (limit !== null && limit < cap) ? limit : cap
  }
  const capped = new Map<string, bigint>()
  let rest = budget
  let sharing = parties.filter(({ weight }) => weight.hi > 0n)
  const steps: object[] = []
  for (;;) {
    const whole = sum(sharing.map(({ weight }) => weight.lo))
    const over = sharing.filter(({ name, weight }) => {
      const limit = most(name)
      return limit !== null && rest * weight.lo > limit * whole
    })
    const below = over.length > 0 ? [] : sharing.filter(({ weight }) => minimum * whole > rest * weight.lo)
    const [names, dropped] = [over, below].map(list => list.map(({ name }) => name)) as [string[], string[]]
    steps.push({ shared: rest, parties: sharing.length, capped: names, dropped })
    if (over.length + below.length === 0) break
    for (const { name } of over) {
      capped.set(name, most(name) ?? 0n)
      rest -= most(name) ?? 0n
    }
    sharing = sharing.filter(({ name }) => !names.includes(name) && !dropped.includes(name))
  }
  const shared = new Map(apportion(rest, sharing, dust).map(({ name, amount }) => [name, amount]))
  const parts = parties.map(({ name }) => ({ name, amount: capped.get(name) ?? shared.get(name) ?? 0n }))
  return { parts, dust: parts.reduce((left, { amount }) => left - amount, budget), steps }
}
