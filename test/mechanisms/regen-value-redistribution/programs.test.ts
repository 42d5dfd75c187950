import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allocateRound,
  budgetFrom,
  circulation,
  claimHash,
  concentrationLimits,
  costPerOutcome,
  diffRound,
  type Flow,
  flowBalances,
  flowLinks,
  freeBalance,
  fromHypercert,
  fundAlerts,
  type GrantProgram,
  type GroupRule,
  grantProgram,
  grantProgress,
  groupDecision,
  impactMarket,
  panelRating,
  parseRound,
  programBudgets,
  scheduledRound,
  tenureWeights,
  toHypercert,
  traceValue,
} from '../../../src/mechanisms/regen-value-redistribution/index.ts'
import { ONE, ratio } from '../../../src/primitives/ratio.ts'
import { holds } from '../../support/arbitraries.ts'

const RECIPIENT = 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x'

describe('program budgets', () => {
  const budgets = (budget: bigint, programs: Parameters<typeof programBudgets>[1]) => {
    const { budgets, dust } = programBudgets(budget, programs)
    return [...budgets.values(), dust]
  }

  test.each([
    ['no bounds', { a: { share: ratio(3n) }, b: { share: ratio(1n) } }, [75n, 25n, 0n]],
    ['a ceiling', { a: { share: ratio(3n), ceiling: 60n }, b: { share: ratio(1n) } }, [60n, 40n, 0n]],
    ['a floor', { a: { share: ratio(3n) }, b: { share: ratio(1n), floor: 40n } }, [60n, 40n, 0n]],
    [
      'ceilings for all',
      { a: { share: ONE, ceiling: 30n }, b: { share: ONE, ceiling: 20n } },
      [30n, 20n, 50n],
    ],
    ['a floor without a share', { a: { share: ONE }, b: { share: ratio(0n), floor: 10n } }, [90n, 10n, 0n]],
  ])('%s', (_, programs, expected) => {
    expect(budgets(100n, programs)).toEqual(expected)
  })

  test('floors above the budget or above a ceiling are refused', () => {
    expect(() => budgets(10n, { a: { share: ONE, floor: 11n } })).toThrow('[BUDGET_INVALID]')
    expect(() => budgets(10n, { a: { share: ONE, floor: 5n, ceiling: 4n } })).toThrow('[ROUND_INVALID]')
  })

  test('conservation: Σ budgets + dust = budget, and floors and ceilings hold', () => {
    const anyProgram = fc.record({
      share: fc.bigInt({ min: 0n, max: 50n }).map(share => ratio(share)),
      floor: fc.bigInt({ min: 0n, max: 100n }),
      room: fc.option(fc.bigInt({ min: 0n, max: 400n }), { nil: undefined }),
    })
    holds(
      fc.array(anyProgram, { minLength: 1, maxLength: 6 }),
      fc.bigInt({ min: 0n, max: 2000n }),
      (list, more) => {
        const programs = Object.fromEntries(
          list.map(({ share, floor, room }, index) => [
            `p${index}`,
            { share, floor, ...(room !== undefined && { ceiling: floor + room }) },
          ]),
        )
        const budget = list.reduce((sum, { floor }) => sum + floor, more)
        const result = programBudgets(budget, programs)
        expect([...result.budgets.values()].reduce((sum, part) => sum + part, result.dust)).toBe(budget)
        expect(result.dust >= 0n).toBe(true)
        for (const [name, part] of result.budgets) {
          const { floor, ceiling } = programs[name] ?? { floor: 0n }
          expect(part >= floor && (ceiling === undefined || part <= ceiling)).toBe(true)
        }
        // Nothing stays while a program with a share could take it.
        if (result.dust > 0n)
          for (const [name, part] of result.budgets) {
            const { share, ceiling } = programs[name] ?? { share: ratio(0n) }
            expect(share.num === 0n || part === ceiling).toBe(true)
          }
      },
    )
  })
})

describe('pools and budgets', () => {
  test('free = balance − promised − reserve, at least 0; a budget is the sum of its sources', () => {
    const promised = [
      { what: 'grant g1', amount: 30n },
      { what: 'proposal 71, in vote', amount: 20n },
    ]
    expect(freeBalance(100n, promised, 10n).free).toBe(40n)
    expect(freeBalance(100n, promised, 60n).free).toBe(0n)
    const sources = [
      { from: 'M013 fees', amount: 25n },
      { from: 'class fees', amount: 15n },
    ]
    expect(budgetFrom(sources, 40n)).toBe(40n)
    expect(() => budgetFrom(sources, 39n)).toThrow('[BUDGET_INVALID]')
    expect(() => budgetFrom([])).toThrow('[BUDGET_INVALID]')
  })

  test('a schedule: when a round is open, and what it may spend', () => {
    const schedule = (budget: Parameters<typeof scheduledRound>[0]['budget']) => ({
      program: 'soil',
      first: '2026-01-01',
      everyDays: 90,
      openDays: 14,
      budget,
    })
    const facts = { inflow: 1001n, balances: [100n, 200n, 300n] }
    expect(scheduledRound(schedule({ kind: 'fixed', amount: 50n }), 1, facts)).toEqual({
      id: 'soil-2',
      number: 1,
      opens: '2026-04-01T00:00:00Z',
      closes: '2026-04-15T00:00:00Z',
      budget: 50n,
    })
    expect(scheduledRound(schedule({ kind: 'inflow', share: ratio(1n, 4n) }), 0, facts).budget).toBe(250n)
    expect(scheduledRound(schedule({ kind: 'fixed', amount: 301n }), 0, facts).budget).toBe(300n)
    const endowment = { kind: 'endowment', share: ratio(1n, 20n), reserve: 295n } as const
    expect(scheduledRound(schedule(endowment), 0, facts).budget).toBe(5n)
  })
})

describe('a grant program', () => {
  const program: GrantProgram = {
    id: 'p',
    budget: 100n,
    opens: '2026-01-01',
    reviews: '2026-02-01',
    closes: '2026-03-01',
    mostPerGrant: 60n,
  }
  const apply = (grant: string, asks: bigint, time = '2026-01-10') =>
    ({ act: 'apply', grant, asks, time }) as const
  const award = (grant: string, amount: bigint, time = '2026-02-10') =>
    ({ act: 'award', grant, amount, time }) as const

  test('open, review, award, close: what is left is computed', () => {
    const events = [apply('a', 80n), apply('b', 70n), award('a', 60n), award('b', 40n)]
    expect(grantProgram(program, events, '2026-02-11')).toMatchObject({
      phase: 'review',
      awarded: 100n,
      left: 0n,
    })
    const phases = ['2025-12-31T23:59:59Z', '2026-01-01', '2026-01-31T23:59:59Z', '2026-02-01', '2026-03-01']
    expect(phases.map(now => grantProgram(program, [], now).phase)).toEqual([
      ...['announced', 'open', 'open', 'review', 'review'],
    ])
    expect(grantProgram(program, [], '2026-03-01T00:00:01Z').phase).toBe('closed')
  })

  test.each([
    ['late application', [apply('a', 1n, '2026-02-02')], 'the program is review'],
    ['twice', [apply('a', 1n), apply('a', 2n)], 'it has applied before'],
    ['early award', [apply('a', 5n), award('a', 5n, '2026-01-20')], 'the program is open'],
    ['more than is asked for', [apply('a', 5n), award('a', 6n)], '6 is not 1 to 5'],
    ['more than one may get', [apply('a', 90n), award('a', 61n)], '61 is not 1 to 60'],
    [
      'more than is left',
      [apply('a', 60n), apply('b', 60n), award('a', 60n), award('b', 41n)],
      '41 is not 1 to 40',
    ],
    ['twice awarded', [apply('a', 5n), award('a', 5n), award('a', 5n)], 'it is awarded'],
    ['never applied', [award('a', 5n)], 'it has not applied'],
  ])('%s is refused', (_, events, reason) => {
    expect(() => grantProgram(program, events, '2026-02-11')).toThrow(reason)
  })
})

describe('what a group decides', () => {
  const windows = { votingSeconds: 86_400n, minExecutionSeconds: 0n }
  const threshold = (weight: bigint): GroupRule => ({
    kind: 'threshold',
    threshold: ratio(weight),
    ...windows,
  })
  const half: GroupRule = { kind: 'percentage', percentage: ratio(1n, 2n), ...windows }
  const tally = (yes: bigint, no = 0n, abstain = 0n) => ({
    yes: ratio(yes),
    no: ratio(no),
    abstain: ratio(abstain),
    noWithVeto: ratio(0n),
  })

  test.each([
    ['threshold met', threshold(3n), tally(3n), 'passes'],
    ['threshold not met yet', threshold(3n), tally(2n), 'open'],
    ['threshold out of reach', threshold(3n), tally(0n, 2n, 1n), 'fails'],
    ['a threshold above all weight is all weight', threshold(9n), tally(5n), 'passes'],
    ['half of all weight, just met', half, tally(3n, 2n), 'passes'],
    ['half can still be met', half, tally(2n, 2n), 'open'],
    ['half cannot be met any more', half, tally(2n, 3n), 'fails'],
  ] as const)('%s', (_, rule, votes, expected) => {
    expect(groupDecision(votes, ratio(5n), rule)).toBe(expected)
  })

  test('at the end of the vote, what is missing is no yes', () => {
    expect(groupDecision(tally(2n), ratio(5n), threshold(3n), true)).toBe('fails')
    expect(groupDecision(tally(3n), ratio(5n), threshold(3n), true)).toBe('passes')
  })
})

test('a panel: the median without conflicts, strangers and second thoughts; below the quorum it is unknown', () => {
  const rate = (evaluator: string, value: bigint, conflict = false) => ({
    evaluator,
    project: 'soil',
    value,
    conflict,
  })
  const panel = ['a', 'b', 'c', 'd']
  const [row] = panelRating(
    [rate('a', 1n), rate('a', 6n), rate('b', 8n), rate('c', 100n, true), rate('x', 0n)],
    panel,
    2,
  )
  expect(row).toEqual({ project: 'soil', median: ratio(7n), counted: 2, conflicts: 1 })
  expect(panelRating([rate('a', 1n)], panel, 2)[0]?.median).toBe(null)
})

test('weights by tenure: half of the full time is 1/2, never above 1; nobody else is touched', () => {
  const weights = tenureWeights(
    [
      { account: 'half', since: '2025-07-02T12:00:00Z' },
      { account: 'old', since: '2020-01-01' },
      { account: 'new', since: '2026-06-01' },
    ],
    '2026-01-01',
    365n * 86_400n,
  )
  expect(weights).toEqual({ half: ratio(1n, 2n), old: ratio(1n), new: ratio(0n) })
})

describe('rounds after each other', () => {
  const round = (more: object = {}) =>
    parseRound({
      version: 1,
      id: 'r1',
      method: 'retro-median',
      denom: 'uregen',
      budget: '100',
      projects: [{ id: 'soil', recipient: RECIPIENT, category: 'c' }],
      ballots: [{ voter: 'v', votes: { soil: '5' } }],
      ...more,
    })

  test('nobody has more than a share of two rounds together: what is left is the limit of the second', () => {
    const first = allocateRound(round())
    expect(first.allocations[0]?.amount).toBe(100n)
    const limits = concentrationLimits(100n, 'uregen', round().projects, [first], ratio(3n, 5n))
    expect(limits).toEqual([{ name: RECIPIENT, projects: ['soil'], most: 20n }])
    expect(allocateRound({ ...round(), sharedLimits: limits }).allocations[0]?.amount).toBe(20n)
    expect(allocateRound(round({ limits: { soil: '20' } })).allocations[0]?.amount).toBe(20n)
    expect(concentrationLimits(100n, 'uusdc', round().projects, [first], ratio(3n, 5n))).toEqual([
      { name: RECIPIENT, projects: ['soil'], most: 60n },
    ])
  })

  test('a limit of a category is for all its projects together; a project without one has no limit', () => {
    const first = allocateRound(round())
    const projects = [
      { id: 'forest', recipient: 'other', category: 'c' },
      { id: 'lake', recipient: 'third', category: 'c' },
      { id: 'hill', recipient: 'third' },
    ]
    const byCategory = concentrationLimits(
      100n,
      'uregen',
      projects,
      [first],
      ratio(3n, 5n),
      ({ category }) => category,
    )
    expect(byCategory).toEqual([{ name: 'c', projects: ['forest', 'lake'], most: 20n }])
  })

  test('what changes from one round to the next, knob by knob', () => {
    const changes = diffRound(round(), round({ budget: '120', policy: { quorum: 17 }, ballots: [] }))
    expect(changes.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['budget', '100', '120'],
      ['policy.quorum', 1, 17],
      ['ballots.number', 1, 0],
    ])
    expect(changes[1]?.alternatives).toBe('RPGF3: 17')
    expect(diffRound(round(), round())).toEqual([])
  })
})

describe('value, traced', () => {
  const flow = (from: string, to: string, amount: bigint, stage: string): Flow => ({
    from,
    to,
    amount,
    stage,
    denom: 'uregen',
    proof: `${from}>${to}`,
  })
  const flows = [
    flow('buyer', 'pool', 10n, 'fee'),
    flow('other', 'pool', 5n, 'fee'),
    flow('pool', 'soil', 12n, 'allocation'),
    flow('soil', 'validator', 4n, 're-staked'),
    flow('soil', 'pool', 1n, 'fee'),
    flow('stranger', 'friend', 99n, 'payment'),
  ]

  test('Σ in = Σ out over all accounts, and the same pair is one link with every proof', () => {
    const balances = flowBalances(flows, 'uregen')
    expect(balances.reduce((sum, { stays }) => sum + stays, 0n)).toBe(0n)
    expect(balances.find(({ account }) => account === 'pool')).toEqual({
      account: 'pool',
      in: 16n,
      out: 12n,
      stays: 4n,
    })
    const twice = flowLinks([...flows, flow('buyer', 'pool', 3n, 'fee')])
    expect(twice[0]).toMatchObject({ amount: 13n, proofs: ['buyer>pool', 'buyer>pool'] })
  })

  test('what led to a project and what it led to; strangers are not in it', () => {
    const { before, after } = traceValue(flows, 'soil')
    expect(before.map(({ proof }) => proof)).toContain('buyer>pool')
    expect(after.map(({ proof }) => proof)).toContain('soil>validator')
    expect([...before, ...after].some(({ from }) => from === 'stranger')).toBe(false)
  })

  test('circulation: uses and what is held come to what was received', () => {
    const { rows, velocity } = circulation([{ account: 'soil', amount: 12n }], flows, 'uregen')
    expect(rows).toEqual([{ account: 'soil', received: 12n, uses: { 're-staked': 4n, fee: 1n }, held: 7n }])
    expect(velocity).toEqual(ratio(5n, 12n))
    expect(circulation([], flows, 'uregen').velocity).toBe(null)
  })
})

test('alerts: an overdue milestone, a target missed or not measured, a stream near its end, a pool below its reserve', () => {
  const grant = {
    id: 'g',
    recipient: 'r',
    award: 10n,
    milestones: [{ basisPoints: 10_000, deadline: '2026-01-10' }],
    disputeSeconds: 0n,
  }
  const indicator = {
    id: 'i',
    unit: 'ha',
    method: 'm',
    baseline: ratio(0n),
    target: { value: ratio(9n), by: '2026-01-20' },
  }
  const progress = (outcome: 'missed' | 'unknown') => ({
    indicator,
    progress: { indicator: 'i', unit: 'ha', value: null, progress: null, outcome, attested: true },
  })
  const alerts = fundAlerts({
    now: '2026-02-01',
    grants: [{ grant, progress: grantProgress(grant, []) }],
    indicators: [progress('missed'), progress('unknown')],
    streams: [
      { recipient: 'soon', percentage: ratio(1n, 2n), expiry: '2026-02-05' },
      { recipient: 'later', percentage: ratio(1n, 2n), expiry: '2026-12-05' },
    ],
    pool: { balance: 5n, reserve: 6n },
  })
  expect(alerts.map(({ code }) => code)).toEqual([
    'MILESTONE_OVERDUE',
    'TARGET_MISSED',
    'MEASUREMENT_MISSING',
    'STREAM_NEAR_EXPIRY',
    'POOL_BELOW_RESERVE',
  ])
  const overdue = (now: string) =>
    fundAlerts({ now, grants: [{ grant, progress: grantProgress(grant, []) }] }).map(({ code }) => code)
  expect(overdue('2026-01-10')).toEqual([])
  expect(overdue('2026-01-10T00:00:01Z')).toEqual(['MILESTONE_OVERDUE'])
  // A pool of just its reserve is not below it; a stream that has ended is not near its end.
  const ended = [{ recipient: 'r', percentage: ratio(1n, 2n), expiry: '2026-01-31' }]
  expect(fundAlerts({ now: '2026-02-01', streams: ended, pool: { balance: 6n, reserve: 6n } })).toEqual([])
})

test('impact markets: volume and price of a whole credit, denom by denom; the cost of an outcome', () => {
  const sale = (project: string, denom: string, units: bigint, amount: bigint) => ({
    project,
    denom,
    units,
    amount,
  })
  const lines = impactMarket([
    sale('C01-001', 'uregen', 2_000_000n, 50n),
    sale('C01-001', 'uregen', 1_000_000n, 40n),
    sale('C01-001', 'uusdc', 1_000_000n, 3n),
  ])
  expect(lines.map(({ denom, price, sales }) => [denom, price, sales])).toEqual([
    ['uregen', ratio(30n), 2],
    ['uusdc', ratio(3n), 1],
  ])
  expect(costPerOutcome(90n, ratio(3n))).toEqual(ratio(30n))
  expect(costPerOutcome(90n, ratio(0n))).toBe(null)
})

test('a claim is read from a hypercert’s metadata and written as one: the same claim', () => {
  const claim = {
    name: 'Soil',
    description: 'd',
    workScope: ['cover crops'],
    workTimeframe: ['2025-03-01T00:00:00Z', '2025-10-31T00:00:00Z'],
    impactScope: ['soil carbon'],
    impactTimeframe: ['2025-03-01T00:00:00Z', '2030-01-01T00:00:00Z'],
    contributors: ['a'],
    rights: ['Public Display'],
    evidence: [],
  } as const
  const read = fromHypercert(JSON.parse(JSON.stringify(toHypercert(claim, 'ipfs://x'))))
  expect(claimHash(read)).toBe(claimHash(claim))
  const numbers = toHypercert(claim, '') as { hypercert: { work_timeframe: { value: unknown } } }
  numbers.hypercert.work_timeframe.value = [1740787200, 1761868800]
  expect(fromHypercert(numbers).workTimeframe).toEqual(claim.workTimeframe)
  expect(() => fromHypercert({ name: 'x' })).toThrow('hypercert')
})
