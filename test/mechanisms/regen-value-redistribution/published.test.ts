import { describe, expect, test } from 'vitest'
import {
  batchCertificate,
  certificatePayout,
  conviction,
  convictionDecay,
  convictionLimit,
  convictionThreshold,
  decimalText,
  effectiveNumber,
  endowmentSpend,
  gini,
  grantProgress,
  mergeFractions,
  milestoneAmounts,
  mintCertificate,
  QUADRATIC_DEFAULTS,
  type QuadraticInput,
  type QuadraticParams,
  quadraticFunding,
  RETRO_DEFAULTS,
  type RetroParams,
  retroMedian,
  retroMetrics,
  splitFraction,
  streamPayouts,
  sybilGain,
} from '../../../src/mechanisms/regen-value-redistribution/index.ts'
import { parseRatio, type Ratio, ratio } from '../../../src/primitives/ratio.ts'

/** Every published number of the formulas, as a table. Where what was published is inexact, both figures stand here. */

type Gifts = readonly (readonly bigint[])[]

/** One project a list; the nth gift to each is of the giver n of that project alone, unless `shared`. */
const round = (gifts: Gifts, budget: bigint, shared = false): QuadraticInput => ({
  budget,
  projects: gifts.map((_, index) => `p${index}`),
  contributions: gifts.flatMap((amounts, index) =>
    amounts.map((amount, giver) => ({
      contributor: shared ? `g${giver}` : `g${index}-${giver}`,
      project: `p${index}`,
      amount,
    })),
  ),
})

const run = (gifts: Gifts, budget: bigint, params: Partial<QuadraticParams> = {}, shared = false) =>
  quadraticFunding(round(gifts, budget, shared), { ...QUADRATIC_DEFAULTS, ...params })

const matches = (...args: Parameters<typeof run>) => run(...args).projects.map(({ match }) => match)
const subsidies = (...args: Parameters<typeof run>) =>
  run(...args).projects.map(({ subsidy }) => decimalText(subsidy))

const M = 1_000_000n
const millions = (...amounts: readonly bigint[]) => amounts.map(amount => amount * M)

/** QF-1 @see gitcoinco/pluralistic.js, its test of linear matching */
describe('QF-1: {1,4,1,9}, {1 six times, 4}, {1,9,1,9,1,9,4}', () => {
  const gifts = [
    millions(1n, 4n, 1n, 9n),
    millions(1n, 1n, 1n, 1n, 1n, 1n, 4n),
    millions(1n, 9n, 1n, 9n, 1n, 9n, 4n),
  ]

  test('the subsidies are 34, 54 and 162', () => {
    expect(subsidies(gifts, 1n)).toEqual(['34000000', '54000000', '162000000'])
  })

  test.each([
    [100n * M, {}, [13_600_000n, 21_600_000n, 64_800_000n]],
    [10n * M, {}, [1_360_000n, 2_160_000n, 6_480_000n]],
    [1000n * M, {}, [34_000_000n, 54_000_000n, 162_000_000n]],
    [1000n * M, { saturation: 'scale-up' as const }, [136_000_000n, 216_000_000n, 648_000_000n]],
    [100n * M, { cap: 50n * M, dust: 'pool' as const }, [19_318_181n, 30_681_818n, 50_000_000n]],
    [100n * M, { cap: 50n * M }, [19_318_182n, 30_681_818n, 50_000_000n]],
    [100n * M, { capShare: ratio(1n, 2n) }, [19_318_182n, 30_681_818n, 50_000_000n]],
  ])('a pool of %s with %o pays %o', (pool, params, expected) => {
    const { projects, dust, matched } = run(gifts, pool, params)
    expect(projects.map(({ match }) => match)).toEqual(expected)
    expect(matched + dust).toBe(pool)
  })
})

test('QF-2: 9, 4 and 1 come to 36', () => {
  expect(subsidies([[9n, 4n, 1n]], 1n, { basis: 'square' })).toEqual(['36'])
})

/** @see orkunkl/cw-quadratic-funding, whose contract floors each root: the published figures, and the exact ones beside them */
describe('QF-3 and QF-4: matched on (Σ√c)²', () => {
  const qf3 = [[7200n], [12345n], [4456n], [60000n]]
  const qf4 = [
    [1200n, 44999n, 33n],
    [30000n, 58999n],
    [230000n, 100n],
    [100000n, 5n],
  ]
  const asPublished = { basis: 'square', saturation: 'scale-up', dust: 'pool' } as const

  test('QF-3 as published, with whole roots: 2 are left', () => {
    const { projects, dust } = run(qf3, 1_000_000n, { ...asPublished, roots: 'whole' })
    expect(projects.map(({ match }) => match)).toEqual([84737n, 147966n, 52312n, 714983n])
    expect(dust).toBe(2n)
  })

  test('QF-3 exact: a single giver’s square is the gift itself', () => {
    expect(matches(qf3, 1_000_000n, asPublished)).toEqual(
      [7200n, 12345n, 4456n, 60000n].map(gift => (gift * 1_000_000n) / 84001n),
    )
  })

  test('QF-4 as published, with whole roots: 1 is left', () => {
    const { projects, dust } = run(qf4, 550_000n, { ...asPublished, roots: 'whole' })
    expect(projects.map(({ match }) => match)).toEqual([60212n, 164602n, 228537n, 96648n])
    expect(dust).toBe(1n)
  })

  test('QF-4 exact: 60673.379, 164749.049, 228074.046, 96503.525', () => {
    expect(matches(qf4, 550_000n, asPublished)).toEqual([60673n, 164749n, 228074n, 96503n])
    const thousandths = matches(qf4, 550_000_000n, asPublished)
    expect(thousandths).toEqual([60673379n, 164749049n, 228074046n, 96503525n])
  })

  test('QF-4 on the subsidy: 85574.97, 410704.41, 46817.73, 6902.90', () => {
    const hundredths = matches(qf4, 55_000_000_000n, { saturation: 'scale-up' }).map(m => (m + 500n) / 1000n)
    expect(hundredths).toEqual([8557497n, 41070441n, 4681773n, 690290n])
  })
})

test.each([
  [[2n, 3n], '4.898979485566356196', 2n],
  [[10n, 10n, 10n], '60', 54n],
  [[1_500_000n, 2_700_000n, 7_000_001n], '19200490.189590', 19_188_494n],
])('QF-7: the roots of %o are exact: %s, not %s', (gifts, exact, whole) => {
  expect(subsidies([gifts], 1n)[0]).toMatch(new RegExp(`^${exact.replace('.', '\\.')}`))
  expect(subsidies([gifts], 1n, { roots: 'whole' })).toEqual([whole.toString()])
})

test('a. one giver gets nothing; 100 split in two earn 100, in ten 900', () => {
  expect(matches([[100n]], 1000n)).toEqual([0n])
  expect([sybilGain(100n, 2n), sybilGain(100n, 10n)]).toEqual([100n, 900n])
  expect(subsidies([[50n, 50n], Array<bigint>(10).fill(10n)], 1n)).toEqual(['100', '900'])
})

/** @see clr.fund, docs/qf-formula.md */
describe('b. CLR', () => {
  const tenths = (count: number) => Array<bigint>(count).fill(400_000n)

  test('two projects of five gifts of 0.4 and a pool of 10: α is 0.625', () => {
    expect(run([tenths(5), tenths(5)], 10n * M, { variant: 'clr' }).alpha).toEqual(parseRatio('0.625'))
  })

  test('two projects of {0.4, 0.4} and a pool of 10: α would be 6.25; it is 1, or refused', () => {
    const gifts = [tenths(2), tenths(2)]
    const capped = run(gifts, 10n * M, { variant: 'clr' })
    expect([capped.alpha, capped.matched]).toEqual([ratio(1n), 1_600_000n])
    expect(() => run(gifts, 10n * M, { variant: 'clr', alphaAboveOne: 'refuse' })).toThrow('[BUDGET_INVALID]')
  })

  test('no project with more than one giver', () => {
    expect(() => run([[5n], [7n]], 10n, { variant: 'clr' })).toThrow('[NOTHING_TO_MATCH]')
    expect(() => run([[5n, 5n]], 0n)).toThrow('[BUDGET_INVALID]')
  })
})

describe('c. pairwise, M = 1', () => {
  const pairwise = { variant: 'pairwise', pairwiseM: ratio(1n) } as const
  test.each([
    ['{4, 9}', [[4n, 9n]], true, ['1.714285714285714286']],
    [
      'the same pair in two projects',
      [
        [4n, 9n],
        [4n, 9n],
      ],
      true,
      ['0.923076923076923077', '0.923076923076923077'],
    ],
    ['disjoint {1, 1}', [[1n, 1n]], false, ['1']],
    ['10^12 each: below 2 M', [[10n ** 12n, 10n ** 12n]], false, ['1.999999999998']],
  ])('%s', (_, gifts, shared, expected) => {
    expect(subsidies(gifts, 1n, pairwise, shared)).toEqual(expected)
  })

  test('unordered pairs, as the older code counts them, are half of it', () => {
    expect(subsidies([[4n, 9n]], 1n, { ...pairwise, pairs: 'unordered' })).toEqual(['0.857142857142857143'])
  })
})

describe('QF-8: the cluster match on one project', () => {
  const cluster = (
    groups: readonly (readonly string[])[],
    gifts: readonly bigint[],
    style: 'harsh' | 'soft',
  ) => {
    const input = round([gifts], 1n)
    const named = Object.fromEntries(groups.map((names, giver) => [`g0-${giver}`, names]))
    const { projects } = quadraticFunding(
      { ...input, groups: named },
      { ...QUADRATIC_DEFAULTS, variant: 'cocm', cluster: style },
    )
    return decimalText(projects[0]?.subsidy as Ratio)
  }

  test.each([
    ['disjoint groups', [['1'], ['2']], '12', '12'],
    ['the same group', [['1'], ['1']], '0', '0'],
    ['{1} and {1,2}', [['1'], ['1', '2']], '0', '5.477225575051661135'],
    [
      '{1,2} and {2,3}',
      [
        ['1', '2'],
        ['2', '3'],
      ],
      '5.25',
      '14.5898',
    ],
  ])('%s', (_, groups, harsh, soft) => {
    expect(cluster(groups, [4n, 9n], 'harsh')).toBe(harsh)
    expect(cluster(groups, [4n, 9n], 'soft').startsWith(soft)).toBe(true)
  })

  test('1, 4 and 9 in three groups: 22, as plain', () => {
    expect(cluster([['1'], ['2'], ['3']], [1n, 4n, 9n], 'harsh')).toBe('22')
  })

  test('a giver without a group is refused', () => {
    expect(() => cluster([['1']], [4n, 9n], 'harsh')).toThrow('[GROUPS_MISSING]')
  })
})

/** @see op-analytics, the tests of its RPGF3 allocator */
describe('e. RPGF3: medians with quorum and minimum', () => {
  const voted = (votes: readonly (readonly number[])[], budget: bigint, params: Partial<RetroParams>) =>
    retroMedian(
      {
        budget,
        projects: votes.map((_, index) => `p${index}`),
        ballots: votes.flatMap((amounts, index) =>
          amounts.map((amount, voter) => ({
            voter: `v${index}-${voter}`,
            votes: { [`p${index}`]: BigInt(amount) },
          })),
        ),
      },
      { ...RETRO_DEFAULTS, ...params },
    )
  const votes = [[2000, 3000], [4000, 5000], [6000], [500, 1000]]

  test('medians 2500 and 4500 share 100,000 as 35,714 and 64,286', () => {
    const { projects } = voted(votes, 100_000n, { quorum: 2, minimum: 1500n })
    expect(projects.map(({ score }) => decimalText(score as Ratio))).toEqual(['2500', '4500', '6000', '750'])
    expect(projects.map(({ excluded }) => excluded)).toEqual([null, null, 'quorum', 'minimum'])
    expect(projects.map(({ award }) => award)).toEqual([35_714n, 64_286n, 0n, 0n])
  })

  test('a step of 2,000 for two votes: 50,000 each', () => {
    const step = { 1: 1000n, 2: 2000n, 3: 3000n }
    const { projects } = voted(votes, 100_000n, { quorum: 2, minimum: 1500n, step })
    expect(projects.map(({ award }) => award)).toEqual([50_000n, 50_000n, 0n, 0n])
  })

  /** @see gitcoinco/easy-retro-pgf */
  test('easy-retro-pgf: sums 107, 120 and 130; medians 26 and 40 of at least three', () => {
    const ballots = [
      [20, 22, 30, 35],
      [30, 50, 40],
      [60, 70],
    ]
    const scores = (style: RetroParams['style'], quorum: number) =>
      voted(ballots, 1000n, { style, quorum }).projects.map(({ score, excluded }) =>
        excluded === null ? decimalText(score as Ratio) : null,
      )
    expect(scores('sum', 1)).toEqual(['107', '120', '130'])
    expect(scores('median', 3)).toEqual(['26', '40', null])
  })

  /** @see Retro-Funding, its allocator for seasons 7 and 8 */
  test('season 7: weights 60/20/10/6/3/1, budget 1,000, minimum 40, cap 25 %', () => {
    const { projects, dust } = voted([[60], [20], [10], [6], [3], [1]], 1000n, {
      capShare: parseRatio('0.25'),
    })
    expect(projects.map(({ award }) => award)).toEqual([250n, 250n, 250n, 150n, 75n, 25n])
    const scores = { a: 60n, b: 20n, c: 10n, d: 6n, e: 3n, f: 1n }
    const least = retroMetrics(
      {
        budget: 1000n,
        projects: Object.keys(scores),
        metrics: { m: Object.fromEntries(Object.entries(scores).map(([name, x]) => [name, ratio(x)])) },
        ballots: [{ voter: 'v', weights: { m: ratio(1n) } }],
      },
      { cap: null, capShare: parseRatio('0.25'), minimum: 40n, dust: 'largest-remainder' },
    )
    expect(least.projects.map(({ award }) => award)).toEqual([250n, 250n, 250n, 167n, 83n, 0n])
    expect([dust, least.dust]).toEqual([0n, 0n])
  })
})

test('f. RF4: weights .4 and .6 of (80,10), (20,30), (0,60) are 0.38, 0.26 and 0.36', () => {
  const [p, q, r] = ['p', 'q', 'r']
  const { projects } = retroMetrics(
    {
      budget: 100n,
      projects: [p, q, r] as string[],
      metrics: { a: { p: ratio(80n), q: ratio(20n) }, b: { p: ratio(10n), q: ratio(30n), r: ratio(60n) } },
      ballots: [{ voter: 'v', weights: { a: parseRatio('0.4'), b: parseRatio('0.6') } }],
    },
    { cap: null, capShare: null, minimum: 0n, dust: 'largest-remainder' },
  )
  expect(projects.map(({ share }) => decimalText(share))).toEqual(['0.38', '0.26', '0.36'])
})

describe('g. certificates', () => {
  const minted = mintCertificate({ typeNumber: 1n, claimHash: 'h', creator: 'a', units: 10_000n })
  const first = (1n << 128n) + 1n

  test('10,000 split 7,000 and 3,000 pay 100,001 as 70,001 and 30,000; merged they are 10,000', () => {
    const split = splitFraction(minted, first, [3000n, 7000n])
    expect(split.fractions.map(({ units }) => units)).toEqual([7000n, 3000n])
    expect(certificatePayout(100_001n, split).map(({ amount }) => amount)).toEqual([70_001n, 30_000n])
    const merged = mergeFractions(split, [first + 1n, first])
    expect(merged.fractions).toEqual([{ id: first, owner: 'a', units: 10_000n, retired: false }])
  })

  test('a split of other than the units is refused', () => {
    expect(() => splitFraction(minted, first, [7000n, 3001n])).toThrow('[CERTIFICATE_REFUSED]')
    expect(() => splitFraction(minted, first, [10_000n, 0n])).toThrow('a part is empty')
    expect(() => splitFraction(minted, first, [10_000n])).toThrow('1 parts are not 2 to 253')
  })

  test('retired units of a credit batch cannot be split', () => {
    const batch = batchCertificate({
      denom: 'C01-001-20260101-20261231-001',
      issuer: 'i',
      metadata: 'regen:x.rdf',
      holdings: [{ owner: 'a', tradable: 2_500_000n, retired: 1_000_000n }],
      cancelled: 500_000n,
    })
    expect(batch.units).toBe(3_500_000n)
    expect(() => splitFraction(batch, batch.id + 2n, [1n, 999_999n])).toThrow('it is retired')
  })
})

describe('h. milestones', () => {
  test('100,001 in 33.33, 33.33 and 33.34 %', () => {
    expect(milestoneAmounts(100_001n, [3333, 3333, 3334])).toEqual([33_330n, 33_330n, 33_341n])
  })

  test.each([
    [100_001n, [3333, 3333, 3334], 66_660n, 33_341n],
    [100_000_000_000n, [2500, 2500, 5000], 50_000_000_000n, 50_000_000_000n],
  ])('of %s, accepted 1 and 2: %s paid', (award, parts, paid, returned) => {
    const deadline = '2026-06-30T00:00:00Z'
    const grant = {
      id: 'g',
      recipient: 'r',
      award,
      milestones: parts.map(basisPoints => ({ basisPoints, deadline })),
      disputeSeconds: 0n,
    }
    const time = '2026-06-01T00:00:00Z'
    const progress = grantProgress(grant, [
      ...[0, 1].flatMap(milestone =>
        (['fund', 'submit', 'accept'] as const).map(act => ({ milestone, act, time })),
      ),
      { milestone: 2, act: 'expire', time: '2026-07-01T00:00:00Z' },
    ])
    expect([progress.paid, progress.returned, progress.open]).toEqual([paid, returned, 0n])
  })
})

test('i. a stream of 0.15 of an inflow of 1,000,003 is 150,000', () => {
  const fund = { recipient: 'r', percentage: parseRatio('0.15'), expiry: null }
  expect(streamPayouts(1_000_003n, [fund], '2026-01-01').paid).toEqual([{ recipient: 'r', amount: 150_000n }])
  expect(() =>
    streamPayouts(
      1n,
      [
        { ...fund, percentage: parseRatio('0.6') },
        { ...fund, recipient: 's', percentage: parseRatio('0.5') },
      ],
      '2026-01-01',
    ),
  ).toThrow('[STREAM_REFUSED]')
})

test('j. an endowment of 5 % of the mean of 100, 200 and 300 is 10; 295 reserved leave 5', () => {
  const balances = [100n, 200n, 300n]
  expect(endowmentSpend(balances, parseRatio('0.05'), 0n)).toBe(10n)
  expect(endowmentSpend(balances, parseRatio('0.05'), 295n)).toBe(5n)
})

test('k. the effective number of 1/2, 1/4, 1/4 is 8/3; the Gini of (0, 0, 6) is 2/3, of equal shares 0', () => {
  expect(effectiveNumber([2n, 1n, 1n])).toEqual(ratio(8n, 3n))
  expect(gini([0n, 0n, 6n])).toEqual(ratio(2n, 3n))
  expect(gini([5n, 5n, 5n])).toEqual(ratio(0n))
})

describe('l. conviction', () => {
  const decay = convictionDecay(3n)

  test('a half-life of three days takes constant support of 100 to 484.73', () => {
    expect(decimalText(convictionLimit(100n, decay))).toMatch(/^484\.73/)
    expect(decimalText(conviction([100n, 0n, 0n, 0n], decay))).toMatch(/^(50|49\.9999999999)/)
  })

  test('a request of the largest share has an infinite threshold: refused', () => {
    const ask = {
      available: 1000n,
      supply: 10_000n,
      maxShare: parseRatio('0.2'),
      weight: parseRatio('0.0025'),
    }
    expect(convictionThreshold({ ...ask, requested: 100n })).toEqual(ratio(2500n))
    expect(() => convictionThreshold({ ...ask, requested: 200n })).toThrow('[REQUEST_TOO_LARGE]')
  })
})
