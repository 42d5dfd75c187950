import type * as epoch from '../../src/epoch/index.ts'
import type * as policy from '../../src/policy/index.ts'
import type * as simulation from '../../src/simulation/index.ts'
import { built } from './built.ts'
import { decimal, decimalEpoch } from './decimalEpoch.ts'
import { type Measure, processorTimes } from './measure.ts'

const TX_TYPES = ['CreditIssuance', 'CreditTransfer', 'CreditRetirement', 'MarketplaceTrade'] as const
const CATEGORIES = ['infrastructure_builders', 'trusted_refi_partners', 'ecological_data_stewards']
const START = '2027-01-01T00:00:00Z'
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)
const valueAt = (index: number) => Math.floor(10 ** (6 + ((index * 7_919) % 500) / 100))

/** `advanceEpoch` beside decimal.js: 1,000 aggregated transactions, 21 validators that are measured alike, 100 participants. */
export async function benchAdvance(): Promise<readonly Measure[]> {
  const { parseEpochState }: typeof epoch = await import(built('epoch.js'))
  const { advanceEpoch, QUIET_PERIOD }: typeof simulation = await import(built('simulation.js'))
  const { DEFAULT_POLICY }: typeof policy = await import(built('policy.js'))
  const whole = (value: number) => BigInt(value) as simulation.Traded['value']
  const state = parseEpochState({
    time: START,
    supply: { supply: '219000000000000' },
    phases: { m012: { phase: 'DYNAMIC' }, m013: { phase: 'VALUE_BASED' }, m014: 3, m015: 'DISTRIBUTING' },
    validators: numbers(21).map(index => ({
      address: `validator ${index}`,
      category: CATEGORIES[index % 3],
      status: 'ACTIVE',
      termStart: START,
      termEnd: '2127-01-01T00:00:00Z',
    })),
  })
  const one = { num: 1n, den: 1n }
  const period: simulation.AggregatedPeriod = {
    ...QUIET_PERIOD,
    metrics: { uptime: one, governanceParticipation: one, ecosystemContribution: one },
    volumes: numbers(1_000).map(index => ({
      txType: TX_TYPES[index % 4] ?? 'CreditTransfer',
      denom: 'uregen',
      value: { num: BigInt(valueAt(index)), den: 1n },
      messages: 1n,
    })),
    participants: numbers(100).map(index => ({
      address: `participant ${index}`,
      purchase: { value: whole(valueAt(index + 5)), fee: whole(0) },
      retirement: null,
      platform: null,
      votes: 0,
      proposals: { passed: 0, rejected: 0, 'no-quorum': 0 },
    })),
  }
  const plain = {
    charges: numbers(1_000).map(index => ({
      txType: TX_TYPES[index % 4] ?? ('CreditTransfer' as const),
      value: decimal(valueAt(index).toString()),
    })),
    purchases: numbers(100).map(index => ({
      address: `participant ${index}`,
      value: decimal(valueAt(index + 5).toString()),
    })),
    supply: decimal('219000000000000'),
    validators: numbers(21).map(() => ({
      uptime: decimal('1'),
      governanceParticipation: decimal('1'),
      ecosystemContribution: decimal('1'),
    })),
    commitments: [],
  }
  const [ours, theirs] = [advanceEpoch(state, period, DEFAULT_POLICY).numbers, decimalEpoch(plain)]
  if (ours.supply.toString() !== theirs.supplyAfter.toFixed()) throw new Error('the two differ')
  let kept: unknown
  const { advance, decimals } = processorTimes({
    advance() {
      kept = advanceEpoch(state, period, DEFAULT_POLICY)
    },
    decimals() {
      kept = decimalEpoch(plain)
    },
  })
  if (kept === undefined) throw new Error('nothing ran')
  return [
    {
      name: 'the numbers of a period (advanceEpoch): 1,000 aggregated transactions, 21 validators, 100 participants, against decimal.js',
      ratio: decimals / advance,
      goal: 20,
      detail: `${advance.toFixed(2)} ms against ${decimals.toFixed(2)} ms of processor time`,
    },
  ]
}
