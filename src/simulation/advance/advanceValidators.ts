import type { EpochState } from '../../epoch/state/epochState.ts'
import { validatorSet } from '../../epoch/validators/validatorSet.ts'
import type { EscrowedBonus } from '../../mechanisms/m014-authority-validator-governance/escrow.ts'
import { expireTerms } from '../../mechanisms/m014-authority-validator-governance/lifecycle.ts'
import { payoutOf } from '../../mechanisms/m014-authority-validator-governance/payout.ts'
import {
  performanceScore,
  performanceStatus,
} from '../../mechanisms/m014-authority-validator-governance/score.ts'
import {
  type AuthorityValidator,
  isServing,
} from '../../mechanisms/m014-authority-validator-governance/validator.ts'
import { amountOf } from '../../primitives/coin.ts'
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
  { validators: changes, metrics }: AggregatedPeriod,
  { end, startQuarter, endQuarter }: KnownSpan,
  { params: { validators: rules } }: Prepared,
): AdvancedValidators {
  const isChanged =
    changes.applications.length > 0 || changes.transitions.length > 0 || changes.exits.length > 0
  const set = isChanged
    ? validatorSet(state, { ...changes, metrics: {} }, { period: state.period, end, params: rules })
    : { validators: state.validators, escrow: state.escrow, forfeited: [] }
  const performance = metrics && {
    period: BigInt(state.period),
    metrics,
    status: performanceStatus(metrics['uptime'], rules),
    ...performanceScore(metrics, rules),
  }
  const measured = new Set(
    performance ? state.validators.filter(isServing).map(({ address }) => address) : [],
  )
  const after = performance
    ? set.validators.map(validator =>
        measured.has(validator.address)
          ? { ...validator, performance: { address: validator.address, ...performance } }
          : validator,
      )
    : set.validators
  const serving = after.filter(isServing)
  const count = serving.length
  const n = BigInt(count)
  const fund = balance + inflow + amountOf(set.forfeited, 'uregen')
  const payout = payoutOf({ balance: fund as Uregen, inflow: inflow as Uregen, basis: rules.payoutBasis })
  const { num, den } = rules.bonusShare
  const base = n === 0n ? 0n : (payout * (den - num)) / (den * n)
  const score = performance?.score ?? performanceScore({}, rules).score
  const isScored = score !== null && score.num > 0n
  const bonus = n === 0n || !isScored ? 0n : (payout * num) / (den * n)
  const paid = (base + bonus) * n
  const escrowed = rules.bonusVesting === 'quarterly' ? bonus : 0n
  const waiting = escrow(set.escrow['uregen'] ?? [], serving, escrowed as Uregen, startQuarter)
  const held = waiting.some(({ quarter }) => quarter < endQuarter)
    ? waiting.filter(({ quarter }) => quarter >= endQuarter)
    : waiting
  return {
    validators: after.some(mayEndBy(end)) ? expireTerms(after, end) : after,
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

/** Whether a term may end by a day, told by the text of the dates. */
const mayEndBy =
  (end: string) =>
  ({ status, termEnd }: AuthorityValidator): boolean =>
    status === 'PROBATION' ||
    status === 'TERM_EXPIRED' ||
    (termEnd !== null && termEnd.slice(0, 10) <= end.slice(0, 10))
