import type { EpochState } from '../../epoch/state/epochState.ts'
import { electorateOf } from '../../epoch/validators/electorateOf.ts'
import { validatorSet } from '../../epoch/validators/validatorSet.ts'
import type { EscrowedBonus } from '../../mechanisms/m014-authority-validator-governance/escrow.ts'
import type { ValidatorParams } from '../../mechanisms/m014-authority-validator-governance/params.ts'
import {
  type Metrics,
  type PerformanceStatus,
  performanceScore,
  performanceStatus,
  type Score,
} from '../../mechanisms/m014-authority-validator-governance/score.ts'
import {
  type AuthorityValidator,
  countsIn,
  isServing,
} from '../../mechanisms/m014-authority-validator-governance/validatorSet/validator.ts'
import { amountOf } from '../../primitives/coin.ts'
import { byAddress, keyed } from '../../primitives/keyed.ts'
import { nanosecondsOf } from '../../primitives/time.ts'
import type { AggregatedPeriod } from './aggregatedPeriod.ts'
import type { Service } from './payServices.ts'
import type { KnownSpan, Prepared } from './prepare.ts'

/** The validators after a period, who is paid for it, the bonuses that wait, and what of them went back to the fund, in uregen. */
export type AdvancedSet = {
  readonly validators: readonly AuthorityValidator[]
  readonly services: readonly Service[]
  readonly waiting: readonly EscrowedBonus[]
  readonly forfeited: bigint
}

/** The set over a period: where nobody applies, is seated or leaves early, terms end and nothing else. */
export function advanceSet(
  state: EpochState,
  period: AggregatedPeriod,
  span: KnownSpan,
  prepared: Prepared,
): AdvancedSet {
  const { applications, transitions, exits, seed } = period.validators
  return applications.length + transitions.length + exits.length === 0 && seed == null
    ? endTerms(state, period, span, prepared.params.validators)
    : changeSet(state, period, span, prepared)
}

type Writable = { -readonly [field in keyof AuthorityValidator]: AuthorityValidator[field] }

function endTerms(
  state: EpochState,
  { metrics }: AggregatedPeriod,
  span: KnownSpan,
  rules: ValidatorParams,
): AdvancedSet {
  const performance = measured(metrics, rules)
  const number = BigInt(state.period)
  const day = span.end.slice(0, 10)
  const services: Service[] = []
  const validators: AuthorityValidator[] = []
  for (const validator of state.validators) {
    if (!isServing(validator)) {
      validators.push(validator)
      continue
    }
    const { address, termEnd } = validator
    // The text of the dates tells whether the time has to be looked at.
    const until =
      termEnd !== null && termEnd.slice(0, 10) <= day ? nanosecondsOf(termEnd) - span.opening : null
    const ends = until !== null && until <= span.length
    const time = ends ? until : span.length
    const status = ends ? 'TERM_EXPIRED' : validator.status
    if (time > 0n && countsIn({ status: ends ? 'PROBATION' : status }, rules))
      services.push({ address, time, score: performance.score })
    const next = metrics === null ? validator : withPerformance(validator, number, metrics, performance)
    validators.push(ends ? { ...next, status } : next)
  }
  return { validators, services, waiting: state.escrow['uregen'] ?? [], forfeited: 0n }
}

/**
 * What `validatorSet` makes of it; those who left early earn no bonus. What was measured is written down afterwards: in a plain period no step asks
 * for it.
 */
function changeSet(
  state: EpochState,
  { metrics, validators: changes }: AggregatedPeriod,
  { start, end }: KnownSpan,
  { policy, params: { validators: params } }: Prepared,
): AdvancedSet {
  const set = validatorSet(
    state,
    { ...changes, metrics: {} },
    {
      period: state.period,
      start,
      end,
      clock: { start, served: [] },
      params,
      electorate: electorateOf(state, policy),
    },
  )
  const performance = metrics && measured(metrics, params)
  const unmeasured = measured(null, params).score
  const wereServing = new Set<string>()
  for (const { address, status } of state.validators) if (isServing({ status })) wereServing.add(address)
  const served = keyed(set.served, byAddress)
  const services: Service[] = []
  const validators: AuthorityValidator[] = []
  for (const validator of set.validators) {
    const { address, status } = validator
    const record = performance !== null && wereServing.has(address) ? performance : null
    validators.push(
      record && metrics ? withPerformance(validator, BigInt(state.period), metrics, record) : validator,
    )
    const time = served.get(address)
    if (time === undefined || !countsIn({ status: isServing({ status }) ? status : 'PROBATION' }, params))
      continue
    services.push({
      address,
      time: time.active + time.probation,
      score: set.left.includes(address) ? null : record ? record.score : unmeasured,
    })
  }
  return {
    validators,
    services,
    waiting: set.escrow['uregen'] ?? [],
    forfeited: amountOf(set.forfeited, 'uregen'),
  }
}

function withPerformance(
  validator: AuthorityValidator,
  period: bigint,
  metrics: Metrics,
  { status, score, confidence }: Measured['performance'],
): AuthorityValidator {
  const next: Writable = { ...validator }
  next.performance = { address: validator.address, period, metrics, status, score, confidence }
  return next
}

const MEASURED = /* @__PURE__ */ new WeakMap<Metrics, Measured>()
const UNMEASURED: Metrics = {}

type Measured = {
  readonly rules: ValidatorParams
  readonly performance: Score & { readonly status: PerformanceStatus }
}

/** Status and score of what was measured alike of everybody; kept, for it is the same in every period. */
function measured(metrics: Metrics | null, rules: ValidatorParams): Measured['performance'] {
  const of = metrics ?? UNMEASURED
  const known = MEASURED.get(of)
  if (known?.rules === rules) return known.performance
  const scored = performanceScore(of, rules)
  const performance = { status: performanceStatus(of['uptime'], rules, scored.score), ...scored }
  MEASURED.set(of, { rules, performance })
  return performance
}
