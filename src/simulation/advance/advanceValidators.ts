import type { EpochState } from '../../epoch/state/epochState.ts'
import type { EscrowedBonus } from '../../mechanisms/m014-authority-validator-governance/escrow.ts'
import type { ValidatorParams } from '../../mechanisms/m014-authority-validator-governance/params.ts'
import { payoutOf } from '../../mechanisms/m014-authority-validator-governance/payout.ts'
import {
  type Metrics,
  type PerformanceStatus,
  performanceScore,
  performanceStatus,
  type Score,
} from '../../mechanisms/m014-authority-validator-governance/score.ts'
import {
  type AuthorityValidator,
  isServing,
} from '../../mechanisms/m014-authority-validator-governance/validator.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { AggregatedPeriod } from './aggregatedPeriod.ts'
import type { KnownSpan, Prepared } from './prepare.ts'

/** M014 in one period; amounts in uregen. */
export type AdvancedValidators = {
  readonly validators: readonly AuthorityValidator[]
  readonly escrow: EpochState['escrow']
  /** What is left in the fund, what was earned, by how many, and what left the economy’s accounts. */
  readonly fund: bigint
  readonly paid: Uregen
  readonly count: number
  readonly left: bigint
}

/**
 * Pays validators that are all measured alike, so that one pay is everybody’s.
 *
 *     base = floor( fund × (1 − b) / n ),  bonus = floor( fund × b / n )        no bonus when nothing is measured
 */
export function advanceValidators(
  state: EpochState,
  balance: bigint,
  inflow: bigint,
  { metrics }: AggregatedPeriod,
  { startQuarter, endQuarter }: KnownSpan,
  { params: { validators: rules } }: Prepared,
): AdvancedValidators {
  const performance = measured(metrics, rules)
  const serving: AuthorityValidator[] = []
  const after: AuthorityValidator[] = []
  for (const validator of state.validators) {
    const serves = isServing(validator)
    const isMeasured = metrics !== null && serves
    const next = isMeasured
      ? {
          ...validator,
          performance: { address: validator.address, period: BigInt(state.period), metrics, ...performance },
        }
      : validator
    after.push(next)
    if (!serves) continue
    serving.push(next)
  }
  const count = serving.length
  const n = BigInt(count)
  const fund = balance + inflow
  const payout = payoutOf({ balance: fund as Uregen, inflow: inflow as Uregen, basis: rules.payoutBasis })
  const { num, den } = rules.bonusShare
  const base = n === 0n ? 0n : (payout * (den - num)) / (den * n)
  const isScored = performance.score !== null && performance.score.num > 0n
  const bonus = n === 0n || !isScored ? 0n : (payout * num) / (den * n)
  const paid = (base + bonus) * n
  const escrowed = rules.bonusVesting === 'quarterly' ? bonus : 0n
  const waiting = escrow(state.escrow['uregen'] ?? [], serving, escrowed as Uregen, startQuarter)
  const held = waiting.some(({ quarter }) => quarter < endQuarter)
    ? waiting.filter(({ quarter }) => quarter >= endQuarter)
    : waiting
  return {
    validators: after,
    escrow: held.length > 0 ? { uregen: held } : {},
    fund: fund - paid,
    paid: paid as Uregen,
    count,
    left: paid - escrowed * n + sum(waiting) - sum(held),
  }
}

/** Bonuses that wait, with those of this period added, in the order in which `escrowBonuses` keeps them. */
function escrow(
  held: readonly EscrowedBonus[],
  serving: readonly AuthorityValidator[],
  amount: Uregen,
  quarter: string,
): readonly EscrowedBonus[] {
  if (amount === 0n) return held
  const earlier = new Map<string, bigint>()
  const serves = new Set(serving.map(({ address }) => address))
  const kept: EscrowedBonus[] = []
  for (const bonus of held) {
    const isReplaced = bonus.quarter === quarter && serves.has(bonus.address)
    if (isReplaced) earlier.set(bonus.address, (earlier.get(bonus.address) ?? 0n) + bonus.amount)
    else kept.push(bonus)
  }
  for (const { address } of serving)
    kept.push({ address, quarter, amount: (amount + (earlier.get(address) ?? 0n)) as Uregen })
  return kept
}

const sum = (bonuses: readonly EscrowedBonus[]): bigint =>
  bonuses.reduce((total, { amount }) => total + amount, 0n)

const MEASURED = /* @__PURE__ */ new WeakMap<Metrics, Measured>()
const UNMEASURED: Metrics = {}

type Measured = Score & { readonly status: PerformanceStatus; readonly rules: ValidatorParams }

/** Status and score of what was measured alike of everybody; kept, for it is the same in every period. */
function measured(metrics: Metrics | null, rules: ValidatorParams): Omit<Measured, 'rules'> {
  const of = metrics ?? UNMEASURED
  let known = MEASURED.get(of)
  if (known?.rules !== rules) {
    const scored = performanceScore(of, rules)
    known = { rules, status: performanceStatus(of['uptime'], rules, scored.score), ...scored }
    MEASURED.set(of, known)
  }
  const { status, score, confidence } = known
  return { status, score, confidence }
}
