import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { computeMint } from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/index.ts'
import { M012_V0 } from '../../../src/mechanisms/m012-fixed-cap-dynamic-supply/params.ts'
import { computeFee, splitFee } from '../../../src/mechanisms/m013-value-based-fee-routing/index.ts'
import { TX_TYPES } from '../../../src/mechanisms/m013-value-based-fee-routing/params.ts'
import { askContract, askContractIfAny } from '../../../src/node/contracts/askContract.ts'
import { readContractPerformance } from '../../../src/node/contracts/contractPerformance.ts'
import { readContractCommitment, readContractScore } from '../../../src/node/contracts/contractScores.ts'
import {
  readContractDistribution,
  readContributionRewards,
} from '../../../src/node/contracts/contributionRewards.ts'
import {
  readContractMint,
  readContractPeriod,
  readDynamicSupply,
} from '../../../src/node/contracts/dynamicSupply.ts'
import { readContractFee, readFeeRouter } from '../../../src/node/contracts/feeRouter.ts'
import { readValidatorGovernance } from '../../../src/node/contracts/validatorGovernance.ts'
import type { NodeAt } from '../../../src/node/read/ask.ts'
import { connectRpc, type Rpc } from '../../../src/node/rpc/connectRpc.ts'
import { formatRatio, ratio } from '../../../src/primitives/ratio.ts'
import type { Uregen } from '../../../src/primitives/uregen.ts'
import { type RecordedNode, startRecordedNode } from '../../../src/testing.ts'
import { contractQueries, contracts, withContracts } from '../../support/contracts.ts'

/** The four mechanisms as contracts, read from what such contracts answered on a v7.0.0 node. */

let node: RecordedNode
let rpc: Rpc
let ledger: NodeAt

beforeEach(async () => {
  node = await startRecordedNode(withContracts)
  rpc = connectRpc(node.url)
  ledger = { port: rpc, height: 367n }
})

afterEach(async () => {
  rpc.disconnect()
  expect(node.missing).toEqual([])
  await node.close()
})

const bob = 'regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg'
const alice = 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x'

describe('M013, the fee router', () => {
  test('its configuration is a FeeConfig, and what it claims of the pools adds up to what it charged', async () => {
    const { config, claimed } = await readFeeRouter(ledger, contracts.feeRouter)
    expect(formatRatio(config.feeRates.CreditIssuance)).toBe('0.02')
    expect(config.capped).toEqual([])
    expect(config.minFee).toBe(1_000_000n)
    expect(claimed).toEqual({
      burn: 71_515_122n,
      validator: 95_353_500n,
      community: 59_595_935n,
      agent: 11_919_186n,
    })
    expect(Object.values(claimed).reduce((sum, pool) => sum + pool, 0n)).toBe(
      50_000_000n + 1_000_000n + 185_070_364n + 2_313_379n,
    )
  })

  test('every recorded calculate_fee equals computeFee and splitFee, to the unit', async () => {
    const { config } = await readFeeRouter(ledger, contracts.feeRouter)
    const asked = contractQueries.flatMap(({ query }) =>
      typeof query === 'object' && query['calculate_fee'] ? [query['calculate_fee']] : [],
    )
    expect(asked.length).toBe(124)
    for (const { tx_type, value } of asked) {
      const txType = TX_TYPES.find(
        name => name.replace(/\B[A-Z]/g, '_$&').toLowerCase() === tx_type,
      ) as (typeof TX_TYPES)[number]
      const amount = BigInt(value as string)
      const theirs = await readContractFee(ledger, contracts.feeRouter, { txType, value: amount })
      const { amount: fee, minFeeApplied } = computeFee(txType, ratio(amount), config)
      expect(theirs).toEqual({ fee, minFeeApplied, pools: splitFee(fee, config.shares) })
    }
  })
})

describe('M012, the dynamic supply', () => {
  test('its state and its parameters', async () => {
    const supply = await readDynamicSupply(ledger, contracts.dynamicSupply)
    expect(supply).toMatchObject({
      phase: 'DYNAMIC',
      supply: 201_645_842_058_644n,
      hardCap: 221_000_000_000_000n,
      headroom: 19_354_157_941_356n,
      periods: 3,
      m014State: 'TRANSITION',
      ecologicalReference: null,
      equilibrium: { threshold: 22_100_000_000n, periodsRequired: 12, periodsInBalance: 0 },
    })
    expect(supply.supply).toBe(200_000_000_000_000n + supply.totalMinted - supply.totalBurned)
  })

  test('its periods follow each other, and one that was not is null', async () => {
    const periods = await Promise.all(
      [1, 2, 3].map(id => readContractPeriod(ledger, contracts.dynamicSupply, id)),
    )
    expect(periods.map(period => period?.supplyAfter)).toEqual([
      200_558_000_000_000n,
      201_129_921_003_998n,
      201_645_842_058_644n,
    ])
    expect(await readContractPeriod(ledger, contracts.dynamicSupply, 0)).toBeNull()
  })

  test('every recorded simulate_period mints what computeMint does', async () => {
    const { supply } = await readDynamicSupply(ledger, contracts.dynamicSupply)
    const asked = contractQueries.flatMap(({ query }) =>
      typeof query === 'object' && query['simulate_period'] ? [query['simulate_period']] : [],
    )
    expect(asked.length).toBe(56)
    for (const next of asked) {
      const [burned, staked, stabilityCommitted] = [
        'burn_amount',
        'staked_amount',
        'stability_committed',
      ].map(name => BigInt(next[name] as string)) as [Uregen, Uregen, Uregen]
      const { minted } = await readContractMint(ledger, contracts.dynamicSupply, {
        burned,
        staked,
        stabilityCommitted,
      })
      const state = { supply, staked, stabilityCommitted, m014Phase: 'TRANSITION' as const }
      expect(minted).toBe(computeMint(state, M012_V0))
    }
  })
})

describe('M014, validator governance', () => {
  test('those that serve, wait or are on probation, and what it owes them', async () => {
    const { validators, composition, active, fund, params } = await readValidatorGovernance(
      ledger,
      contracts.validatorGovernance,
    )
    expect(validators.map(({ status, category }) => [status, category])).toEqual([
      ['ACTIVE', 'infrastructure_builders'],
      ['ACTIVE', 'ecological_data_stewards'],
      ['PROBATION', 'trusted_refi_partners'],
      ['CANDIDATE', 'infrastructure_builders'],
    ])
    expect(validators.map(({ compensationDue }) => compensationDue)).toEqual([
      365_373_963n,
      300_000_002n,
      334_626_040n,
      0n,
    ])
    expect(composition.infrastructure_builders).toBe(1)
    expect([active, fund, params.minPerCategory]).toEqual([2, 2n, 1])
  })

  test('a performance report, and none of another number', async () => {
    const report = { validator: alice, period: 1 }
    const read = await readContractPerformance(ledger, contracts.validatorGovernance, report)
    expect(read && formatRatio(read.score)).toBe('0.8496')
    expect(
      await readContractPerformance(ledger, contracts.validatorGovernance, { ...report, period: 0 }),
    ).toBeNull()
  })
})

describe('M015, contribution rewards', () => {
  test('its state, with the last distribution', async () => {
    const rewards = await readContributionRewards(ledger, contracts.contributionRewards)
    expect(rewards).toMatchObject({
      phase: 'DISTRIBUTING',
      currentPeriod: 2,
      periodSeconds: 604_800,
      lastDistribution: {
        period: 1,
        inflow: 47_345_935n,
        stability: 1_149_921n,
        activityPool: 46_196_014n,
        totalScore: 1_500_620_525n,
      },
    })
    expect(await readContractDistribution(ledger, contracts.contributionRewards, 0)).toBeNull()
  })

  test('scores, claims and commitments', async () => {
    const score = await readContractScore(ledger, contracts.contributionRewards, {
      account: alice,
      period: 1,
    })
    expect(score).toMatchObject({ purchases: 5_000_000_000n, votes: 2, claimable: 46_181_529n })
    expect(formatRatio(score.proposals)).toBe('0.5')
    const other = await readContractScore(ledger, contracts.contributionRewards, { account: bob, period: 1 })
    expect(other.claimable).toBe(14_484n)
    expect(await readContractCommitment(ledger, contracts.contributionRewards, 1)).toMatchObject({
      amount: 1_000_000_000n,
      lockMonths: 6,
      accrued: 1_149_921n,
      state: 'COMMITTED',
    })
    expect(await readContractCommitment(ledger, contracts.contributionRewards, 0)).toBeNull()
  })
})

describe('an address that is no contract of this mechanism', () => {
  test('no contract at all is CONTRACT_MISSING', async () => {
    await expect(askContract(ledger, alice, { fee_config: {} }, z.unknown())).rejects.toMatchObject({
      code: 'CONTRACT_MISSING',
    })
  })

  test('a contract that does not know the query is CONTRACT_UNKNOWN, and says what it knows', async () => {
    await expect(
      askContract(ledger, contracts.feeRouter, { no_such: {} }, z.unknown()),
    ).rejects.toMatchObject({
      code: 'CONTRACT_UNKNOWN',
      context: { query: 'no_such', knows: 'fee_config, pool_balances, calculate_fee' },
    })
  })

  test('a record that is not there is null, and any other refusal is an error', async () => {
    const period = { period_history: { period_id: 0 } }
    expect(await askContractIfAny(ledger, contracts.dynamicSupply, period, z.unknown())).toBeNull()
    await expect(
      askContractIfAny(ledger, contracts.feeRouter, { no_such: {} }, z.unknown()),
    ).rejects.toMatchObject({ code: 'CONTRACT_UNKNOWN' })
  })
})
