import { RegenError } from '../../primitives/errors.ts'
import { VALIDATOR_TWICE } from '../../primitives/errorTable.ts'
import { requireWithin, SHARE } from '../../primitives/parameter.ts'
import {
  complement,
  mulFloor,
  mulRatio,
  ONE,
  overOneDenominator,
  type Ratio,
  ratio,
  ZERO,
} from '../../primitives/ratio.ts'
import { sumUregen, type Uregen } from '../../primitives/uregen.ts'
import { requireBounds } from './bounds.ts'
import type { ValidatorParams } from './params.ts'
import { type PaySums, payOf } from './pay.ts'
import { countsIn, type ValidatorStatus } from './validatorSet/validator.ts'

/** A validator to pay; a score of null gets no bonus. */
export type PaidValidator = {
  readonly address: string
  readonly status: ValidatorStatus
  readonly score: Ratio | null
  /** The part of the period that it served; absent: all of it. */
  readonly served?: Ratio
  /** The part of its pay that it keeps; absent: all when ACTIVE, `probationPay` in PROBATION. */
  readonly kept?: Ratio
}

/** The parameters that paying validators needs. @see SPEC M014 */
export type CompensationParams = Pick<
  ValidatorParams,
  'bonusShare' | 'compensationModel' | 'probationPay' | 'probationResidual' | 'bonusVesting'
> &
  Partial<Pick<ValidatorParams, 'payRounding' | 'noScores' | 'probationCounts'>>

/** What one validator gets for a period, in uregen. */
export type Payment = {
  readonly address: string
  /** Base and bonus before anything is held back for probation. */
  readonly base: Uregen
  readonly bonus: Uregen
  /** What it gets: base and bonus less what probation holds back, and with `redistribute` its part of what is held back from others. */
  readonly pay: Uregen
  /** The part of the pay that waits for the end of the quarter. */
  readonly escrowed: Uregen
}

/** A period's compensation, in uregen. */
export type Compensation = {
  readonly base: Uregen
  readonly payments: readonly Payment[]
  /** What the floors leave over; it stays in the fund. */
  readonly dust: Uregen
  /** What probation holds back, redistributed or not. */
  readonly withheld: Uregen
  readonly paid: Uregen
  /** What stays in the fund: fund − paid. */
  readonly remaining: Uregen
  /** What the model `literal` promises beyond the fund: it cannot be paid. 0 under `split` (invariant 5, Compensation Cap). */
  readonly overdraw: Uregen
}

/**
 * Pays the validators that serve, in uregen.
 *
 *     base  = floor( fund × (1 − b) × served / n )        base_compensation, equal_share;  n = max( 1, Σ served )
 *     bonus = floor( fund × b × score × served / Σ (score × served) )
 *     pay   = base + bonus when ACTIVE,  floor( (base + bonus) × probationPay ) in PROBATION
 *
 * n and Σ count ACTIVE and PROBATION, or with probationCounts `nowhere` ACTIVE alone; who served the whole period counts as 1. Where `kept` is given,
 * pay = floor( (base + bonus) × kept ). With compensationModel `literal` the base has no factor (1 − b). With probationResidual `redistribute` each
 * ACTIVE validator also gets an equal part of what probation holds back. What is not paid stays in the fund. Without scores there is no bonus, or with
 * noScores `equal-parts` everybody's score is the same. With payRounding `parts-first` the two parts of the fund are floored before they are shared out.
 *
 * @see SPEC M014, Compensation Model
 *
 * @example
 * const half = parseRatio('0.5')
 * const validators = [
 *   { address: 'regen1river', status: 'ACTIVE', score: half },
 *   { address: 'regen1forest', status: 'PROBATION', score: half },
 * ] as const
 * const { payments, paid, remaining } = compensate({ fund: uregen(1_000_000n), validators, params: M014_V0 })
 * payments.map(({ base, bonus, pay }) => [base, bonus, pay]) // [ [ 450000n, 50000n, 500000n ], [ 450000n, 50000n, 250000n ] ]
 * paid // 750000n
 * remaining // 250000n
 */
export function compensate({
  fund,
  validators,
  params,
}: {
  fund: Uregen
  validators: readonly PaidValidator[]
  params: CompensationParams
}): Compensation {
  const { bonusShare: b, compensationModel, probationPay, probationResidual, bonusVesting } = params
  const { payRounding = 'once', noScores = 'no-bonus', probationCounts = 'everywhere' } = params
  const serving = validators.filter(validator => countsIn(validator, { probationCounts }))
  refuseTwice(serving)
  requireBounds(params)
  requireParts(serving)
  const ofBase = compensationModel === 'split' ? complement(b) : ONE
  const part = (share: Ratio): Ratio => (payRounding === 'once' ? share : ratio(mulFloor(fund, share)))
  const whole = payRounding === 'once' ? fund : 1n
  const [ofBasePool, ofBonusPool] = [part(ofBase), part(b)]
  const scored = serving.some(({ score }) => score !== null && score.num > 0n)
  const standIn = scored || noScores === 'no-bonus' ? ZERO : ONE
  const weights = serving.map(({ score, served = ONE }) => {
    const weight = scored ? (score ?? ZERO) : standIn
    return served === ONE ? weight : mulRatio(weight, served)
  })
  const times = overOneDenominator(serving.map(({ served = ONE }) => served))
  const { parts } = overOneDenominator(weights)
  const sums: PaySums = {
    base: { num: whole * ofBasePool.num, den: ofBasePool.den },
    bonus: { num: whole * ofBonusPool.num, den: ofBonusPool.den },
    length: times.den,
    time: sumOf(times.parts),
    weight: sumOf(parts),
  }
  const base = (serving.length === 0 ? 0n : payOf(sums, sums.length, 0n).base) as Uregen
  const earned = serving.map(({ address, status, kept = keptBy(status, probationPay) }, index) => {
    const own = payOf(sums, times.parts[index] ?? 0n, parts[index] ?? 0n)
    const [base, bonus] = [own.base as Uregen, own.bonus as Uregen]
    const pay = mulFloor((base + bonus) as Uregen, kept)
    const escrowed = bonusVesting === 'quarterly' ? mulFloor(bonus, kept) : (0n as Uregen)
    return { address, status, base, bonus, pay, escrowed }
  })
  const due = sumUregen(...earned.map(({ base, bonus }) => (base + bonus) as Uregen))
  const withheld = (due - sumUregen(...earned.map(({ pay }) => pay))) as Uregen
  const active = BigInt(serving.filter(({ status }) => status === 'ACTIVE').length)
  const extra =
    probationResidual === 'redistribute' && active > 0n ? mulFloor(withheld, { num: 1n, den: active }) : 0n
  const payments = earned.map(({ status, ...payment }) =>
    status === 'ACTIVE' ? { ...payment, pay: (payment.pay + extra) as Uregen } : payment,
  )
  const paid = sumUregen(...payments.map(({ pay }) => pay))
  const idle = sums.time < sums.length ? ratio(sums.length - sums.time, sums.length) : ZERO
  const short = mulFloor(fund, mulRatio(ofBase, idle))
  const unearned = serving.length === 0 ? fund : short + (sums.weight === 0n ? mulFloor(fund, b) : 0n)
  return {
    base,
    payments,
    dust: (compensationModel === 'split' ? fund - due - unearned : 0n) as Uregen,
    withheld,
    paid,
    remaining: (paid < fund ? fund - paid : 0n) as Uregen,
    overdraw: (paid > fund ? paid - fund : 0n) as Uregen,
  }
}

const keptBy = (status: ValidatorStatus, probationPay: Ratio): Ratio =>
  status === 'ACTIVE' ? ONE : probationPay

const sumOf = (parts: readonly bigint[]): bigint => parts.reduce((sum, part) => sum + part, 0n)

/** What a validator served of the period, and keeps of its pay, are parts of a whole. */
function requireParts(paid: readonly PaidValidator[]): void {
  for (const { served = ONE, kept = ONE } of paid) {
    requireWithin('served', SHARE, served)
    requireWithin('kept', SHARE, kept)
  }
}

function refuseTwice(validators: readonly PaidValidator[]): void {
  const seen = new Set<string>()
  for (const { address } of validators) {
    if (seen.has(address)) throw new RegenError(VALIDATOR_TWICE, { address })
    seen.add(address)
  }
}
