import type { EpochInputs, Volume } from '../../epoch/inputs/epochInputs.ts'
import type { EpochState } from '../../epoch/state/epochState.ts'
import type { Co2Change } from '../../mechanisms/m012-fixed-cap-dynamic-supply/ecologicalMultiplier.ts'
import type { Metrics } from '../../mechanisms/m014-authority-validator-governance/score.ts'
import { isServing } from '../../mechanisms/m014-authority-validator-governance/validatorSet/validator.ts'
import type { Activity, Outcome } from '../../mechanisms/m015-contribution-weighted-rewards/activity.ts'
import { parseTime } from '../../primitives/time.ts'
import type { Uregen } from '../../primitives/uregen.ts'

/** Value in whole uregen, and the M013 fee that was paid on it. */
export type Traded = { readonly value: Uregen; readonly fee: Uregen }

/** What one address, or a group that acts as one, did in a period. */
export type Participant = {
  readonly address: string
  /** Bought from the market; null for nothing. */
  readonly purchase: Traded | null
  readonly retirement: Traded | null
  /** M013 fees that it paid beside both, which count where fees are scored; absent: none. */
  readonly fees?: Uregen
  /** The registered platform that both went through; null for none. */
  readonly platform: string | null
  /** On how many proposals it voted, and how its own ended. */
  readonly votes: number
  readonly proposals: { readonly [outcome in Outcome]: number }
}

/** A period without single transactions: volumes by type and denom, and people by what they did. */
export type AggregatedPeriod = {
  readonly volumes: readonly Volume[]
  readonly participants: readonly Participant[]
  readonly co2: Co2Change | null
  /** Measured alike of every validator that serves; null for not measured. */
  readonly metrics: Metrics | null
  readonly validators: Omit<EpochInputs['validators'], 'metrics'>
  readonly stability: EpochInputs['stability']
}

/** Who sells what is bought from nobody in particular. */
export const MARKET = 'market'

export const NO_PROPOSALS: Participant['proposals'] = { passed: 0, rejected: 0, 'no-quorum': 0 }

/** A period in which nothing happens. */
export const QUIET_PERIOD: AggregatedPeriod = {
  volumes: [],
  participants: [],
  co2: null,
  metrics: null,
  validators: { applications: [], transitions: [], exits: [] },
  stability: { requests: [], exits: [] },
}

/** A period with what somebody more does in it: lists are joined, the rest is replaced. */
export const joinPeriods = (before: AggregatedPeriod, more: Partial<AggregatedPeriod>): AggregatedPeriod => ({
  ...before,
  ...more,
  volumes: more.volumes ? [...before.volumes, ...more.volumes] : before.volumes,
  participants: more.participants ? [...before.participants, ...more.participants] : before.participants,
})

/**
 * The same period as `runEpoch` takes it: one activity for each thing that a participant did.
 *
 * @example
 * const proposals = { passed: 0, rejected: 0, 'no-quorum': 0 }
 * const traded = { value: uregen(100_000_000n), fee: uregen(1_000_000n) }
 * const person = { address: buyer, purchase: traded, retirement: null, platform: null, votes: 2, proposals }
 * toEpochInputs({ ...QUIET_PERIOD, participants: [person] }, state).activities.map(({ kind }) => kind) // [ 'purchase', 'vote', 'vote' ]
 */
export function toEpochInputs(
  period: AggregatedPeriod,
  { time, validators: before }: EpochState,
): EpochInputs {
  const { volumes, participants, co2, metrics, validators, stability } = period
  const { seconds } = parseTime(time)
  return {
    transactions: [],
    volumes,
    activities: activitiesOf(participants, seconds),
    rates: {},
    feeDays: [],
    staked: null,
    otherBurns: 0n as Uregen,
    inflation: 0n as Uregen,
    co2,
    validators: {
      ...validators,
      metrics: metricsOf(before, metrics),
    },
    stability,
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
}

/** What was measured, of every validator that serves. */
const metricsOf = (
  validators: EpochState['validators'],
  metrics: Metrics | null,
): EpochInputs['validators']['metrics'] =>
  metrics === null
    ? {}
    : Object.fromEntries(validators.filter(isServing).map(({ address }) => [address, metrics]))

/** Each activity needs a place of its own on chain, and a vote a proposal of its own. */
function activitiesOf(participants: readonly Participant[], time: bigint): readonly Activity[] {
  const activities: Activity[] = []
  const place = () => ({
    txHash: (BigInt(activities.length) + (time << 32n)).toString(16).padStart(64, '0'),
    messageIndex: 0,
    part: 0,
    time,
  })
  for (const { address, purchase, retirement, fees = 0n, platform, votes, proposals } of participants) {
    const facilitator = platform === null ? null : { address: platform, inMemo: true, registered: true }
    if (purchase !== null)
      activities.push({
        kind: 'purchase',
        ...place(),
        buyer: address,
        seller: MARKET,
        autoRetired: false,
        ...purchase,
        facilitator,
      })
    if (retirement !== null)
      activities.push({ kind: 'retirement', ...place(), retirer: address, ...retirement, facilitator })
    if (fees > 0n) activities.push({ kind: 'fee', ...place(), payer: address, fee: fees as Uregen })
    for (let vote = 0; vote < votes; vote++)
      activities.push({ kind: 'vote', ...place(), voter: address, proposalId: time + BigInt(vote) })
    for (const outcome of ['passed', 'rejected', 'no-quorum'] as const)
      for (let count = 0; count < proposals[outcome]; count++)
        activities.push({ kind: 'proposal', ...place(), proposer: address, tally: { time, outcome } })
  }
  return activities
}
