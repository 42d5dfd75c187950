import { afterEach, describe, expect, test } from 'vitest'
import {
  honestPeriodOf,
  parseEpochInputs,
  parseEpochState,
  runEpoch,
  washTrading,
} from '../../src/epoch/index.ts'
import { computeMint } from '../../src/mechanisms/m012-fixed-cap-dynamic-supply/index.ts'
import {
  type Network,
  type NetworkOptions,
  parseContractRegistry,
  readEpochInputs,
  readNetwork,
} from '../../src/network/index.ts'
import { connectRpc, type Rpc } from '../../src/node/rpc/connectRpc.ts'
import { DEFAULT_POLICY } from '../../src/policy/generated/defaultPolicy.ts'
import { parsePolicy } from '../../src/policy/policy.ts'
import { isOne, parseRatio, sumRatios } from '../../src/primitives/ratio.ts'
import { uregen } from '../../src/primitives/uregen.ts'
import { type RecordedNode, startRecordedNode } from '../../src/testing.ts'
import { contracts, withContracts } from '../support/contracts.ts'
import { recordings } from '../support/recordedNode.ts'

/** The network as M012 to M015 see it, read from the recorded chain at its last mark. */

const nodes: RecordedNode[] = []
afterEach(async () => {
  for (const node of nodes.splice(0)) {
    expect(node.missing).toEqual([])
    await node.close()
  }
})

/** The genesis of the recorded chain is dated months before its blocks. */
const WHOLE_CHAIN = 400n * 86_400n

async function ask<Answer>(reading: (rpc: Rpc) => Promise<Answer>, recorded = recordings): Promise<Answer> {
  const node = await startRecordedNode(recorded)
  nodes.push(node)
  node.standAt('end')
  const rpc = connectRpc(node.url)
  try {
    return await reading(rpc)
  } finally {
    rpc.disconnect()
  }
}

const read = (options: NetworkOptions = {}, recorded = recordings): Promise<Network> =>
  ask(rpc => readNetwork(rpc, { periodSeconds: WHOLE_CHAIN, ...options }), recorded)

const registry = parseContractRegistry({ 'regen-devnet-1': contracts })
const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n)

describe('on a chain without the mechanisms', () => {
  test('everything of theirs is proposed, and comes from the policy', async () => {
    const { m012, m013, m014, m015 } = await read()
    for (const { status, source, inForce } of [m012, m013, m014, m015]) {
      expect([status, source, inForce]).toEqual(['proposed', { kind: 'policy' }, null])
    }
  })

  test('M012: the bank’s supply, the next mint as computeMint says, and the burn that M013 would have made', async () => {
    const { m012, m013 } = await read()
    expect(m012).toMatchObject({
      supply: 220_001_558_130_291n,
      staked: 80_000_003_000_000n,
      capStatus: 'below',
      headroom: 998_441_869_709n,
      excess: 0n,
      periodsToCap: null,
    })
    const state = { ...m012, stabilityCommitted: 0n as never, m014Phase: 'INACTIVE' as const }
    expect(m012.next.minted).toBe(computeMint(state, DEFAULT_POLICY.m012))
    expect(m012.next.burned).toBe(sum(m013.wouldPay.pools.burn.map(({ amount }) => amount)))
    expect(m012.next.supply).toBe(m012.supply + m012.next.minted - m012.next.burned)
  })

  test('M012: above a lower cap nothing would be minted, and the weeks to the cap are told', async () => {
    const policy = parsePolicy({ m012: { hardCap: '220000000000000' } })
    const { m012 } = await read({ policy })
    expect(m012).toMatchObject({ capStatus: 'above', headroom: 0n, excess: 1_558_130_291n })
    expect(m012.next.minted).toBe(0n)
    expect(m012.periodsToCap).toBe((m012.excess + m012.next.burned - 1n) / m012.next.burned)
  })

  test('M013: today’s fees, trade by class, and what it would have paid; pools add up to the fees', async () => {
    const { m013 } = await read()
    expect(m013.live).toMatchObject({
      marketplace: { buyer: '0.01', seller: '0.02' },
      classFee: { denom: 'uregen', amount: 20_000_000n },
    })
    expect(m013.trade.map(({ classId, purchases }) => [classId, purchases])).toEqual([
      ['C01', 11],
      ['C02', 1],
      ['USS01', 3],
    ])
    const { totals, revenue, pools } = m013.wouldPay
    expect(totals.map(({ txType, charges }) => [txType, charges])).toEqual([
      ['CreditIssuance', 7n],
      ['CreditTransfer', 5n],
      ['CreditRetirement', 6n],
      ['MarketplaceTrade', 13n],
    ])
    expect(revenue).toBe(sum(totals.map(({ fee }) => fee)))
    expect(sum(Object.values(pools).flatMap(coins => coins.map(({ amount }) => amount)))).toBe(revenue)
  })

  test('what was paid in a denom without a rate is counted as not valued, never as zero', async () => {
    const usdc = 'ibc/334740505537E9894A64E8561030695016481830D7B36E6A9B6D13C608B55653'
    const [without, rated] = [await read(), await read({ rates: { [usdc]: parseRatio('12.5') } })]
    expect(without.m013.wouldPay.unvalued).toBe(2)
    expect(rated.m013.wouldPay.unvalued).toBe(0)
    expect(rated.m013.wouldPay.charged).toBe(without.m013.wouldPay.charged + 2)
    expect(rated.m013.wouldPay.revenue).toBeGreaterThan(without.m013.wouldPay.revenue)
  })

  test('prices have a source, an age and samples; a class without one has null', async () => {
    const { m013 } = await read()
    const priceOf = (id: string) => m013.prices.find(({ classId }) => classId === id)?.price
    expect(priceOf('C01')).toMatchObject({
      source: 'twap-7d',
      denom: 'uregen',
      samples: 4,
      outliersDropped: 1,
    })
    expect(priceOf('BT01')).toBeNull()
  })

  test('M014: the bonded set against the rules; categories are unknown, and pay never exceeds the fund', async () => {
    const { m013, m014 } = await read()
    expect(m014.size).toEqual({ bonded: 4, min: 15, max: 21, holds: false })
    expect([m014.byzantineTolerance, m014.composition]).toEqual([1, 'unknown'])
    expect(m014.validators.map(({ moniker, belowMinUptime }) => [moniker, belowMinUptime])).toEqual([
      ['validator-d', true],
      ['validator-a', false],
      ['validator-c', true],
      ['validator-b', true],
    ])
    expect(m014.fund).toBe(sum(m013.wouldPay.pools.validator.map(({ amount }) => amount)))
    expect(sum(m014.validators.map(({ pay }) => pay?.pay ?? 0n))).toBeLessThanOrEqual(m014.fund)
  })

  test('M015: participants with scores; inflow = governance + activity pool, all of it paid', async () => {
    const { m013, m015 } = await read()
    expect(m015.inflow).toBe(sum(m013.wouldPay.pools.community.map(({ amount }) => amount)))
    expect(m015.governance + m015.activityPool).toBe(m015.inflow)
    expect(sum(m015.participants.map(({ reward }) => reward)) + m015.undistributed).toBe(m015.activityPool)
    expect(m015.participants.length).toBeGreaterThan(4)
  })

  test('M014: power adds up to one; who is below 99.5 % is listed; a stated fund is paid instead of the fees', async () => {
    const validatorFund = uregen(1_000_000_007n)
    const [{ m014: ofFees }, { m014 }] = [await read(), await read({ validatorFund })]
    expect(isOne(sumRatios(...m014.validators.map(({ power }) => power)))).toBe(true)
    const below = m014.validators
      .filter(({ belowMinUptime }) => belowMinUptime)
      .map(({ operator }) => operator)
    expect([...m014.belowMinUptime].sort()).toEqual([...below].sort())
    expect(below.length).toBe(3)
    expect([ofFees.fundFrom, m014.fundFrom, m014.fund]).toEqual([
      'fees of the period',
      'stated',
      validatorFund,
    ])
    const paid = sum(m014.validators.map(({ pay }) => pay?.pay ?? 0n))
    const bonus = m014.validators.filter(({ score }) => score !== null).length > 0
    expect(paid).toBeGreaterThan(bonus ? 999_999_990n : 900_000_000n)
    expect(paid).toBeLessThanOrEqual(validatorFund)
    expect(m014.missing).toBe('unknown')
  })

  test('M015: nothing is committed before it is on chain, and the tier is at most 30 % of the inflow', async () => {
    const { m015 } = await read()
    expect(m015.tier).toMatchObject({ committed: 0n, cap: (m015.inflow * 3n) / 10n })
    expect(m015.stability).toBe(0n)
  })

  test('M015: wash trading is judged on the mix of the period, as the same period run through the economy is', async () => {
    const [{ m015 }, epoch] = [
      await read(),
      await ask(rpc => readEpochInputs(rpc, { periodSeconds: WHOLE_CHAIN })),
    ]
    const [period] = epoch.periods
    const state = parseEpochState({
      // The week of all blocks but the first, which is months before.
      time: '2026-11-20T00:00:00Z',
      supply: { supply: '220000000000000' },
      phases: { m012: { phase: 'DYNAMIC' }, m013: { phase: 'VALUE_BASED' }, m014: 3, m015: 'DISTRIBUTING' },
    })
    const { report } = runEpoch(state, period?.inputs ?? parseEpochInputs({}), DEFAULT_POLICY)
    const { breakEven } = washTrading(DEFAULT_POLICY, honestPeriodOf(report, DEFAULT_POLICY))
    expect(m015.wash).toEqual(breakEven)
    expect(m015.wash.routes.map(({ verdict }) => verdict)).toContain('profit')
  })
})

describe('on a chain with the mechanisms as contracts', () => {
  test('all four are in force, and a contract’s numbers stand beside ours', async () => {
    const { m012, m013, m014, m015 } = await read({ contracts: registry }, withContracts)
    expect([m012, m013, m014, m015].map(({ status }) => status)).toEqual([
      'in-force',
      'in-force',
      'in-force',
      'in-force',
    ])
    expect(m013.source).toEqual({ kind: 'contract', address: contracts.feeRouter })
    expect(m012.supply).toBe(220_001_558_130_291n)
    expect(m012.inForce?.supply).toBe(201_645_842_058_644n)
    expect(m014.composition).toEqual({
      infrastructure_builders: 1,
      trusted_refi_partners: 0,
      ecological_data_stewards: 1,
    })
    expect(m014.missing).toEqual({
      infrastructure_builders: 4,
      trusted_refi_partners: 5,
      ecological_data_stewards: 4,
    })
    expect([m015.stability, m015.tier.committed]).toEqual(['unknown', 'unknown'])
    expect(m015.inForce?.lastDistribution?.inflow).toBe(47_345_935n)
  })

  test('a list for another chain finds nothing here', async () => {
    const { m013 } = await read({ contracts: { 'regen-1': contracts } }, withContracts)
    expect(m013.status).toBe('proposed')
  })

  test('an address without a contract is an error, not "proposed"', async () => {
    const nobody = { 'regen-devnet-1': { feeRouter: contracts.dynamicSupply } }
    await expect(read({ contracts: nobody }, withContracts)).rejects.toMatchObject({ name: 'RegenError' })
    for (const node of nodes) node.forget()
  })
})

test('a chain of another name is refused', async () => {
  await expect(read({ chainId: 'regen-1' })).rejects.toMatchObject({ code: 'CHAIN_MISMATCH' })
})

test.each([
  [{ 'regen-1': { feeRouter: 'cosmos1abc' } }, 'expected an address'],
  [{ 'regen-1': { feerouter: contracts.feeRouter } }, 'feerouter'],
])('a list of contracts that is wrong is INPUT_INVALID: %j', (json, said) => {
  expect(() => parseContractRegistry(json)).toThrow(said)
})
