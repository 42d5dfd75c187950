import { readFileSync } from 'node:fs'
import type { SigningStargateClient } from '@cosmjs/stargate'
import type { CometClient } from '@cosmjs/tendermint-rpc'
import type { NodeAt, OfflineSigner, Reconciliation, Regen, Rpc } from '../../src/client.ts'
import { parseEpochInputs, parseEpochState, type WashAttack } from '../../src/epoch/index.ts'
import { parseMessages, parseRatio, parseSnapshot, previewFees, uregen } from '../../src/index.ts'
import type { PeriodReport, parsePeriod, Store } from '../../src/indexer/index.ts'
import type { SupplyState } from '../../src/mechanisms/m012-fixed-cap-dynamic-supply/index.ts'
import {
  type AuthorityValidator,
  CATEGORIES,
} from '../../src/mechanisms/m014-authority-validator-governance/index.ts'
import {
  M015_V0,
  type Purchase,
  requestCommitment,
} from '../../src/mechanisms/m015-contribution-weighted-rewards/index.ts'
import type { PeriodHistory } from '../../src/node/read/m015.ts'
import type { ChainAt } from '../../src/node/read/txSearch.ts'
import type { TrackTallies } from '../../src/policy/index.ts'
import type { ExecutedTx } from '../../src/reconcile/reconcile.ts'
import {
  type ActivityFact,
  allocateRound,
  type BallotText,
  type Claim,
  claimHash,
  type Flow,
  type Grant,
  type Indicator,
  type Measurement,
  mintCertificate,
  parseRound,
  type QuadraticInput,
  roundTerms,
  splitFraction,
} from '../../src/redistribution/index.ts'
import { parseScenario } from '../../src/simulation/index.ts'
import type { KeplrWallet } from '../../src/wallet/index.ts'

/** What examples may name without declaring it. */
export * as m012 from '../../src/mechanisms/m012-fixed-cap-dynamic-supply/index.ts'
export * as m014 from '../../src/mechanisms/m014-authority-validator-governance/index.ts'
export * as m015 from '../../src/mechanisms/m015-contribution-weighted-rewards/index.ts'

/** A file of examples/, as JSON. */
export const exampleJson = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../examples/${name}`, import.meta.url), 'utf8'))

export const snapshot = parseSnapshot(exampleJson('snapshot.json'))
export const messages = parseMessages((exampleJson('mixed.json') as { messages: unknown }).messages)
export const preview = previewFees({ messages, snapshot })
export const buyer = 'regen160z6t8z08nj5ja38xrkat09r5thqyyat9aa2qg'
export const seller = 'regen1crvpg7vztktlg0ad7xxu45040hk68fjvqhl60x'
export const contract = 'regen14hj2tavq8fpesdwxxcu44rty3hh90vhujrvcmstl4zr3txmfvw9sfqx5rp'
export const batchDenom = 'C01-001-20200101-20210101-001'

export const state = parseEpochState(exampleJson('epoch/state.json'))
export const inputs = parseEpochInputs(exampleJson('epoch/inputs.json'))
/** Short: examples are run. */
export const scenario = { ...parseScenario(exampleJson('simulation/baseline.json')), periods: 4 }
export const round = parseRound(exampleJson('fund/quadratic.json'))
export const report = allocateRound(round)
export const request = exampleJson('sign-request.json')

/** 200 million REGEN, half of them staked, before M014 starts. */
export const supplyState: SupplyState = {
  supply: uregen(200_000_000_000_000n),
  staked: uregen(100_000_000_000_000n),
  stabilityCommitted: uregen(0n),
  m014Phase: 'INACTIVE',
}

/** In the first year of its term. */
export const validator: AuthorityValidator = {
  address: 'regen1river',
  category: 'infrastructure_builders',
  status: 'ACTIVE',
  termStart: '2027-01-01T00:00:00Z',
  termEnd: '2028-01-01T00:00:00Z',
  probationStart: null,
  probations: 0,
  performance: null,
}
/** A smallest set: five of each category. */
export const members = CATEGORIES.flatMap(category =>
  [1, 2, 3, 4, 5].map(number => ({ address: `${category}-${number}`, category, status: 'ACTIVE' as const })),
)

/** One purchase of 100 REGEN, with a fee of 1 %. */
export const purchase: Purchase = {
  kind: 'purchase',
  txHash: 'A1'.repeat(32),
  messageIndex: 0,
  part: 0,
  time: 1_800_000_000n,
  buyer,
  seller,
  value: uregen(100_000_000n),
  fee: uregen(1_000_000n),
  facilitator: null,
  autoRetired: false,
}
/** What a holder asks for who locks 1,000 REGEN for a year. */
export const commitment = requestCommitment(
  { id: 'commitment-1', holder: buyer, amount: uregen(1_000_000_000n), lockMonths: 12 },
  M015_V0,
)

/** Two credits for 90 REGEN, retired at once. */
export const purchases: readonly Extract<ActivityFact, { kind: 'purchase' }>[] = [
  {
    kind: 'purchase',
    buyer,
    batchDenom,
    quantity: 2_000_000n,
    denom: 'uregen',
    payment: { atLeast: 90_000_000n },
    retirement: {},
  },
]
/** Two give to one project, one to another. */
export const quadratic: QuadraticInput = {
  budget: 1_000n,
  projects: ['soil', 'forest'],
  contributions: [
    { contributor: 'ada', project: 'soil', amount: 100n },
    { contributor: 'ben', project: 'soil', amount: 100n },
    { contributor: 'cleo', project: 'forest', amount: 400n },
  ],
}
/** What an account says of the round, before it is signed. */
export const ballot: BallotText = {
  version: 1,
  round: round.id,
  terms: roundTerms(round),
  voter: buyer,
  votes: { soil: 5n },
  time: '2026-01-10T00:00:00Z',
}
export const claim: Claim = {
  name: 'Soil carbon measured in 2025',
  description: 'Samples of 40 fields',
  workScope: ['soil sampling'],
  workTimeframe: ['2025-03-01T00:00:00Z', '2025-10-31T00:00:00Z'],
  impactScope: ['soil carbon'],
  impactTimeframe: ['2025-03-01T00:00:00Z', '2030-12-31T00:00:00Z'],
  contributors: [seller],
  rights: ['public display'],
  evidence: [],
}
/** One fraction of 10,000 units. */
export const certificate = mintCertificate({
  typeNumber: 1n,
  claimHash: claimHash(claim),
  creator: seller,
  units: 10_000n,
})
/** The same in two fractions, of 7,000 and 3,000. */
export const split = splitFraction(certificate, certificate.id + 1n, [3_000n, 7_000n])
export const grant: Grant = {
  id: 'soil-lab',
  recipient: seller,
  award: 100_001n,
  milestones: [
    { basisPoints: 3333, deadline: '2027-03-31T00:00:00Z' },
    { basisPoints: 6667, deadline: '2027-09-30T00:00:00Z' },
  ],
  disputeSeconds: 604_800n,
}
/** A thousand trees are promised, and 800 were counted. */
export const trees: Indicator = {
  id: 'trees',
  unit: 'trees',
  method: 'counted on site',
  baseline: parseRatio('0'),
  target: { value: parseRatio('1000'), by: '2027-12-31T00:00:00Z' },
}
export const counted: Measurement = {
  indicator: 'trees',
  value: parseRatio('800'),
  provenance: { query: 'survey', height: null, hash: null },
  attestors: ['ada'],
}
/** From fees to a project, and on. */
export const flows: readonly Flow[] = [
  { from: 'buyers', to: 'pool', denom: 'uregen', amount: 1_000n, stage: 'fee', proof: 'A1' },
  { from: 'pool', to: 'soil lab', denom: 'uregen', amount: 400n, stage: 'allocation', proof: 'B2' },
  { from: 'soil lab', to: 'validators', denom: 'uregen', amount: 100n, stage: 'stake', proof: 'C3' },
]
/** 12 of 18 validators and 60 % of the tokens that voted say yes. */
export const tracks: TrackTallies = {
  validators: { yes: 12n, no: 3n, veto: 0n, abstain: 0n, eligible: 18n },
  holders: { yes: 30n, no: 20n, veto: 0n, abstain: 0n, eligible: 224n },
}
/** Two accounts of one hand that buy from each other. */
export const attack: WashAttack = {
  route: {
    name: 'ping-pong',
    legs: ['MarketplaceTrade'],
    scoresAs: 'purchase',
    platform: 'none',
    pairs: true,
  },
  volume: uregen(1_000_000_000n),
}

/** Examples that name one of these need a node or a wallet: they are compiled, not run. */
export const NEED_A_NODE = [
  'regen',
  'rpc',
  'at',
  'chain',
  'history',
  'wallet',
  'client',
  'comet',
  'keplr',
  'executed',
  'reconciliation',
  'txBytes',
  'useQuery',
  'hash',
  'words',
  'walletConnect',
  'store',
  'period',
  'periodReport',
]

export const regen = undefined as unknown as Regen
export const rpc = undefined as unknown as Rpc
export const at = undefined as unknown as NodeAt & { height: bigint }
export const chain = undefined as unknown as ChainAt
export const history = undefined as unknown as PeriodHistory
export const wallet = undefined as unknown as OfflineSigner
export const client = undefined as unknown as SigningStargateClient
export const comet = undefined as unknown as CometClient
export const keplr = undefined as unknown as KeplrWallet
export const executed = undefined as unknown as ExecutedTx
export const reconciliation = undefined as unknown as Reconciliation
export const txBytes = undefined as unknown as Uint8Array
export const hash = undefined as unknown as string
export const words = undefined as unknown as string
export const useQuery = undefined as unknown as <Answer>(options: {
  readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<Answer>
}) => { readonly data: Answer | undefined }
export const store = undefined as unknown as Store
export const period = undefined as unknown as ReturnType<typeof parsePeriod>
export const periodReport = undefined as unknown as PeriodReport
/** The client of WalletConnect, as far as it is used. */
export const walletConnect = undefined as unknown as {
  request(given: object): Promise<unknown>
  readonly topic: string
}
