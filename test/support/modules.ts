import * as endpoints from '../../scripts/record/endpoints.ts'
import type { Endpoint } from '../../src/node/endpoints/endpoint.ts'
import { PROPOSED_MODULES } from '../../src/node/read/proposedModules.ts'
import type { RecordedQuery } from '../../src/testing.ts'
import type { DeepPartial } from '../../src/wire/message.ts'
import { generatedCodec, methods } from '../wire/schema.ts'
import { recordings } from './recordedNode.ts'

/** The proposed modules of M012 to M015 as a chain might have them: no chain does, so these answers are ours. */

const END = '367'
export const AUTHORITY = 'regen10d07y265gmmuvt4z0w9aw880jnsr700j9qceqh'
export const ALICE = 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

function answer<Request, Response>(
  { path, encode }: Endpoint<Request, Response>,
  request: DeepPartial<Request>,
  response: DeepPartial<Response>,
): RecordedQuery {
  const method = methods.find(method => method.path === path)
  const codec = generatedCodec(method?.response ?? '')
  const value = codec.encode(codec.fromPartial(response as object)).finish()
  return {
    path,
    request: hex(encode(request)),
    height: END,
    response: { code: 0, codespace: '', log: '', key: null, value: hex(value), height: END },
  }
}

const noSuch = <Request>(
  { path, encode }: Endpoint<Request, unknown>,
  request: DeepPartial<Request>,
): RecordedQuery => ({
  path,
  request: hex(encode(request)),
  height: END,
  response: { code: 22, codespace: 'sdk', log: 'not found', key: null, value: null, height: END },
})

const at = (seconds: bigint) => ({ seconds, nanos: 0 })

export const moduleConfig = {
  issuanceRate: '0.02',
  transferRate: '0.001',
  retirementRate: '0.005',
  tradeRate: '0.01',
  burnShare: '0.28',
  validatorShare: '0.25',
  communityShare: '0.45',
  agentShare: '0.02',
  minFee: '1000000',
  maxRate: '0.10',
  denom: 'uregen',
  phase: 2,
} as const

const answers = (config: object): readonly RecordedQuery[] => [
  answer(endpoints.feerouterParams, {}, { authority: AUTHORITY, config }),
  answer(
    endpoints.feerouterPoolBalances,
    {},
    {
      pools: [
        { pool: 1, authority: 'm012', balance: [{ denom: 'uregen', amount: '7' }] },
        { pool: 2, authority: 'm014', balance: [{ denom: 'uregen', amount: '5' }] },
        { pool: 3, authority: 'gov', balance: [] },
        { pool: 4, authority: 'agents', balance: [{ denom: 'ibc/USD', amount: '9' }] },
      ],
    },
  ),
  answer(
    endpoints.supplyParams,
    {},
    {
      authority: AUTHORITY,
      params: {
        hardCap: '221000000000000',
        baseRegrowthRate: '0.02',
        stakingMultiplierEnabled: true,
        ecologicalReferenceValue: '50',
        equilibriumThreshold: '22100000000',
        equilibriumPeriods: 12n,
        periodSeconds: 604_800n,
      },
    },
  ),
  answer(
    endpoints.supplySupplyState,
    {},
    {
      state: {
        currentSupply: '220000000000000',
        totalMinted: '5',
        totalBurned: '3',
        periods: 2n,
        phase: 3,
        authorityState: 3,
      },
    },
  ),
  answer(
    endpoints.supplyMintBurnRecord,
    { period: 2n },
    {
      record: {
        period: 2n,
        height: 300n,
        minted: '5',
        burned: '3',
        supplyBefore: '219999999999998',
        supplyAfter: '220000000000000',
        regrowthRate: '0.02',
      },
    },
  ),
  noSuch(endpoints.supplyMintBurnRecord, { period: 9n }),
  answer(
    endpoints.authorityParams,
    {},
    {
      authority: AUTHORITY,
      params: {
        minValidators: 15,
        maxValidators: 21,
        minPerCategory: 5,
        termSeconds: 31_536_000n,
        probationSeconds: 2_592_000n,
        minUptime: '0.995',
        performanceThreshold: '0.7',
        baseShare: '0.9',
        bonusShare: '0.1',
        uptimeWeight: '0.4',
        governanceWeight: '0.3',
        ecosystemWeight: '0.3',
      },
    },
  ),
  answer(
    endpoints.authorityValidators,
    {},
    {
      validators: [
        {
          address: ALICE,
          category: 1,
          status: 3,
          termStart: at(1_780_000_000n),
          termEnd: at(1_811_536_000n),
          performance: '0.85',
          compensationDue: '12',
        },
        { address: AUTHORITY, category: 3, status: 1, compensationDue: '0' },
      ],
    },
  ),
  answer(endpoints.authorityFund, {}, { fund: { denom: 'uregen', amount: '44' } }),
  answer(
    endpoints.rewardsParams,
    {},
    {
      authority: AUTHORITY,
      config: {
        purchaseWeight: '0.3',
        retirementWeight: '0.3',
        facilitationWeight: '0.2',
        voteWeight: '0.1',
        proposalWeight: '0.1',
        annualReturn: '0.06',
        maxStabilityShare: '0.3',
        minCommitment: '100000000',
        minLockMonths: 6,
        maxLockMonths: 24,
        earlyExitPenalty: '0.5',
        periodSeconds: 604_800n,
        denom: 'uregen',
      },
    },
  ),
  answer(
    endpoints.rewardsState,
    {},
    { phase: 2, currentPeriod: 3n, lastDistribution: 0n, committed: '1000' },
  ),
  answer(
    endpoints.rewardsActivityScore,
    { address: ALICE, period: 2n },
    {
      score: {
        address: ALICE,
        period: 2n,
        purchases: '5',
        retirements: '0',
        facilitated: '0',
        votes: 1n,
        proposals: '0.5',
      },
      claimable: '8',
    },
  ),
  answer(
    endpoints.rewardsStabilityCommitment,
    { id: 1n },
    {
      commitment: {
        id: 1n,
        holder: ALICE,
        amount: '1000',
        lockMonths: 6,
        committedAt: at(1_780_000_000n),
        maturesAt: at(1_795_000_000n),
        accrued: '2',
        state: 1,
      },
    },
  ),
  noSuch(endpoints.rewardsStabilityCommitment, { id: 2n }),
  noSuch(endpoints.rewardsDistributionRecord, { period: 1n }),
]

/** The recordings of the chain, as if it had the four modules at its last height. */
export const withModules = (config: object = moduleConfig) => ({
  ...recordings,
  queries: [
    ...recordings.queries.filter(({ path }) => !Object.values<string>(PROPOSED_MODULES).includes(path)),
    ...answers(config),
  ],
})
