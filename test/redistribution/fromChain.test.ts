import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { impactMarket } from '../../src/mechanisms/regen-value-redistribution/impact/impactMarket.ts'
import { allocateRound } from '../../src/mechanisms/regen-value-redistribution/round/allocate.ts'
import { parseRound } from '../../src/mechanisms/regen-value-redistribution/round/round.ts'
import { toActivity } from '../../src/node/history/toActivity.ts'
import { ratio } from '../../src/primitives/ratio.ts'
import { ballotsFromVotes } from '../../src/redistribution/ballotsFromVotes.ts'
import {
  contributionsFromGifts,
  contributionsFromPurchases,
  salesFromPurchases,
} from '../../src/redistribution/contributionsFromChain.ts'
import { eligibleProjects } from '../../src/redistribution/eligibleProjects.ts'
import { activityMetrics, measureActivity } from '../../src/redistribution/measureActivity.ts'
import { recompute } from '../../src/redistribution/recompute.ts'
import { historicTxs } from '../node/history/historicTxs.ts'

describe('votes on chain as ballots', () => {
  const weightOf = (voter: string) => ({ ada: 10n, ben: 4n })[voter] ?? 0n
  const projects = { 7: 'soil', 8: 'forest' }
  const vote = (voter: string, proposalId: bigint, option: 'yes' | 'no' | 'abstain' | 'no with veto') => ({
    voter,
    proposalId,
    option,
  })

  test('yes is the weight, no is 0, an abstention says nothing, and other proposals are left out', () => {
    const votes = [
      vote('ada', 7n, 'yes'),
      vote('ada', 8n, 'no'),
      vote('ben', 7n, 'abstain'),
      vote('ben', 8n, 'yes'),
      vote('ben', 9n, 'yes'),
    ]
    expect(ballotsFromVotes(votes, projects, weightOf)).toEqual([
      { voter: 'ada', votes: { soil: 10n, forest: 0n } },
      { voter: 'ben', votes: { forest: 4n } },
    ])
  })

  test('a split vote counts what says yes of what does not abstain; the last vote counts', () => {
    const split = {
      voter: 'ada',
      proposalId: 7n,
      options: [
        { option: 'yes' as const, weight: ratio(3n, 10n) },
        { option: 'no' as const, weight: ratio(2n, 10n) },
        { option: 'abstain' as const, weight: ratio(5n, 10n) },
      ],
    }
    expect(ballotsFromVotes([vote('ada', 7n, 'no'), split], projects, weightOf)).toEqual([
      { voter: 'ada', votes: { soil: 6n } },
    ])
    expect(ballotsFromVotes([split, vote('ada', 7n, 'abstain')], projects, weightOf)).toEqual([
      { voter: 'ada', votes: {} },
    ])
  })
})

test('gifts to the address of a round: the memo names the project; what does not count is listed with its reason', () => {
  const coins = [{ denom: 'uregen', amount: 5n }]
  const gift = (memo: string, more: object = {}) => ({ from: 'ada', to: 'round', coins, memo, ...more })
  const gifts = [
    gift('soil'),
    gift('round-7: forest '),
    gift('thanks'),
    gift('soil', { to: 'elsewhere' }),
    gift('soil', { coins: [{ denom: 'uusdc', amount: 5n }] }),
    gift('soil', { from: null }),
  ]
  const { contributions, uncounted } = contributionsFromGifts(gifts, {
    address: 'round',
    denom: 'uregen',
    projects: ['soil', 'forest'],
  })
  expect(contributions).toEqual([
    { contributor: 'ada', project: 'soil', amount: 5n },
    { contributor: 'ada', project: 'forest', amount: 5n },
  ])
  expect(uncounted.map(({ reason }) => reason)).toEqual(['no-project', 'other-denom', 'minted'])
})

test('projects of the ledger as candidates: by class and jurisdiction, paid to their admins, exclusions with reasons', () => {
  const projects = [
    { id: 'C01-001', classId: 'C01', admin: 'a', jurisdiction: 'US-WA' },
    { id: 'C01-002', classId: 'C01', admin: 'b', jurisdiction: 'KE' },
    { id: 'C02-001', classId: 'C02', admin: 'c', jurisdiction: 'US' },
  ]
  expect(eligibleProjects(projects, { classes: ['C01'] }).map(({ id }) => id)).toEqual(['C01-001', 'C01-002'])
  expect(eligibleProjects(projects, { jurisdictions: ['US'] }).map(({ id }) => id)).toEqual([
    'C01-001',
    'C02-001',
  ])
  const [first] = eligibleProjects(projects, {
    exclusions: { 'C01-001': 'no data' },
    category: ({ classId }) => classId,
  })
  expect(first).toEqual({ id: 'C01-001', recipient: 'a', category: 'C01', excluded: 'no data' })
})

describe('what the recorded transactions of a node tell', () => {
  const { activity } = toActivity(historicTxs())
  const purchases = activity.flatMap(item => (item.kind === 'purchase' ? [item] : []))
  const provenance = { query: 'tx_search', height: 300n, hash: null }

  test('indicators carry unit and provenance, and credits that a purchase retires count once', () => {
    const measured = measureActivity(activity, provenance)
    const measuredAs = (indicator: string) => measured.filter(row => row.indicator === indicator)
    expect(measuredAs('purchases')[0]?.value).toEqual(ratio(BigInt(purchases.length)))
    const retired = activity.reduce((sum, item) => {
      if (item.kind === 'retirement') return sum + item.amount
      if (item.kind === 'issuance') return sum + item.retired
      return item.kind === 'purchase' && item.retirement !== null ? sum + item.quantity : sum
    }, 0n)
    const whole = measuredAs('credits retired').reduce(
      (sum, { value }) => sum + (value.num * 1_000_000n) / value.den,
      0n,
    )
    expect(retired).toBeGreaterThan(0n)
    expect(whole).toBe(retired)
    expect(new Set(measured.map(row => row.provenance))).toEqual(new Set([provenance]))
  })

  test('credits issued are the tradable and the retired ones; those of two classes stand apart', () => {
    const batch = (classId: string) => `${classId}-001-20200101-20210101-001`
    const issuance = (classId: string, tradable: bigint, retired: bigint) =>
      ({ kind: 'issuance', batchDenom: batch(classId), tradable, retired }) as never
    const rows = measureActivity(
      [issuance('C01', 3_000_000n, 500_000n), issuance('C02', 7_000_000n, 0n), issuance('C01', 1n, 0n)],
      provenance,
    )
    expect(
      rows.filter(({ of }) => of !== null).map(({ indicator, of, value }) => [indicator, of, value]),
    ).toEqual([
      ['credits issued', 'C01', ratio(3_500_001n, 1_000_000n)],
      ['credits issued', 'C02', ratio(7n)],
      ['credits retired', 'C01', ratio(1n, 2n)],
    ])
  })

  test('purchases are contributions to projects, sales of their credits, and metrics of a retroactive round', () => {
    const given = contributionsFromPurchases(purchases, 'uregen')
    expect(given.length).toBeGreaterThan(3)
    const project = given[0]?.project ?? ''
    expect(project).toMatch(/^[A-Z]+\d+-\d+$/)
    const sold = impactMarket(salesFromPurchases(purchases))
    expect(sold.reduce((sum, { sales }) => sum + sales, 0)).toBe(purchases.length)
    const metrics = activityMetrics(activity, [project])
    expect(metrics['distinct buyers']?.[project]?.num ?? 0n).toBeGreaterThan(0n)
  })
})

test('the examples on recorded data are what the recordings come to', () => {
  const { activity } = toActivity(historicTxs())
  const read = (name: string) =>
    JSON.parse(readFileSync(new URL(`../../examples/fund/${name}.json`, import.meta.url), 'utf8'))
  const purchases = activity.flatMap(item => (item.kind === 'purchase' ? [item] : []))
  expect(read('recorded-purchases').contributions).toEqual(
    contributionsFromPurchases(purchases, 'uregen').map(gift => ({
      ...gift,
      amount: gift.amount.toString(),
    })),
  )
  const { projects, metrics } = parseRound(read('ecosystem-health'))
  expect(metrics).toEqual(
    activityMetrics(
      activity,
      projects.map(({ id }) => id),
    ),
  )
})

test('a published report is computed again: the same bytes, or the fields that differ', () => {
  const json = JSON.parse(
    readFileSync(new URL('../../examples/fund/quadratic.json', import.meta.url), 'utf8'),
  ) as object
  const round = parseRound(json)
  const report = allocateRound(round)
  expect(recompute(round, report)).toMatchObject({ same: true, differs: [] })
  const { same, differs } = recompute(parseRound({ ...json, budget: '1000' }), report)
  expect([same, differs.includes('budget'), differs.includes('allocations')]).toEqual([false, true, true])
})
