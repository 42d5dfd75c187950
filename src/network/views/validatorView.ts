import {
  compensate,
  type Payment,
} from '../../mechanisms/m014-authority-validator-governance/compensation.ts'
import {
  type Metrics,
  performanceScore,
  type Score,
} from '../../mechanisms/m014-authority-validator-governance/score.ts'
import { byzantineTolerance } from '../../mechanisms/m014-authority-validator-governance/validatorSet/byzantine.ts'
import { shortOf } from '../../mechanisms/m014-authority-validator-governance/validatorSet/composition.ts'
import type { ValidatorGovernance } from '../../node/contracts/validatorGovernance.ts'
import type { MeasuredValidator } from '../../node/read/m014.ts'
import type { PolicyConfig } from '../../policy/policy.ts'
import { compareRatios, type Ratio, ratio } from '../../primitives/ratio.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { MechanismSource } from '../inForce/mechanismSources.ts'

/** A bonded validator as M014 would look at it. */
export type ValidatorRow = Score & {
  readonly account: string
  readonly operator: string
  readonly moniker: string
  /** What is staked with it, in uregen. */
  readonly tokens: Uregen
  /** Its part of what is staked with the bonded validators: its votes on blocks. */
  readonly power: Ratio
  readonly commission: Ratio
  readonly jailed: boolean
  readonly metrics: Metrics
  /** Below `min_uptime`; null when its uptime was not measured. */
  readonly belowMinUptime: boolean | null
  /** What it would be paid of the fund: as if every bonded validator were ACTIVE. */
  readonly pay: Payment | null
}

/** The network as M014 sees it. */
export type ValidatorView = {
  readonly status: 'in-force' | 'proposed'
  readonly source: MechanismSource
  readonly validators: readonly ValidatorRow[]
  /** The size of the set against the policy's. */
  readonly size: {
    readonly bonded: number
    readonly min: number
    readonly max: number
    readonly holds: boolean
  }
  /** How many may fail, at equal power. */
  readonly byzantineTolerance: number
  /** Categories are not on chain before M014: unknown, which is not 0. */
  readonly composition: ValidatorGovernance['composition'] | 'unknown'
  /** How many each category is short of the policy's minimum. */
  readonly missing: ValidatorGovernance['composition'] | 'unknown'
  /** The operators below `min_uptime`. */
  readonly belowMinUptime: readonly string[]
  /** The fund that `pay` shares, in uregen: the one that was stated, else what M013 would have routed to validators in the period. */
  readonly fund: Uregen
  readonly fundFrom: 'stated' | 'fees of the period'
  readonly inForce: ValidatorGovernance | null
}

/** M014's view of the bonded set. @see SPEC M014, Validator Composition and Compensation Model */
export function validatorView({
  measured,
  fees,
  stated,
  inForce,
  source,
  policy: { m014 },
}: {
  measured: readonly MeasuredValidator[]
  /** What M013 would have routed to validators. */
  fees: Uregen
  stated: Uregen | undefined
  inForce: ValidatorGovernance | null
  source: MechanismSource
  policy: Pick<PolicyConfig, 'm014'>
}): ValidatorView {
  const fund = stated ?? fees
  const staked = measured.reduce((sum, { validator }) => sum + validator.tokens, 0n)
  const scored = measured.map(({ validator, metrics }) => ({
    validator,
    metrics,
    ...performanceScore(metrics, m014),
  }))
  const { payments } = compensate({
    fund,
    validators: scored.map(({ validator, score }) => ({
      address: validator.account,
      status: 'ACTIVE',
      score,
    })),
    params: m014,
  })
  const payOf = new Map(payments.map(payment => [payment.address, payment]))
  const bonded = measured.length
  const isBelow = ({ metrics: { uptime } }: MeasuredValidator) =>
    uptime ? compareRatios(uptime, m014.minUptime) < 0 : null
  return {
    status: source.kind === 'policy' ? 'proposed' : 'in-force',
    source,
    validators: scored.map(({ validator, metrics, score, confidence }) => ({
      account: validator.account,
      operator: validator.operator,
      moniker: validator.moniker,
      tokens: validator.tokens,
      power: ratio(validator.tokens, staked > 0n ? staked : 1n),
      commission: validator.commission,
      jailed: validator.jailed,
      metrics,
      score,
      confidence,
      belowMinUptime: isBelow({ validator, metrics }),
      pay: payOf.get(validator.account) ?? null,
    })),
    size: {
      bonded,
      min: m014.minValidators,
      max: m014.maxValidators,
      holds: bonded >= m014.minValidators && bonded <= m014.maxValidators,
    },
    byzantineTolerance: byzantineTolerance(bonded, m014.byzantineRule),
    composition: inForce?.composition ?? 'unknown',
    missing: inForce ? shortOf(inForce.composition, m014.compositionMinimum) : 'unknown',
    belowMinUptime: measured.filter(isBelow).map(({ validator }) => validator.operator),
    fund,
    fundFrom: stated === undefined ? 'fees of the period' : 'stated',
    inForce,
  }
}
