import type * as epoch from '../../src/epoch/index.ts'
import type * as policy from '../../src/policy/index.ts'
import { built } from './built.ts'
import { type DecimalPeriod, decimal, decimalEpoch } from './decimalEpoch.ts'
import { type Measure, processorTimes } from './measure.ts'

const VALIDATORS = 21
const PARTICIPANTS = 100
const TRANSACTIONS = 1_000
const RUNS = 100
const PERIODS = 260

const TX_TYPES = ['CreditIssuance', 'CreditTransfer', 'CreditRetirement', 'MarketplaceTrade'] as const
const CATEGORIES = ['infrastructure_builders', 'trusted_refi_partners', 'ecological_data_stewards']

const START = '2027-01-01T00:00:00Z'
const FROM = 1_798_761_600
const hash = (n: number) => n.toString(16).padStart(64, '0')
const person = (index: number) => `participant ${index}`
const valueAt = (index: number) => `${Math.floor(10 ** (6 + ((index * 7_919) % 500) / 100))}`
const metricsOf = (index: number) => ({
  uptime: `0.99${index + 10}`,
  governanceParticipation: `0.${index + 50}`,
  ecosystemContribution: `0.${index + 30}`,
})

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)

const STATE = {
  time: START,
  supply: { supply: '219000000000000' },
  phases: { m012: { phase: 'DYNAMIC' }, m013: { phase: 'VALUE_BASED' }, m014: 3, m015: 'DISTRIBUTING' },
  validators: numbers(VALIDATORS).map(index => ({
    address: `validator ${index}`,
    category: CATEGORIES[index % 3],
    status: 'ACTIVE',
    termStart: START,
    termEnd: '2127-01-01T00:00:00Z',
  })),
  stability: {
    inflows: ['900000000000'],
    commitments: numbers(10).map(index => ({
      id: `c${index}`,
      holder: person(index),
      amount: `${(index + 1) * 1_000_000_000}`,
      lockMonths: 24,
      lockPeriods: 104,
      rate: '0.06',
      state: 'COMMITTED',
      periods: 0,
      promised: '0',
      funded: '0',
    })),
  },
}

const VALIDATOR_INPUTS = {
  metrics: Object.fromEntries(numbers(VALIDATORS).map(index => [`validator ${index}`, metricsOf(index)])),
}

/** A thousand aggregated transactions, and what each participant bought for it. */
const AGGREGATED = {
  volumes: numbers(TRANSACTIONS).map(index => ({ txType: TX_TYPES[index % 4], value: valueAt(index) })),
  activities: numbers(PARTICIPANTS).map(index => ({
    kind: 'purchase',
    txHash: hash(index),
    time: `${FROM + index}`,
    buyer: person(index),
    seller: 'seller',
    value: valueAt(index + 5),
    fee: '0',
  })),
  validators: VALIDATOR_INPUTS,
}

/** The same thousand, each with its hash, payer, record and events. */
const SINGLE = {
  transactions: numbers(TRANSACTIONS).map(index => ({
    txHash: hash(index),
    time: `${FROM + index}`,
    payer: person(index % PARTICIPANTS),
    txType: TX_TYPES[index % 4],
    value: valueAt(index),
    credited:
      index % 4 === 3
        ? { kind: 'purchase', seller: 'seller' }
        : index % 4 === 2
          ? { kind: 'retirement' }
          : null,
  })),
  validators: VALIDATOR_INPUTS,
}

const DECIMAL_PERIOD: DecimalPeriod = {
  charges: numbers(TRANSACTIONS).map(index => ({
    txType: TX_TYPES[index % 4] ?? 'CreditTransfer',
    value: decimal(valueAt(index)),
  })),
  purchases: numbers(PARTICIPANTS).map(index => ({
    address: person(index),
    value: decimal(valueAt(index + 5)),
  })),
  supply: decimal(STATE.supply.supply),
  validators: numbers(VALIDATORS).map(index => {
    const { uptime, governanceParticipation, ecosystemContribution } = metricsOf(index)
    return {
      uptime: decimal(uptime),
      governanceParticipation: decimal(governanceParticipation),
      ecosystemContribution: decimal(ecosystemContribution),
    }
  }),
  commitments: STATE.stability.commitments.map(({ amount }) => ({ amount: decimal(amount), periods: 0 })),
}

/** One period of the whole economy, beside the same numbers by decimal.js; and years of it. */
export async function benchEpoch(): Promise<readonly Measure[]> {
  const { parseEpochInputs, parseEpochState, runEpoch }: typeof epoch = await import(built('epoch.js'))
  const { DEFAULT_POLICY }: typeof policy = await import(built('policy.js'))
  const state = parseEpochState(STATE)
  const [aggregated, single] = [parseEpochInputs(AGGREGATED), parseEpochInputs(SINGLE)]
  requireSame(runEpoch(state, aggregated, DEFAULT_POLICY).report, decimalEpoch(DECIMAL_PERIOD))
  let kept: unknown
  const times = processorTimes({
    aggregated() {
      kept = runEpoch(state, aggregated, DEFAULT_POLICY)
    },
    single() {
      kept = runEpoch(state, single, DEFAULT_POLICY)
    },
    decimals() {
      kept = decimalEpoch(DECIMAL_PERIOD)
    },
  })
  const { run } = processorTimes({
    run() {
      let current = state
      for (let period = 0; period < PERIODS; period++)
        current = runEpoch(current, { ...aggregated, activities: [] }, DEFAULT_POLICY).state
      kept = current
    },
  })
  if (kept === undefined) throw new Error('nothing ran')
  const milliseconds = (time: number) => `${time.toFixed(2)} ms`
  const decimals = milliseconds(times.decimals)
  return [
    {
      name: `a period of ${VALIDATORS} validators, ${PARTICIPANTS} participants, ${TRANSACTIONS} aggregated transactions, speed against decimal.js`,
      ratio: times.decimals / times.aggregated,
      goal: 8,
      detail: `${milliseconds(times.aggregated)} with its report and proof against ${decimals} for the numbers alone, of processor time`,
    },
    {
      name: `the same with a record and events for each of ${TRANSACTIONS} transactions`,
      ratio: times.decimals / times.single,
      goal: null,
      detail: `${milliseconds(times.single)} against ${decimals}`,
    },
    {
      name: `${PERIODS} periods × ${RUNS} runs, in seconds of processor time`,
      ratio: (run * RUNS) / 1_000,
      goal: null,
      detail: `${(run / PERIODS).toFixed(2)} ms a period, each of ${TRANSACTIONS} aggregated transactions`,
    },
  ]
}

/** Both sides compute the same period, or the comparison means nothing. */
function requireSame(report: epoch.EpochReport, plain: ReturnType<typeof decimalEpoch>): void {
  const ours = [
    ...Object.values(report.fees.pools).map(([coin]) => coin?.amount),
    report.supply.minted,
    report.supply.after,
    ...(report.validators.pays[0]?.compensation.payments.map(({ pay }) => pay) ?? []),
    report.rewards.record.stability,
    ...report.rewards.record.rewards.map(({ reward }) => reward),
  ]
  const theirs = [
    plain.burn,
    plain.validator,
    plain.community,
    plain.agent,
    plain.minted,
    plain.supplyAfter,
    ...plain.pays,
    plain.stability,
    ...report.rewards.record.rewards.map(({ address }) => plain.rewards.get(address) ?? decimal('0')),
  ]
  const differing = ours.findIndex((amount, index) => amount?.toString() !== theirs[index]?.toFixed())
  if (differing >= 0)
    throw new Error(`number ${differing} differs: ${ours[differing]} and ${theirs[differing]?.toFixed()}`)
}
