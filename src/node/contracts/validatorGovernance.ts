import * as z from 'zod/mini'
import type { Category } from '../../mechanisms/m014-authority-validator-governance/params.ts'
import { parseCategory } from '../../mechanisms/m014-authority-validator-governance/validatorSet/category.ts'
import {
  VALIDATOR_STATUSES,
  type ValidatorStatus,
} from '../../mechanisms/m014-authority-validator-governance/validatorSet/validator.ts'
import type { Ratio } from '../../primitives/ratio.ts'
import { textOf, UregenText } from '../../primitives/schemas.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { NodeAt } from '../read/ask.ts'
import { allOf, askContract, askContractIfAny } from './askContract.ts'
import { BasisPoints, Count, Nanoseconds, nameOf } from './fields.ts'

/** A validator as M014's contract keeps it. */
export type ContractValidator = {
  readonly address: string
  readonly category: Category
  readonly status: ValidatorStatus
  readonly termStart: string | null
  readonly termEnd: string | null
  readonly probationStart: string | null
  /** In whole basis points, rounded down by the contract; a fraction beyond them is not known. 0 also where nothing was measured. A module says null there. */
  readonly score: Ratio | null
  /** What the contract owes it and has not paid. */
  readonly compensationDue: Uregen
}

/** M014 as a contract. */
export type ValidatorGovernance = {
  readonly admin: string
  /** ACTIVE, then PROBATION, then CANDIDATE; others are not read. */
  readonly validators: readonly ContractValidator[]
  readonly composition: { readonly [category in Category]: number }
  readonly active: number
  /** What the contract says its fund holds, in `denom`. */
  readonly fund: Uregen
  readonly denom: string
  readonly lastCompensation: string | null
  readonly params: {
    readonly minValidators: number
    readonly maxValidators: number
    readonly minPerCategory: number
    readonly termSeconds: number
    readonly probationSeconds: number
    readonly minUptime: Ratio
    readonly performanceThreshold: Ratio
    readonly baseShare: Ratio
    readonly bonusShare: Ratio
    readonly weights: { readonly uptime: Ratio; readonly governance: Ratio; readonly ecosystem: Ratio }
  }
}

const ConfigAnswer = z.object({
  config: z.object({
    admin: z.string(),
    min_validators: Count,
    max_validators: Count,
    min_per_category: Count,
    term_length_seconds: Count,
    probation_period_seconds: Count,
    min_uptime_bps: BasisPoints,
    performance_threshold_bps: BasisPoints,
    uptime_weight_bps: BasisPoints,
    governance_weight_bps: BasisPoints,
    ecosystem_weight_bps: BasisPoints,
    base_compensation_share_bps: BasisPoints,
    performance_bonus_share_bps: BasisPoints,
    denom: z.string(),
  }),
})

const ValidatorAnswer = z.object({
  address: z.string(),
  category: textOf(parseCategory),
  status: nameOf(VALIDATOR_STATUSES),
  term_start: z.nullable(Nanoseconds),
  term_end: z.nullable(Nanoseconds),
  probation_start: z.nullable(Nanoseconds),
  performance_score_bps: BasisPoints,
  compensation_due: UregenText,
})
const OneAnswer = z.object({ validator: ValidatorAnswer })
const ValidatorsAnswer = z.object({ validators: z.array(ValidatorAnswer) })

const CompositionAnswer = z.object({
  infrastructure_builders: Count,
  trusted_refi_partners: Count,
  ecological_data_stewards: Count,
  total_active: Count,
})

const StateAnswer = z.object({
  state: z.object({
    validator_fund_balance: UregenText,
    total_active: Count,
    last_compensation_distribution: z.nullable(Nanoseconds),
  }),
})

/**
 * Reads M014's contract, with those that serve, are on probation or have applied. @see SPEC M014, Storage: AuthorityValidator
 *
 * @example
 * const validatorGovernance = await readValidatorGovernance(at, contract)
 */
export async function readValidatorGovernance(ledger: NodeAt, address: string): Promise<ValidatorGovernance> {
  const [{ config }, { state }, composition, ...lists] = await allOf([
    askContract(ledger, address, { config: {} }, ConfigAnswer),
    askContract(ledger, address, { module_state: {} }, StateAnswer),
    askContract(ledger, address, { composition_breakdown: {} }, CompositionAnswer),
    askContract(ledger, address, { active_validators: {} }, ValidatorsAnswer),
    ...['Probation', 'Candidate'].map(status =>
      askContract(ledger, address, { validators_by_status: { status } }, ValidatorsAnswer),
    ),
  ])
  return {
    admin: config.admin,
    validators: lists.flatMap(({ validators }) => validators.map(toContractValidator)),
    composition: {
      infrastructure_builders: composition.infrastructure_builders,
      trusted_refi_partners: composition.trusted_refi_partners,
      ecological_data_stewards: composition.ecological_data_stewards,
    },
    active: state.total_active,
    fund: state.validator_fund_balance,
    denom: config.denom,
    lastCompensation: state.last_compensation_distribution,
    params: {
      minValidators: config.min_validators,
      maxValidators: config.max_validators,
      minPerCategory: config.min_per_category,
      termSeconds: config.term_length_seconds,
      probationSeconds: config.probation_period_seconds,
      minUptime: config.min_uptime_bps,
      performanceThreshold: config.performance_threshold_bps,
      baseShare: config.base_compensation_share_bps,
      bonusShare: config.performance_bonus_share_bps,
      weights: {
        uptime: config.uptime_weight_bps,
        governance: config.governance_weight_bps,
        ecosystem: config.ecosystem_weight_bps,
      },
    },
  }
}

/**
 * A validator by its account; null when the contract does not know it.
 *
 * @example
 * const validator = await readContractValidator(at, contract, buyer)
 * console.log(validator?.status)
 */
export async function readContractValidator(
  ledger: NodeAt,
  address: string,
  validator: string,
): Promise<ContractValidator | null> {
  const answer = await askContractIfAny(ledger, address, { validator: { address: validator } }, OneAnswer)
  return answer && toContractValidator(answer.validator)
}

/**
 * The validators of one category, in every status.
 *
 * @example
 * const stewards = await readContractCategory(at, contract, 'ecological_data_stewards')
 */
export async function readContractCategory(
  ledger: NodeAt,
  address: string,
  category: Category,
): Promise<readonly ContractValidator[]> {
  const asked = { validators_by_category: { category: pascalCase(category) } }
  const { validators } = await askContract(ledger, address, asked, ValidatorsAnswer)
  return validators.map(toContractValidator)
}

/** 'trusted_refi_partners' as the contract writes it: TrustedRefiPartners. */
const pascalCase = (name: string): string =>
  name.replace(/(?:^|_)([a-z])/g, (_, letter) => letter.toUpperCase())

const toContractValidator = (validator: z.output<typeof ValidatorAnswer>): ContractValidator => ({
  address: validator.address,
  category: validator.category,
  status: validator.status,
  termStart: validator.term_start,
  termEnd: validator.term_end,
  probationStart: validator.probation_start,
  score: validator.performance_score_bps,
  compensationDue: validator.compensation_due,
})
