import { describe, expect, test } from 'vitest'
import { honestPeriodOf, runEpoch, washTrading } from '../../src/epoch/index.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import {
  ALICE,
  BOB,
  CAROL,
  committedBy,
  economy,
  hash,
  inputs,
  type Json,
  purchase,
  regen,
  retirement,
} from './economy.ts'

describe('OQ-M013-3: what is collected in another denom reaches everybody once it is changed', () => {
  const bought = purchase('0', { denom: 'uusd', value: '100000000000' })
  const rates = { uusd: '10' }
  const POOLS = ['burn', 'validator', 'community'] as const
  const two = (collection: string) => {
    const policy = parsePolicy({ m013: { collection }, m012: { baseRate: '0' } })
    const first = runEpoch(economy(), inputs({ transactions: [bought], rates }), policy)
    const conversions = POOLS.flatMap(pool =>
      first.state.pools[pool].coins
        .filter(({ denom }) => denom === 'uusd')
        .map(({ denom, amount }) => ({
          pool,
          by: first.state.pools[pool].authority,
          from: { denom, amount: amount.toString() },
          received: (amount * 10n).toString(),
        })),
    )
    const again = retirement('1000', { txHash: hash(2), time: '2027-01-09' })
    return [
      first,
      runEpoch(first.state, inputs({ transactions: [again], rates, conversions }), policy),
    ] as const
  }
  const figures = ({ report }: ReturnType<typeof runEpoch>) => [
    report.supply.record?.burned,
    report.validators.pays[0]?.payout,
    report.rewards.record.inflow,
  ]

  test('native: a conversion is the deferred inflow of its pool', () => {
    const [first, second] = two('native')
    expect(figures(first)).toEqual([0n, 0n, 0n])
    expect(figures(second)).toEqual([3_001_500_000n, 4_002_000_000n, 2_501_250_000n])
    expect(second.report.rewards.record.rewards.map(({ address }) => address)).toEqual([ALICE])
  })

  test('hybrid: the burn part is changed at once, the rest like native', () => {
    const [first, second] = two('hybrid')
    expect(figures(first)).toEqual([3_000_000_000n, 0n, 0n])
    expect(figures(second)).toEqual([1_500_000n, 4_002_000_000n, 2_501_250_000n])
  })

  test('regen-only: everything in the first period', () => {
    const [first] = two('regen-only')
    expect(figures(first)).toEqual([3_000_000_000n, 4_000_000_000n, 2_500_000_000n])
  })
})

describe('OQ-M012-3: per-block mints per block its part of a week', () => {
  const BLOCKS = 100_800n
  const commitment = committedBy(CAROL)
  const one = (m012: Json) =>
    runEpoch(
      economy({ stability: { commitments: [commitment], inflows: [regen('1000000')] } }),
      inputs({ transactions: [purchase('1000000', { time: '2027-01-01' })] }),
      parsePolicy({ m012 }),
    )

  test('one block mints a hundred-thousandth of a week, and 6 seconds promise no 6 REGEN', () => {
    const block = one({ periodLength: { kind: 'per-block', blockMilliseconds: 6000 } })
    const week = one({})
    const [ofBlock, ofWeek] = [block, week].map(({ report }) => BigInt(report.supply.minted)) as [
      bigint,
      bigint,
    ]
    expect(ofWeek / BLOCKS).toBe(ofBlock)
    expect(week.state.stability.commitments[0]?.promised).toBe(6_000_000n)
    expect(block.state.stability.commitments[0]?.promised).toBe(0n)
    expect(block.state.stability.commitments).toHaveLength(1)
    expect(block.state.clocks?.m015).toMatchObject({
      start: '2027-01-01T00:00:00Z',
      end: '2027-01-08T00:00:00Z',
    })
  })
})

describe('washTrading sees the pool as it is, and running the attack agrees', () => {
  const honest = { volumes: [{ txType: 'MarketplaceTrade', value: regen('1000000') }] }
  const by = (value: string): Json => ({
    kind: 'purchase',
    txHash: hash(9),
    time: '2027-01-02',
    buyer: CAROL,
    seller: BOB,
    value: regen(value),
  })
  const people = { ...honest, activities: [by('1000000')] }
  /** REGEN that a trade of 50,000 REGEN with oneself brings beyond its fee, really run. */
  const profitOf = (state: Json, policy: Json) => {
    const attack = purchase('50000', { credited: { kind: 'purchase', seller: BOB } })
    const { report } = runEpoch(
      economy(state),
      inputs({ ...people, transactions: [attack] }),
      parsePolicy(policy),
    )
    const paid = report.rewards.record.rewards.find(({ address }) => address === ALICE)?.reward ?? 0n
    return paid - 500_000_000n
  }
  const verdictOf = (state: Json, policy: Json) => {
    const { report } = runEpoch(economy(state), inputs(people), parsePolicy(policy))
    const { breakEven } = washTrading(parsePolicy(policy), honestPeriodOf(report, parsePolicy(policy)))
    return breakEven.routes.find(({ name }) => name === 'ping-pong')?.verdict
  }

  test.each<[string, Json, Json]>([
    ['as it is', {}, {}],
    ['countMintAsInflow', {}, { m012: { countMintAsInflow: true } }],
    [
      'carry-over',
      { rewards: { carried: [{ denom: 'uregen', amount: regen('50000') }] } },
      { m015: { noActivity: 'carry-over' } },
    ],
    [
      'a dynamic burn share',
      {},
      { m013: { burnShare: { kind: 'dynamic', points: [{ revenue: '0', share: '0' }] } } },
    ],
  ])('%s', (_, state, policy) => {
    expect(verdictOf(state, policy) === 'profit').toBe(profitOf(state, policy) > 0n)
  })
})
