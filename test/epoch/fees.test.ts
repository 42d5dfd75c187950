import { describe, expect, test } from 'vitest'
import type { EpochState } from '../../src/epoch/index.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import {
  ALICE,
  BOB,
  CAROL,
  charge,
  economy,
  hash,
  inPhases,
  inputs,
  type Json,
  PASSED,
  purchase,
  regen,
  retirement,
  runUnder,
} from './economy.ts'

/** M013 in a period: what is charged, in which denom, with which minimum, and into which pool. */

const period = (change: Json, m013: Json = {}, policy: Json = {}) =>
  runUnder(economy(), inputs(change), parsePolicy({ m013, ...policy }))

const feesOf = (change: Json, m013: Json = {}) =>
  period(change, m013).report.fees.totals.map(({ txType, fee, denom }) => [txType, fee, denom])

describe('what is charged', () => {
  test('every type at its rate, split by Model A, with records and events', () => {
    const { report } = period({
      transactions: [
        charge('CreditIssuance', '10000', { txHash: hash(1) }),
        charge('CreditTransfer', '10000', { txHash: hash(2) }),
        retirement('10000', { txHash: hash(3) }),
        purchase('10000', { txHash: hash(4) }),
      ],
    })
    expect(report.fees.totals.map(({ txType, fee }) => [txType, fee])).toEqual([
      ['CreditIssuance', 200_000_000n],
      ['CreditTransfer', 10_000_000n],
      ['CreditRetirement', 50_000_000n],
      ['MarketplaceTrade', 100_000_000n],
    ])
    expect(report.fees.revenue).toBe(360_000_000n)
    expect(Object.values(report.fees.pools).map(([coin]) => coin?.amount)).toEqual([
      108_000_000n,
      144_000_000n,
      90_000_000n,
      18_000_000n,
    ])
    expect(report.fees.records[3]).toMatchObject({
      txHash: hash(4),
      payer: ALICE,
      txTypes: ['MarketplaceTrade'],
    })
    expect(report.events.filter(({ type }) => type.startsWith('EventFee'))).toHaveLength(8)
  })

  test('a volume of messages is charged as that many of equal value, and the minimum holds for each', () => {
    expect(
      feesOf({ volumes: [{ txType: 'CreditTransfer', value: regen('50000'), messages: '10' }] }),
    ).toEqual([['CreditTransfer', 50_000_000n, 'uregen']])
    expect(feesOf({ volumes: [{ txType: 'CreditTransfer', value: regen('50'), messages: '10' }] })).toEqual([
      ['CreditTransfer', 10_000_000n, 'uregen'],
    ])
    expect(feesOf({ volumes: [{ txType: 'CreditTransfer', value: '0', messages: '0' }] })).toEqual([])
    const split = period({ volumes: [{ txType: 'CreditTransfer', value: '33333333333', messages: '3' }] })
    expect(split.report.fees.pools.burn).toEqual([{ denom: 'uregen', amount: 3n * 3_333_333n }])
  })

  test('a transaction of another period is refused, whether early or late', () => {
    for (const time of ['2026-12-31T23:59:59Z', '2027-01-08T00:00:00Z'])
      expect(() => period({ transactions: [purchase('1', { time })] })).toThrow(/is not in the period/)
    expect(() =>
      period({
        transactions: [
          purchase('1', { time: '2027-01-01' }),
          purchase('1', { part: 1, time: '2027-01-07T23:59:59Z' }),
        ],
      }),
    ).not.toThrow()
  })
})

describe('the minimum', () => {
  const two = {
    transactions: [
      charge('CreditTransfer', '10', { part: 0 }),
      charge('CreditTransfer', '10', { part: 1 }),
      charge('CreditTransfer', '10', { messageIndex: 1 }),
    ],
  }
  test.each([
    ['message', 2_000_000n],
    ['tx', 1_000_000n],
    ['line', 3_000_000n],
  ])('minFeeScope %s', (minFeeScope, fee) => {
    expect(feesOf(two, { minFeeScope })).toEqual([['CreditTransfer', fee, 'uregen']])
  })

  test('zeroValue and minFeeVsMaxRate', () => {
    const none = { transactions: [charge('CreditTransfer', '0')] }
    expect(feesOf(none)[0]?.[1]).toBe(1_000_000n)
    expect(feesOf(none, { zeroValue: 'exempt' })[0]?.[1]).toBe(0n)
    const small = { transactions: [charge('CreditTransfer', '2')] }
    expect(feesOf(small, { minFeeVsMaxRate: 'cap-wins' })[0]?.[1]).toBe(200_000n)
  })

  test('parts of one message share its fee by what each adds, to the last uregen', () => {
    const mixed = {
      transactions: [charge('CreditTransfer', '10000', { part: 0 }), retirement('3000', { part: 1 })],
    }
    expect(feesOf(mixed)).toEqual([
      ['CreditTransfer', 10_000_000n, 'uregen'],
      ['CreditRetirement', 15_000_000n, 'uregen'],
    ])
    const tiny = {
      transactions: [charge('CreditTransfer', '100', { part: 0 }), retirement('10', { part: 1 })],
    }
    expect(feesOf(tiny)).toEqual([
      ['CreditTransfer', 666_666n, 'uregen'],
      ['CreditRetirement', 333_334n, 'uregen'],
    ])
  })
})

describe('OQ-M013-3, denoms', () => {
  const usdc = {
    rates: { uusdc: '25' },
    transactions: [purchase('0', { value: '4000000000', denom: 'uusdc' })],
  }

  test('regen-only: the value is converted, the fee is in uregen', () => {
    expect(feesOf(usdc)).toEqual([['MarketplaceTrade', 1_000_000_000n, 'uregen']])
  })

  test('native: the fee is in the denom of the payment, and its minimum is converted', () => {
    expect(feesOf(usdc, { collection: 'native' })).toEqual([['MarketplaceTrade', 40_000_000n, 'uusdc']])
    const small = { ...usdc, transactions: [purchase('0', { value: '1000', denom: 'uusdc' })] }
    expect(feesOf(small, { collection: 'native' })).toEqual([['MarketplaceTrade', 40_000n, 'uusdc']])
  })

  test('what is not uregen is never burned: it waits to be converted, with what it would bring', () => {
    const { state, report } = period(usdc, { collection: 'native' })
    expect(report.supply.record?.burned).toBe(0n)
    expect(state.pools.burn.coins).toEqual([{ denom: 'uusdc', amount: 12_000_000n }])
    expect(report.alerts).toContainEqual({
      code: 'CONVERSION_PENDING',
      account: 'burn pool',
      denom: 'uusdc',
      amount: 12_000_000n,
      worth: 300_000_000n,
    })
    const converted = runUnder(
      state,
      inputs({
        conversions: [
          { pool: 'burn', by: 'm012', from: { denom: 'uusdc', amount: '12000000' }, received: '299000000' },
        ],
      }),
      parsePolicy({}),
    )
    expect(converted.report.supply.record?.burned).toBe(299_000_000n)
  })

  test('distribution stable: validators and activity are paid in what was collected', () => {
    const validators = { metrics: { [economy().validators[0]?.address ?? '']: { uptime: '1' } } }
    const { state, report } = period(
      { ...usdc, validators },
      { collection: 'native', distribution: { kind: 'stable' } },
    )
    const [, pay] = report.validators.pays
    expect(pay).toMatchObject({ denom: 'uusdc', payout: 16_000_000n, compensation: { base: 960_000n } })
    expect(report.rewards.others).toMatchObject([
      { denom: 'uusdc', inflow: 10_000_000n, governance: 3_000_000n, distributed: 7_000_000n },
    ])
    expect(state.rewards.claims['uusdc']).toEqual([{ address: ALICE, accrued: 7_000_000n, claimed: 0n }])
    expect(state.escrow['uusdc']?.[0]?.amount).toBe(1_600_000n)
  })

  test('recipient-choice: who takes REGEN gets a bonus, which the community pool pays', () => {
    const policy = { collection: 'native', distribution: { kind: 'recipient-choice', bonus: '0.05' } }
    const start = economy({ pools: { community: { coins: [{ denom: 'uregen', amount: regen('1000') }] } } })
    const { state, report } = runUnder(
      start,
      inputs({ ...usdc, claims: [{ address: ALICE, as: 'regen' }] }),
      parsePolicy({ m013: policy }),
    )
    expect(report.rewards.claims).toEqual([
      { address: ALICE, coins: [{ denom: 'uregen', amount: 183_750_000n }], bonus: 8_750_000n },
    ])
    expect(state.pools.community.coins).toEqual([
      { denom: 'uregen', amount: 20_816_250_000n },
      { denom: 'uusdc', amount: 10_000_000n },
    ])
    expect(() => period({ ...usdc, claims: [{ address: ALICE, as: 'regen' }] })).toThrow(/recipient-choice/)
  })

  test('a denom without a rate, or with a rate of 0, is an error', () => {
    for (const rates of [{}, { uusdc: '0' }])
      expect(() => period({ ...usdc, rates })).toThrow(/\[RATE_MISSING\]/)
  })
})

describe('invariant 5, Pool Isolation', () => {
  const coin = { denom: 'uregen', amount: '5' }
  const held = { coins: [coin] }
  const full = economy({
    pools: { burn: held, validator: held, community: held, agent: { authority: BOB, coins: [coin] } },
  })
  const spend = (pool: string, by: string, amount = '5', m013: Json = {}) =>
    runUnder(
      full,
      inputs({ spends: [{ pool, by, coin: { ...coin, amount }, to: CAROL }] }),
      parsePolicy({ m013 }),
    ).state

  test.each([
    ['burn', 'm012'],
    ['validator', 'm014'],
    ['community', 'governance'],
    ['agent', BOB],
  ])('the %s pool is spent by %s alone', (pool, by) => {
    expect(() => spend(pool, by)).not.toThrow()
    for (const other of ['m012', 'm014', 'governance', BOB, ALICE].filter(name => name !== by))
      expect(() => spend(pool, other)).toThrow(/\[POOL_ISOLATION\]/)
    expect(() => spend(pool, by, '6')).toThrow(/\[POOL_TOO_SMALL\]/)
  })

  test('OQ-M013-4 community-tag: a share of the community pool for agents, which governance spends', () => {
    const tag = {
      agentFund: { kind: 'community-tag', share: '0.1' },
      shares: { burn: '0.3', validator: '0.4', community: '0.3', agent: '0' },
    }
    const { state, report } = period({ transactions: [purchase('10000')] }, tag)
    expect(state.pools.agent.coins).toEqual([{ denom: 'uregen', amount: 3_000_000n }])
    expect(report.rewards.record.inflow).toBe(27_000_000n)
    expect(() => spend('agent', 'governance', '5', tag)).not.toThrow()
    expect(spend('agent', 'governance', '5', tag).pools.agent.authority).toBe(BOB)
    expect(() => spend('agent', BOB, '5', tag)).toThrow(/\[POOL_ISOLATION\]/)
  })

  test('OQ-M013-4 multisig: an alert from the limit on', () => {
    const codes = (below: string) =>
      period(
        { transactions: [purchase('10000')] },
        { agentFund: { kind: 'multisig', below } },
      ).report.alerts.map(({ code }) => code)
    expect(codes('5000000')).toContain('AGENT_FUND_ABOVE_MULTISIG')
    expect(codes('5000001')).not.toContain('AGENT_FUND_ABOVE_MULTISIG')
  })

  test('anybody may give to a pool', () => {
    const { state } = period({ deposits: [{ pool: 'agent', coin: { denom: 'uregen', amount: '7' } }] })
    expect(state.pools.agent.coins).toEqual([{ denom: 'uregen', amount: 7n }])
  })
})

describe('between the mechanisms', () => {
  test('OQ-M013-5 D: a burn share that follows the revenue of the period before', () => {
    const burnShare = {
      kind: 'dynamic',
      points: [
        { revenue: '0', share: '0.4' },
        { revenue: regen('200'), share: '0.2' },
      ],
    }
    const first = period({ transactions: [purchase('10000')] }, { burnShare })
    expect(first.report.fees.pools.burn).toEqual([{ denom: 'uregen', amount: 40_000_000n }])
    expect(first.state.revenue).toBe(100_000_000n)
    const second = runUnder(
      { ...first.state, time: economy().time },
      inputs({ transactions: [purchase('10000')] }),
      parsePolicy({ m013: { burnShare } }),
    )
    expect(second.report.fees.pools.burn).toEqual([{ denom: 'uregen', amount: 30_000_000n }])
  })

  test('epoch.autoInflow scored-fees: issuance and transfer stay with governance', () => {
    const change = {
      transactions: [purchase('10000'), charge('CreditIssuance', '10000', { txHash: hash(2) })],
      volumes: [{ txType: 'CreditRetirement', value: regen('20000') }],
    }
    const inflow = (autoInflow: string) =>
      period(change, {}, { epoch: { autoInflow } }).report.rewards.record.inflow
    expect([inflow('all-fees'), inflow('scored-fees')]).toEqual([100_000_000n, 50_000_000n])
    const { state } = period(change, {}, { epoch: { autoInflow: 'scored-fees' } })
    expect(state.pools.community.coins).toEqual([{ denom: 'uregen', amount: 20_065_000_000n }])
  })

  test('M012 burn timing, sources and kinds reach the ledgers', () => {
    const under = (m012: Json) =>
      runUnder(
        economy(),
        inputs({ transactions: [purchase('10000')], otherBurns: regen('5') }),
        parsePolicy({ m012 }),
      )
    const counted = under({ burnSources: 'all-bank-burns' })
    expect(counted.report.supply.record?.burned).toBe(35_000_000n)
    expect(counted.state.supply.bankLessSupply).toBe(0n)
    const left = under({})
    expect(left.state.supply.bankLessSupply).toBe(-5_000_000n)
    expect(left.report.alerts).toContainEqual({ code: 'SUPPLY_UNRECONCILED', amount: 5_000_000n })
    const reserved = under({ burnKind: 'reserve' })
    expect(reserved.state.supply.burnReserve).toBe(30_000_000n)
    const released = runUnder(
      reserved.state,
      inputs({ decisions: { releases: [{ from: 'burn reserve', amount: '30000000', decided: PASSED }] } }),
      parsePolicy({ m012: { burnKind: 'reserve' } }),
    )
    expect(released.state.supply.burnReserve).toBe(0n)
    expect(released.report.movements[0]).toMatchObject({ from: 'burn reserve', to: 'community pool' })
    expect(() =>
      runUnder(
        reserved.state,
        inputs({ decisions: { releases: [{ from: 'burn reserve', amount: '30000001', decided: PASSED }] } }),
        parsePolicy({}),
      ),
    ).toThrow(/POOL_TOO_SMALL/)
  })

  test('what goes into the burn reserve is not destroyed: the bank keeps it, other burns that count as well', () => {
    const { state, report } = runUnder(
      economy(),
      inputs({ transactions: [purchase('10000')], otherBurns: regen('5') }),
      parsePolicy({ m012: { burnKind: 'reserve', burnSources: 'all-bank-burns', baseRate: '0' } }),
    )
    expect(state.supply).toMatchObject({
      supply: 220_000_000_000_000n,
      burnReserve: 35_000_000n,
      bankLessSupply: 0n,
    })
    expect(report.movements.filter(({ to }) => to === 'burn')).toEqual([])
  })

  test('governance releases what was minted into the reserve', () => {
    const policy = parsePolicy({ m012: { mintRecipient: { kind: 'supply-reserve' } } })
    const { state } = runUnder(economy(), inputs(), policy)
    const releases = [{ from: 'mint reserve', amount: regen('20000'), decided: PASSED }]
    const { report } = runUnder(state, inputs({ decisions: { releases } }), policy)
    expect(report.movements[0]).toMatchObject({ from: 'mint reserve', to: 'community pool' })
    expect(report.carriedOver).toContainEqual({
      account: 'community pool',
      denom: 'uregen',
      amount: 20_000_000_000n,
    })
    expect(report.carriedOver).toContainEqual({
      account: 'mint reserve',
      denom: 'uregen',
      amount: report.supply.minted,
    })
  })

  test.each([
    [{ kind: 'community-pool' }, 'community pool'],
    [{ kind: 'supply-reserve' }, 'mint reserve'],
    [{ kind: 'governance-address', address: BOB }, 'everybody else'],
  ])('M012 mints to %j', (mintRecipient, to) => {
    const { report } = runUnder(economy(), inputs(), parsePolicy({ m012: { mintRecipient } }))
    expect(report.movements).toContainEqual({
      from: 'mint',
      to,
      denom: 'uregen',
      amount: 20_000_000_000n,
      why: 'M012 mint',
    })
  })

  test('what is minted is no inflow of M015, unless governance says so', () => {
    const inflow = (countMintAsInflow: boolean) =>
      runUnder(economy(), inputs(), parsePolicy({ m012: { countMintAsInflow } })).report.rewards.record.inflow
    expect([inflow(false), inflow(true)]).toEqual([0n, 20_000_000_000n])
  })

  test('above the cap: nothing minted, nothing gone, and when the burn will have reached it', () => {
    const { report } = runUnder(
      economy({ supply: { supply: regen('224000000') } }),
      inputs({ volumes: [{ txType: 'MarketplaceTrade', value: regen('10000000') }] }),
      parsePolicy({}),
    )
    expect(report.supply).toMatchObject({ minted: 0n, after: 223_970_000_000_000n })
    expect(report.alerts).toContainEqual({
      code: 'SUPPLY_ABOVE_CAP',
      supply: 223_970_000_000_000n,
      hardCap: 221_000_000_000_000n,
      periodsToCap: 99n,
    })
  })

  test('clamp, as the reference does it, writes S down while the bank still holds the tokens: it is said', () => {
    const { state, report } = runUnder(
      economy({ supply: { supply: regen('224000000') } }),
      inputs(),
      parsePolicy({ m012: { overCapPolicy: { kind: 'clamp' } } }),
    )
    expect(state.supply).toMatchObject({
      supply: 221_000_000_000_000n,
      bankLessSupply: 3_000_000_000_000n,
    })
    expect(report.alerts).toContainEqual({ code: 'SUPPLY_CLAMPED', vanished: 3_000_000_000_000n })
  })

  test('the least burn is an alert, measured against the fees of M012’s own period', () => {
    const least = { minBurn: { kind: 'share', share: '0.5' } }
    const run = (state: EpochState, m012: Json) =>
      runUnder(
        state,
        inputs({ transactions: [purchase('10000', { time: state.time })] }),
        parsePolicy({ m012 }),
      )
    const alert = { code: 'BURN_BELOW_MINIMUM', least: 50_000_000n, burned: 30_000_000n }
    expect(run(economy(), least).report.alerts).toContainEqual(alert)

    const fortnight = { ...least, periodLength: { kind: 'days', days: 14 } }
    const first = run(economy(), fortnight)
    expect(first.report.alerts.map(({ code }) => code)).not.toContain('BURN_BELOW_MINIMUM')
    const second = runUnder(
      first.state,
      inputs({ transactions: [purchase('10000', { time: first.state.time, txHash: hash(2) })] }),
      parsePolicy({ m012: fortnight }),
    )
    expect(second.report.alerts).toContainEqual({ ...alert, least: 100_000_000n, burned: 60_000_000n })
  })

  test('x/mint cannot issue once M012 runs, and nobody can burn more than there is', () => {
    expect(() => runUnder(inPhases({ m014: 1 }), inputs({ inflation: '1' }), parsePolicy({}))).toThrow(
      /x\/mint is off/,
    )
    expect(() => runUnder(economy(), inputs({ inflation: '1' }), parsePolicy({}))).toThrow(
      /PHASES_IMPOSSIBLE/,
    )
    expect(() =>
      runUnder(
        inPhases({ m012: { phase: 'INFLATIONARY' } }),
        inputs({ otherBurns: regen('220000001') }),
        parsePolicy({}),
      ),
    ).toThrow(/more than there is/)
    expect(() =>
      runUnder(
        economy(),
        inputs({ otherBurns: regen('230000000') }),
        parsePolicy({ m012: { burnSources: 'all-bank-burns' } }),
      ),
    ).toThrow(/\[BURN_EXCEEDS_SUPPLY\]/)
    expect(() =>
      runUnder(
        inPhases(
          { m012: { phase: 'INFLATIONARY' }, m014: 1, m015: 'TRACKING' },
          { supply: { supply: '10' }, validators: [] },
        ),
        inputs({ transactions: [purchase('10000')] }),
        parsePolicy({}),
      ),
    ).toThrow(/\[LEDGER_OVERDRAWN\]/)
  })
})
