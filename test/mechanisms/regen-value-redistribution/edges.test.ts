import { describe, expect, test } from 'vitest'
import {
  type AllocationReport,
  allocateRound,
  decimalText,
  grantProgress,
  milestoneAmounts,
  mintCertificate,
  parseRound,
  parseRoundPolicy,
  QUADRATIC_DEFAULTS,
  type QuadraticParams,
  quadraticFunding,
  RETRO_DEFAULTS,
  type RetroParams,
  retroMedian,
  retroMetrics,
  roundSize,
  scoreWeight,
  splitBudget,
  splitFraction,
  streamPayouts,
  sybilGain,
} from '../../../src/mechanisms/regen-value-redistribution/index.ts'
import { parseRatio, ratio } from '../../../src/primitives/ratio.ts'

/** The same formulas at their edges: nothing given, one giver, caps that are just met, bounds of α, quorums, other units. */

type Gifts = readonly (readonly bigint[])[]

/** One project a list; the nth gift to each is of the giver n, of that project alone unless `shared`. */
const run = (
  gifts: Gifts,
  budget: bigint,
  params: Partial<QuadraticParams> = {},
  shared = false,
  more: object = {},
) =>
  quadraticFunding(
    {
      budget,
      projects: gifts.map((_, index) => `p${index}`),
      contributions: gifts.flatMap((amounts, index) =>
        amounts.map((amount, giver) => ({
          contributor: shared ? `g${giver}` : `g${index}-${giver}`,
          project: `p${index}`,
          amount,
        })),
      ),
      ...more,
    },
    { ...QUADRATIC_DEFAULTS, ...params },
  )
const matches = (...args: Parameters<typeof run>) => run(...args).projects.map(({ match }) => match)
const subsidies = (...args: Parameters<typeof run>) =>
  run(...args).projects.map(({ subsidy }) => decimalText(subsidy))

describe('quadratic funding at its edges', () => {
  test.each(['qf', 'pairwise', 'cocm'] as const)(
    '%s of no contributions pays nothing, and all stays',
    variant => {
      const { projects, dust, alpha, matched } = run([[], []], 100n, { variant })
      expect([projects.map(({ match }) => match), dust, matched, alpha]).toEqual([[0n, 0n], 100n, 0n, null])
    },
  )

  test('clr of no contributions, or of single givers, has nothing to match: refused by name', () => {
    for (const gifts of [[[], []], [[5n]], [[5n], [7n]]])
      expect(() => run(gifts, 100n, { variant: 'clr' })).toThrow('[NOTHING_TO_MATCH]')
  })

  test('gifts of 0 are none; a gift below the minimum is not counted, one at the minimum is', () => {
    expect(run([[0n, 4n, 9n]], 1n).projects[0]?.givers).toBe(2)
    expect(subsidies([[4n, 9n]], 1n, { minimumContribution: 4n })).toEqual(['12'])
    expect(subsidies([[4n, 9n]], 1n, { minimumContribution: 5n })).toEqual(['0'])
  })

  test.each([
    ['a single giver gets nothing on the subsidy', [[100n]], {}, [0n]],
    ['and all of it on the square', [[100n]], { basis: 'square', saturation: 'scale-up' }, [1000n]],
    ['a pool that is just ΣS pays S', [[4n, 9n]], {}, [12n]],
  ] as const)('%s', (_, gifts, params, expected) => {
    expect(matches(gifts, expected[0] === 12n ? 12n : 1000n, params)).toEqual(expected)
  })

  test.each([
    ['just met is not capped', 34n, [13n, 21n, 34n]],
    ['one below caps it, and the rest is shared again', 33n, [13n, 22n, 33n]],
    ['0 pays nobody', 0n, [0n, 0n, 0n]],
    ['all of the budget caps nobody', 68n, [13n, 21n, 34n]],
  ])('a cap that %s', (_, cap, expected) => {
    // S of 26, 42 and 68 by 13, 21 and 34 parts of 68.
    const gifts = [
      [1n, 169n],
      [1n, 441n],
      [1n, 1156n],
    ]
    expect(subsidies(gifts, 1n)).toEqual(['26', '42', '68'])
    expect(matches(gifts, 68n, { cap })).toEqual(expected)
  })

  test('a limit of one project alone is kept, and what it leaves goes to the others', () => {
    const gifts = [
      [1n, 169n],
      [1n, 441n],
      [1n, 1156n],
    ]
    expect(matches(gifts, 68n, {}, false, { limits: { p2: 10n } })).toEqual([22n, 36n, 10n])
    expect(matches(gifts, 1000n, {}, false, { limits: { p2: 10n } })).toEqual([26n, 42n, 10n])
    expect(matches(gifts, 68n, { cap: 5n }, false, { limits: { p2: 10n } })).toEqual([5n, 5n, 5n])
  })

  /** match + given = α(Σ√c)² + (1−α)Σc, as the paper has it. */
  test.each([
    [6n, '0.5', [6n]],
    [12n, '1', [12n]],
    [13n, '1', [12n]],
    [1n, '0.083333333333333333', [1n]],
  ])('α of a budget of %s is %s', (budget, alpha, expected) => {
    const { projects, alpha: found } = run([[4n, 9n]], budget, { variant: 'clr' })
    expect([decimalText(found ?? ratio(0n)), projects.map(({ match }) => match)]).toEqual([alpha, expected])
  })

  test('α above 1 is refused where the policy says so, and just 1 is not', () => {
    const refuse = { variant: 'clr', alphaAboveOne: 'refuse' } as const
    expect(matches([[4n, 9n]], 12n, refuse)).toEqual([12n])
    expect(() => run([[4n, 9n]], 13n, refuse)).toThrow('[BUDGET_INVALID]')
  })

  test('clr.fund’s five gifts of 0.4, and other units of the same round: α is the same', () => {
    for (const unit of [10n, 10n ** 6n, 10n ** 18n]) {
      const gift = (4n * unit) / 10n
      const gifts = [Array<bigint>(5).fill(gift), Array<bigint>(5).fill(gift)]
      expect(run(gifts, 10n * unit, { variant: 'clr' }).alpha).toEqual(parseRatio('0.625'))
    }
  })

  test('an amount of 256 bits is exact', () => {
    const large = 10n ** 76n
    expect(subsidies([[large, large]], 1n)).toEqual([(2n * large).toString()])
  })

  test('contributions of one account to one project are one gift: summed, they earn nothing', () => {
    const contributions = Array.from({ length: 10 }, () => ({ contributor: 'a', project: 'p', amount: 10n }))
    const { projects } = quadraticFunding(
      { budget: 1000n, projects: ['p'], contributions },
      QUADRATIC_DEFAULTS,
    )
    expect(projects[0]).toMatchObject({ givers: 1, given: 100n, match: 0n })
    expect(sybilGain(100n, 10n)).toBe(900n)
    expect(sybilGain(100n, 1n)).toBe(0n)
  })
})

describe('pairwise, both conventions', () => {
  const at = (gifts: Gifts, m: string, pairs: 'ordered' | 'unordered', shared = true) =>
    subsidies(gifts, 1n, { variant: 'pairwise', pairwiseM: parseRatio(m), pairs }, shared)[0]

  test.each([
    // M × r / ( M + R ), twice where pairs are ordered; r of 4 and 9 is 6, of 1 and 4 it is 2, of 1 and 9 it is 3.
    [[[4n, 9n]], '1', '1.714285714285714286', '0.857142857142857143'],
    [[[4n, 9n]], '0.01', '0.019966722129783694', '0.009983361064891847'],
    [[[4n, 9n]], '1000000', '11.999928000431997408', '5.999964000215998704'],
    [
      [
        [4n, 9n],
        [4n, 9n],
      ],
      '1',
      '0.923076923076923077',
      '0.461538461538461538',
    ],
    [[[1n, 4n, 9n]], '1', '4.547619047619047619', '2.27380952380952381'],
    [[[5n]], '1', '0', '0'],
  ])('%o with M = %s: %s ordered, %s unordered', (gifts, m, ordered, unordered) => {
    expect([at(gifts, m, 'ordered'), at(gifts, m, 'unordered')]).toEqual([ordered, unordered])
  })

  test('M counts in the unit of the gifts: a million times both gives a million times the subsidy', () => {
    expect(at([[4_000_000n, 9_000_000n]], '1000000', 'ordered')).toBe('1714285.714285714285714286')
  })
})

test.each([
  ['0', '0'],
  ['10', '0'],
  ['14.999', '0'],
  ['15', '0.5'],
  ['17.5', '0.625'],
  ['20', '0.75'],
  ['25', '1'],
  ['100', '1'],
])('a passport score of %s weighs %s', (score, weight) => {
  expect(scoreWeight(parseRatio(score))).toEqual(parseRatio(weight))
})

test('weights change what is counted before the root: 4 and 9 by 1 and 1/4 are 4 and 2.25', () => {
  const [subsidy] = subsidies([[4n, 9n]], 1n, {}, false, { weights: { 'g0-1': ratio(1n, 4n) } })
  expect(subsidy).toBe('6')
})

describe('retroactive funding at its edges', () => {
  const voted = (votes: readonly (readonly bigint[])[], budget: bigint, params: Partial<RetroParams> = {}) =>
    retroMedian(
      {
        budget,
        projects: votes.map((_, index) => `p${index}`),
        ballots: votes.flatMap((amounts, index) =>
          amounts.map((amount, voter) => ({ voter: `v${index}-${voter}`, votes: { [`p${index}`]: amount } })),
        ),
      },
      { ...RETRO_DEFAULTS, ...params },
    )
  const awards = (...args: Parameters<typeof voted>) => voted(...args).projects.map(({ award }) => award)

  test('no ballots at all: nothing is awarded, and nobody has a score', () => {
    const { projects, dust } = voted([[], []], 100n)
    expect([projects.map(({ score, excluded }) => [score, excluded]), dust]).toEqual([
      [
        [null, 'no-votes'],
        [null, 'no-votes'],
      ],
      100n,
    ])
  })

  test.each([
    ['as many votes as the quorum take part', 2, [50n, 50n]],
    ['one vote too few does not', 3, [0n, 0n]],
    ['a quorum of 0 is none', 0, [50n, 50n]],
  ])('%s', (_, quorum, expected) => {
    expect(
      awards(
        [
          [5n, 5n],
          [5n, 5n],
        ],
        100n,
        { quorum },
      ),
    ).toEqual(expected)
  })

  test('a score that is just the minimum takes part, one below does not', () => {
    expect(awards([[1500n], [1499n]], 3000n, { minimum: 1500n })).toEqual([3000n, 0n])
  })

  test('a second ballot of one voter is refused, of projects as of metrics', () => {
    const twice = (votes: object) => [
      { voter: 'ada', ...votes },
      { voter: 'ada', ...votes },
    ]
    const projects = ['p']
    expect(() =>
      retroMedian({ budget: 1n, projects, ballots: twice({ votes: { p: 1n } }) as never }, RETRO_DEFAULTS),
    ).toThrow('another one of this voter')
    const metrics = { m: { p: ratio(1n) } }
    expect(() =>
      retroMetrics(
        { budget: 1n, projects, metrics, ballots: twice({ weights: { m: ratio(1n) } }) as never },
        RETRO_DEFAULTS,
      ),
    ).toThrow('another one of this voter')
  })

  test('RPGF3: 17 ballots, 1,500 OP at least, 30M OP in all, at most 5M for one', () => {
    const OP = 10n ** 18n
    const many = (amount: bigint, count = 17) => Array<bigint>(count).fill(amount * OP)
    const rpgf3 = { quorum: 17, minimum: 1500n * OP, cap: 5_000_000n * OP }
    const { projects, dust } = voted(
      [many(400_000n), many(100_000n), many(100_000n), many(100_000n), many(50_000n, 16), many(1499n)],
      30_000_000n * OP,
      rpgf3,
    )
    // Four take part; at most 5M each, and the other 10M have nobody to go to.
    expect(projects.map(({ award }) => award / OP)).toEqual([
      5_000_000n,
      5_000_000n,
      5_000_000n,
      5_000_000n,
      0n,
      0n,
    ])
    expect(dust).toBe(10_000_000n * OP)
  })

  test.each([
    [[[1n]], '1'],
    [[[1n, 2n]], '1.5'],
    [[[3n, 1n, 2n]], '2'],
    [[[1n, 2n, 4n, 100n]], '3'],
    [[[0n, 0n, 9n]], '0'],
  ])('the median of %o is %s', (votes, expected) => {
    const [row] = voted(votes, 100n).projects
    expect(row?.score && decimalText(row.score)).toBe(expected)
  })

  test('down-only: scores are amounts, scaled only where the budget does not suffice', () => {
    const votes = [[30n], [20n]]
    expect(awards(votes, 100n, { scale: 'down-only' })).toEqual([30n, 20n])
    expect(awards(votes, 50n, { scale: 'down-only' })).toEqual([30n, 20n])
    expect(awards(votes, 25n, { scale: 'down-only' })).toEqual([15n, 10n])
  })

  test('RF4: a cap of 500,000 of 10M and a minimum of 1,000, until nothing changes', () => {
    const x = { a: 900n, b: 60n, c: 30n, d: 9n, e: 1n }
    const shares = (minimum: bigint) =>
      retroMetrics(
        {
          budget: 1_000_000n,
          projects: Object.keys(x),
          metrics: { m: Object.fromEntries(Object.entries(x).map(([name, value]) => [name, ratio(value)])) },
          ballots: [{ voter: 'v', weights: { m: ratio(1n) } }],
        },
        { cap: 500_000n, capShare: null, minimum, dust: 'largest-remainder' },
      )
    expect(shares(0n).projects.map(({ award }) => award)).toEqual([
      500_000n,
      300_000n,
      150_000n,
      45_000n,
      5_000n,
    ])
    // Without e, whose 5,000 are below it, 500,000 are shared by 60, 30 and 9.
    expect(shares(6_000n).projects.map(({ award }) => award)).toEqual([
      500_000n,
      303_030n,
      151_515n,
      45_455n,
      0n,
    ])
  })

  test('an open-source multiplier, and a metric that nobody has anything of', () => {
    const { projects, weights } = retroMetrics(
      {
        budget: 100n,
        projects: ['p', 'q'],
        metrics: { used: { p: ratio(50n), q: ratio(50n) }, empty: {} },
        ballots: [
          { voter: 'u', weights: { used: ratio(1n), empty: ratio(3n) } },
          { voter: 'v', weights: { used: ratio(1n) } },
        ],
        multipliers: { p: ratio(3n) },
      },
      { cap: null, capShare: null, minimum: 0n, dust: 'largest-remainder' },
    )
    expect(projects.map(({ award }) => award)).toEqual([75n, 25n])
    expect(weights['empty']).toEqual(ratio(0n))
  })

  test('RF5: the size of a round is the median of what was voted, within its bounds; a cap of 12.5 %', () => {
    const sizes = (...given: bigint[]) => given.map((size, index) => ({ voter: `${index}`, parts: {}, size }))
    const bounds = { least: 2_000_000n, most: 8_000_000n }
    expect(roundSize(sizes(1n, 9_000_000n, 5_000_000n), bounds)).toBe(5_000_000n)
    expect(roundSize(sizes(1n), bounds)).toBe(2_000_000n)
    expect(roundSize([], bounds)).toBe(2_000_000n)
    expect(awards([[9n], [1n]], 8_000_000n, { capShare: parseRatio('0.125') })).toEqual([
      1_000_000n,
      1_000_000n,
    ])
  })
})

describe('certificates, grants and streams at their edges', () => {
  const minted = mintCertificate({ typeNumber: 7n, claimHash: '', creator: 'a', units: 253n })

  test('ids are typeId << 128; 253 parts are allowed, 254 and one are not', () => {
    expect(minted.id).toBe(7n << 128n)
    expect(splitFraction(minted, minted.id + 1n, Array<bigint>(253).fill(1n)).fractions.length).toBe(253)
    const more = mintCertificate({ typeNumber: 7n, claimHash: '', creator: 'a', units: 254n })
    expect(() => splitFraction(more, more.id + 1n, Array<bigint>(254).fill(1n))).toThrow('254 parts')
  })

  test('milestones of one part, and parts that do not come to 10,000', () => {
    expect(milestoneAmounts(7n, [10_000])).toEqual([7n])
    expect(milestoneAmounts(0n, [5000, 5000])).toEqual([0n, 0n])
    expect(() => milestoneAmounts(7n, [5000, 4999])).toThrow('[ROUND_INVALID]')
  })

  test('a milestone is submitted until its deadline and expires after it; a dispute ends with its last second; halved, half is paid', () => {
    const grant = {
      ...{ id: 'g', recipient: 'r', award: 101n, disputeSeconds: 60n },
      milestones: [{ basisPoints: 10_000, deadline: '2026-06-15T00:00:00Z' }],
    }
    type Act = Parameters<typeof grantProgress>[1][number]['act']
    const progressOf = (...acts: readonly (readonly [act: Act, time: string])[]) =>
      grantProgress(
        grant,
        acts.map(([act, clock]) => ({ milestone: 0, act, time: `2026-06-${clock}Z` })),
      )
    const [start, end, late] = ['01T00:00:00', '15T00:00:00', '15T00:00:01'] as const
    expect(progressOf(['fund', start], ['submit', end]).open).toBe(101n)
    expect(() => progressOf(['fund', start], ['submit', late])).toThrow('its deadline was')
    expect(() => progressOf(['fund', start], ['expire', end])).toThrow('its deadline is')
    expect(progressOf(['fund', start], ['expire', late]).returned).toBe(101n)
    const rejected = [
      ['fund', start],
      ['submit', end],
      ['reject', end],
    ] as const
    expect(progressOf(...rejected).returned).toBe(101n)
    expect(() => progressOf(...rejected, ['dispute', '15T00:01:01'])).toThrow('60 seconds at most')
    const halved = progressOf(...rejected, ['dispute', '15T00:01:00'], ['halve', '16T00:00:00'])
    expect([halved.paid, halved.returned, halved.open]).toEqual([50n, 51n, 0n])
  })

  test('a stream of 0 or 1 is refused as by the chain; two of one half each take all, with floors; an expired one nothing', () => {
    const fund = (recipient: string, percentage: string, expiry: string | null = null) => ({
      recipient,
      percentage: parseRatio(percentage),
      expiry,
    })
    for (const share of ['0', '1', '1.5'])
      expect(() => streamPayouts(1n, [fund('r', share)], '2026-01-01')).toThrow('[STREAM_REFUSED]')
    const { paid, rest } = streamPayouts(1_000_003n, [fund('r', '0.5'), fund('s', '0.5')], '2026-01-01')
    expect([paid.map(({ amount }) => amount), rest]).toEqual([[500_001n, 500_001n], 1n])
    expect(streamPayouts(100n, [fund('r', '0.5', '2025-12-31')], '2026-01-01').rest).toBe(100n)
    // The keeper removes a fund whose expiry lies before the time of the block.
    expect(streamPayouts(100n, [fund('r', '0.5', '2026-01-01')], '2026-01-01').rest).toBe(50n)
    expect(() => streamPayouts(1n, [fund('r', '0.1'), fund('r', '0.1')], '2026-01-01')).toThrow(
      'a fund for it',
    )
  })
})

test('a budget by shares that come to anything: 1/3 each of 100 is 34, 33 and 33', () => {
  const third = ratio(1n, 3n)
  expect([...splitBudget(100n, { a: third, b: third, c: third }).values()].sort()).toEqual([33n, 33n, 34n])
  expect([...splitBudget(100n, { a: ratio(7n), b: ratio(3n) }).values()]).toEqual([70n, 30n])
})

test('the unit that floors leave goes to the largest fraction, whoever comes first', () => {
  const shares = (a: bigint, b: bigint, c: bigint) => [
    ...splitBudget(10n, { a: ratio(a, 100n), b: ratio(b, 100n), c: ratio(c, 100n) }).values(),
  ]
  expect(shares(33n, 33n, 34n)).toEqual([3n, 3n, 4n])
  expect(shares(34n, 33n, 33n)).toEqual([4n, 3n, 3n])
  // 5.7, 2.6 and 1.7: of two that are left, the first and the last.
  expect(shares(57n, 26n, 17n)).toEqual([6n, 2n, 2n])
})

describe('a round as a file', () => {
  const round = (more: object) => ({
    version: 1,
    id: 'r',
    method: 'quadratic',
    denom: 'uregen',
    budget: '100',
    projects: [{ id: 'p', recipient: 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x' }],
    ...more,
  })
  const report = (more: object): AllocationReport => allocateRound(parseRound(round(more)))

  test('without contributions it allocates nothing; its equations stand all the same', () => {
    const { allocated, dust, invariants } = report({})
    expect([allocated, dust]).toEqual([0n, 100n])
    expect(invariants[0]).toEqual({
      name: 'Σ allocations + dust = budget',
      left: '100',
      relation: '=',
      right: '100',
    })
  })

  test.each([
    [{ budget: '0' }, '[BUDGET_INVALID]'],
    [{ budget: '-1' }, 'whole number of 0 or more'],
    [{ budget: 100 }, 'budget'],
    [{ contributions: [{ contributor: 'a', project: 'x', amount: '1' }] }, 'is no project of it'],
    [{ policy: { colour: 'red' } }, 'colour'],
    [{ policy: { capShare: '1.1' } }, 'at most 1'],
    [{ weights: { a: '2' } }, 'at most 1'],
    [{ projects: [] }, 'projects'],
    [{ method: 'lottery' }, 'method'],
  ])('%j is refused: %s', (more, message) => {
    expect(() => report(more)).toThrow(message)
  })

  test('limits of the file are kept, and stand among the equations', () => {
    const gifts = ['a', 'b'].map(contributor => ({ contributor, project: 'p', amount: '50' }))
    const { allocations, invariants } = report({ contributions: gifts, limits: { p: '7' } })
    expect(allocations[0]?.amount).toBe(7n)
    expect(invariants.map(({ name }) => name)).toContain('p gets at most its own limit')
  })

  test('a policy says its parameters in the units of the round, and what it leaves out is the default', () => {
    const { pairwiseM, quorum, capShare } = parseRoundPolicy({ pairwiseM: '0.01', capShare: '0.125' })
    expect([pairwiseM, quorum, capShare]).toEqual([ratio(1n, 100n), 1, ratio(1n, 8n)])
  })
})
