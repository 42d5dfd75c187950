import type { EpochInputs } from '../../../src/epoch/inputs/epochInputs.ts'
import type { EpochState } from '../../../src/epoch/state/epochState.ts'
import { emptyPools } from '../../../src/mechanisms/m013-value-based-fee-routing/pools.ts'
import { ratio } from '../../../src/primitives/ratio.ts'
import { parseRegen, uregen } from '../../../src/primitives/uregen.ts'
import { ALICE, BOB, CAROL } from '../../mechanisms/m015-contribution-weighted-rewards/arbitraries.ts'

/** A small economy: M013 and M015 are on, and a bridge dollar is worth 20 REGEN. */

export const USD = 'ibc/USD'

export const STATE: EpochState = {
  version: 1,
  period: 7,
  time: '2027-01-04T00:00:00Z',
  phases: {
    m012: { phase: 'INFLATIONARY', consecutive: 0n },
    m013: { phase: 'VALUE_BASED', transitionStarted: '2026-06-01', feeDays: [] },
    m014: 1,
    m015: 'DISTRIBUTING',
  },
  supply: {
    supply: parseRegen('200000000'),
    staked: parseRegen('80000000'),
    burnReserve: uregen(0n),
    mintReserve: uregen(0n),
    bankLessSupply: 0n,
    hardCap: null,
    unbonding: null,
  },
  pools: emptyPools({ burn: 'burn', validator: 'authority', community: 'gov', agent: 'agents' }),
  revenue: parseRegen('1000'),
  validators: [],
  escrow: {},
  stability: { commitments: [], inflows: [], cappedPeriods: 0, lowered: null, forfeited: uregen(0n) },
  rewards: {
    claims: {},
    carried: [],
    governanceReserve: [],
    tracked: { periods: 0, scoredPeriods: 0, scores: [] },
  },
}

/** Alice buys for 100 dollars; Carol is issued credits worth 1,000 REGEN. */
export const INPUTS: EpochInputs = {
  transactions: [
    {
      txHash: 'A'.repeat(64),
      messageIndex: 0,
      part: 0,
      time: 1_799_020_800n,
      height: 1n,
      payer: ALICE,
      txType: 'MarketplaceTrade',
      denom: USD,
      value: ratio(100_000_000n),
      credited: { kind: 'purchase', seller: BOB, autoRetired: false, facilitator: null },
    },
    {
      txHash: 'B'.repeat(64),
      messageIndex: 0,
      part: 0,
      time: 1_799_020_801n,
      height: 2n,
      payer: CAROL,
      txType: 'CreditIssuance',
      denom: 'uregen',
      value: ratio(1_000_000_000n),
      credited: null,
    },
  ],
  volumes: [],
  activities: [],
  rates: { [USD]: ratio(20n) },
  feeDays: [],
  staked: null,
  otherBurns: uregen(0n),
  inflation: uregen(0n),
  co2: null,
  validators: { applications: [], transitions: [], exits: [], metrics: {} },
  stability: { requests: [], exits: [] },
  claims: [],
  deposits: [],
  spends: [],
  conversions: [],
  decisions: {
    m012Approved: null,
    m013: {
      approved: null,
      feeCollectorDeployed: false,
      poolAddressesConfigured: false,
      accelerated: null,
    },
    m015Approved: null,
    m014Migration: null,
    unresolvedAnomalies: 0,
    releases: [],
  },
}
