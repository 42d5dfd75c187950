import { RegenError } from '../../primitives/errors.ts'
import { VALIDATOR_TWICE } from '../../primitives/errorTable.ts'
import { requireWithin } from '../../primitives/parameter.ts'
import {
  compareRatios,
  mulFloor,
  mulRatio,
  ONE,
  overOneDenominator,
  type Ratio,
  ratio,
  sumRatios,
  ZERO,
} from '../../primitives/ratio.ts'
import { sumUregen, type Uregen } from '../../primitives/uregen.ts'
import { requireBounds } from './bounds.ts'
import type { ValidatorParams } from './params.ts'
import { countsIn, type ValidatorStatus } from './validator.ts'

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

export type CompensationParams = Pick<
  ValidatorParams,
  'bonusShare' | 'compensationModel' | 'probationPay' | 'probationResidual' | 'bonusVesting'
> &
  Partial<Pick<ValidatorParams, 'payRounding' | 'noScores' | 'probationCounts'>>

/** What one validator gets for a period, in uregen. */
export type Payment = {
  readonly address: string
  /** Before probation: its equal base and its bonus. */
  readonly base: Uregen
  readonly bonus: Uregen
  /** What it gets: base and bonus, after probation, with its part of what others lost by theirs. */
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
 * n and Σ count ACTIVE and PROBATION, or with probationCounts `nowhere` ACTIVE alone; who served the whole period counts as 1. What is not paid
 * stays in the fund; without scores there is no bonus, or with noScores `equal-parts` everybody's score is the same. With payRounding `parts-first`
 * fund × (1 − b) and fund × b are floored before they are shared out.
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
  const ofBase = compensationModel === 'split' ? { num: b.den - b.num, den: b.den } : ONE
  const time = sumRatios(...serving.map(({ served = ONE }) => served))
  const n = compareRatios(time, ONE) > 0 ? time : ONE
  const part = (share: Ratio): Ratio => (payRounding === 'once' ? share : ratio(mulFloor(fund, share)))
  const whole = payRounding === 'once' ? fund : 1n
  const [ofBasePool, ofBonusPool] = [part(ofBase), part(b)]
  const baseOf = ({ num, den }: Ratio): Uregen =>
    ((whole * ofBasePool.num * num * n.den) / (ofBasePool.den * den * n.num)) as Uregen
  const equal = baseOf(ONE)
  const base = serving.length === 0 ? (0n as Uregen) : equal
  const scored = serving.some(({ score }) => score !== null && score.num > 0n)
  const standIn = scored || noScores === 'no-bonus' ? ZERO : ONE
  const weights = serving.map(({ score, served = ONE }) => {
    const weight = scored ? (score ?? ZERO) : standIn
    return served === ONE ? weight : mulRatio(weight, served)
  })
  const { parts } = overOneDenominator(weights)
  const all = parts.reduce((sum, part) => sum + part, 0n)
  const [bonuses, perPart] = [whole * ofBonusPool.num, ofBonusPool.den * all]
  const earned = serving.map(
    ({ address, status, served = ONE, kept = keptBy(status, probationPay) }, index) => {
      const base = served === ONE ? equal : baseOf(served)
      const bonus = (all === 0n ? 0n : (bonuses * (parts[index] ?? 0n)) / perPart) as Uregen
      const pay = mulFloor((base + bonus) as Uregen, kept)
      const escrowed = bonusVesting === 'quarterly' ? mulFloor(bonus, kept) : (0n as Uregen)
      return { address, status, base, bonus, pay, escrowed }
    },
  )
  const due = sumUregen(...earned.map(({ base, bonus }) => (base + bonus) as Uregen))
  const withheld = (due - sumUregen(...earned.map(({ pay }) => pay))) as Uregen
  const active = BigInt(serving.filter(({ status }) => status === 'ACTIVE').length)
  const extra = probationResidual === 'redistribute' && active > 0n ? withheld / active : 0n
  const payments = earned.map(({ status, ...payment }) =>
    status === 'ACTIVE' ? { ...payment, pay: (payment.pay + extra) as Uregen } : payment,
  )
  const paid = sumUregen(...payments.map(({ pay }) => pay))
  const short = mulFloor(fund, mulRatio(ofBase, compareRatios(time, ONE) < 0 ? minus(ONE, time) : ZERO))
  const unearned = serving.length === 0 ? fund : short + (all === 0n ? mulFloor(fund, b) : 0n)
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

const minus = (a: Ratio, b: Ratio): Ratio => ratio(a.num * b.den - b.num * a.den, a.den * b.den)

const PART = { bounds: '0 to 1', holds: ({ num, den }: Ratio) => num >= 0n && num <= den }

/** What a validator served of the period, and keeps of its pay, are parts of a whole. */
function requireParts(paid: readonly PaidValidator[]): void {
  for (const { served = ONE, kept = ONE } of paid) {
    requireWithin('served', PART, served)
    requireWithin('kept', PART, kept)
  }
}

function refuseTwice(validators: readonly PaidValidator[]): void {
  const seen = new Set<string>()
  for (const { address } of validators) {
    if (seen.has(address)) throw new RegenError(VALIDATOR_TWICE, { address })
    seen.add(address)
  }
}
