import { afterEach, expect, test } from 'vitest'
import {
  readAuthorityModule,
  readFeeRouterModule,
  readInForce,
  readMechanismSources,
  readRewardsCommitment,
  readRewardsDistribution,
  readRewardsModule,
  readRewardsScore,
  readSupplyModule,
  readSupplyRecord,
} from '../../../src/network/index.ts'
import type { NodeAt } from '../../../src/node/read/ask.ts'
import { connectRpc, type Rpc } from '../../../src/node/rpc/connectRpc.ts'
import { formatRatio } from '../../../src/primitives/ratio.ts'
import { type RecordedNode, startRecordedNode } from '../../../src/testing.ts'
import { contracts } from '../../support/contracts.ts'
import { ALICE, AUTHORITY, moduleConfig, withModules } from '../../support/modules.ts'
import { recordings } from '../../support/recordedNode.ts'

/** The proposed modules, read into the same models as the contracts; what a chain that had them would answer is encoded here. */

let node: RecordedNode
let rpc: Rpc
afterEach(async () => {
  rpc.disconnect()
  expect(node.missing).toEqual([])
  await node.close()
})

async function ledgerOf(recorded: Parameters<typeof startRecordedNode>[0]): Promise<NodeAt> {
  node = await startRecordedNode(recorded)
  rpc = connectRpc(node.url)
  return { port: rpc, height: 367n }
}

test('x/feerouter: configuration, pools in its denom, phase and payer', async () => {
  const router = await readFeeRouterModule(await ledgerOf(withModules()))
  expect(formatRatio(router.config.shares.community)).toBe('0.45')
  expect(router).toMatchObject({
    admin: AUTHORITY,
    claimed: { burn: 7n, validator: 5n, community: 0n, agent: 0n },
    denom: 'uregen',
    phase: 'TRANSITION',
    feePayer: 'signer',
  })
})

test('reading FeeConfig from a chain caps and flags; shares that do not sum to 1 are refused', async () => {
  const high = await readFeeRouterModule(await ledgerOf(withModules({ ...moduleConfig, tradeRate: '0.5' })))
  expect(high.config.capped).toEqual(['MarketplaceTrade'])
  rpc.disconnect()
  await node.close()
  const broken = await ledgerOf(withModules({ ...moduleConfig, agentShare: '0.03' }))
  await expect(readFeeRouterModule(broken)).rejects.toMatchObject({ code: 'RESPONSE_INVALID' })
})

test('x/supply: its state, and a period or null', async () => {
  const ledger = await ledgerOf(withModules())
  expect(await readSupplyModule(ledger)).toMatchObject({
    phase: 'DYNAMIC',
    supply: 220_000_000_000_000n,
    headroom: 1_000_000_000_000n,
    ecologicalReference: null,
    m014State: 'ACTIVE',
  })
  expect(await readSupplyRecord(ledger, 2)).toMatchObject({ minted: 5n, height: 300n })
  expect(await readSupplyRecord(ledger, 9)).toBeNull()
})

test('x/authority: validators with an exact score, or null where nothing was measured', async () => {
  const { validators, composition, active, fund } = await readAuthorityModule(await ledgerOf(withModules()))
  expect(validators.map(({ status, score }) => [status, score && formatRatio(score)])).toEqual([
    ['ACTIVE', '0.85'],
    ['CANDIDATE', null],
  ])
  expect([composition.infrastructure_builders, active, fund]).toEqual([1, 1, 44n])
})

test('x/rewards: phase, what is committed, scores, commitments', async () => {
  const ledger = await ledgerOf(withModules())
  expect(await readRewardsModule(ledger)).toMatchObject({
    phase: 'TRACKING',
    committed: 1_000n,
    lastDistribution: null,
  })
  expect(await readRewardsScore(ledger, { account: ALICE, period: 2 })).toMatchObject({
    votes: 1,
    claimable: 8n,
  })
  expect(await readRewardsCommitment(ledger, 1)).toMatchObject({ state: 'COMMITTED', accrued: 2n })
  expect(await readRewardsCommitment(ledger, 2)).toBeNull()
  expect(await readRewardsDistribution(ledger, 1)).toBeNull()
})

test('a module that answers wins over a contract; without either there is the policy', async () => {
  const ledger = await ledgerOf(withModules())
  const sources = await readMechanismSources(ledger, contracts)
  expect(Object.values(sources).map(({ kind }) => kind)).toEqual(['module', 'module', 'module', 'module'])
  const { m013, m015 } = await readInForce(ledger, sources)
  expect([m013?.phase, m015?.committed]).toEqual(['TRANSITION', 1_000n])
  rpc.disconnect()
  await node.close()
  const bare = await ledgerOf(recordings)
  expect(await readMechanismSources(bare, { feeRouter: contracts.feeRouter })).toEqual({
    m012: { kind: 'policy' },
    m013: { kind: 'contract', address: contracts.feeRouter },
    m014: { kind: 'policy' },
    m015: { kind: 'policy' },
  })
})

test('x/feerouter that answers nonsense is RESPONSE_INVALID, never "proposed"', async () => {
  const ledger = await ledgerOf(withModules({ ...moduleConfig, phase: 0 }))
  await expect(readFeeRouterModule(ledger)).rejects.toMatchObject({ code: 'RESPONSE_INVALID' })
})
