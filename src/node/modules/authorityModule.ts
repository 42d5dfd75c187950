import { CATEGORIES, type PerCategory } from '../../mechanisms/m014-authority-validator-governance/params.ts'
import { VALIDATOR_STATUSES } from '../../mechanisms/m014-authority-validator-governance/validatorSet/validator.ts'
import type { Uregen } from '../../primitives/uregen.ts'
import type { AuthorityValidator } from '../../wire/generated/regen/authority/v1/state.ts'
import type { ContractValidator, ValidatorGovernance } from '../contracts/validatorGovernance.ts'
import { type Fields, fieldsOf } from '../decode/fields.ts'
import { authorityFund, authorityParams, authorityValidators } from '../endpoints/proposedModules.ts'
import type { NodeAt } from '../read/ask.ts'
import { query } from '../rpc/query.ts'
import { queryAllPages } from '../rpc/readAllPages.ts'

const seconds = (number: bigint): number => Number.parseInt(number.toString(), 10)

/**
 * Reads x/authority, the module of M014 (proposed: no chain has it). @see SPEC M014, Storage: AuthorityValidator
 *
 * @example
 * const { validators } = await readAuthorityModule(at)
 */
export async function readAuthorityModule({ port, height, signal }: NodeAt): Promise<ValidatorGovernance> {
  const { path } = authorityValidators
  const [{ authority, params }, fund, validators] = await Promise.all([
    query(port, authorityParams, {}, height, signal),
    query(port, authorityFund, {}, height, signal),
    queryAllPages(port, authorityValidators, {}, height, ({ validators }) => validators),
  ])
  const set = fieldsOf(path).each('validators', validators, toValidator)
  const active = set.filter(({ status }) => status === 'ACTIVE')
  return fieldsOf(authorityParams.path).message('params', params, (params, read) => ({
    admin: read.address('authority', authority),
    validators: set,
    composition: Object.fromEntries(
      CATEGORIES.map(name => [name, active.filter(({ category }) => category === name).length]),
    ) as PerCategory,
    active: active.length,
    fund: read.whole('fund', fund.fund?.amount ?? '') as Uregen,
    denom: read.denom('fund', fund.fund?.denom ?? ''),
    lastCompensation: read.optionalTime('last_compensation', fund.lastCompensation),
    params: {
      minValidators: params.minValidators,
      maxValidators: params.maxValidators,
      minPerCategory: params.minPerCategory,
      termSeconds: seconds(params.termSeconds),
      probationSeconds: seconds(params.probationSeconds),
      minUptime: read.decimal('min_uptime', params.minUptime),
      performanceThreshold: read.decimal('performance_threshold', params.performanceThreshold),
      baseShare: read.decimal('base_share', params.baseShare),
      bonusShare: read.decimal('bonus_share', params.bonusShare),
      weights: {
        uptime: read.decimal('uptime_weight', params.uptimeWeight),
        governance: read.decimal('governance_weight', params.governanceWeight),
        ecosystem: read.decimal('ecosystem_weight', params.ecosystemWeight),
      },
    },
  }))
}

const toValidator = (validator: AuthorityValidator, read: Fields): ContractValidator => ({
  address: read.address('address', validator.address),
  category: read.named('category', CATEGORIES, validator.category - 1),
  status: read.named('status', VALIDATOR_STATUSES, validator.status - 1),
  termStart: read.optionalTime('term_start', validator.termStart),
  termEnd: read.optionalTime('term_end', validator.termEnd),
  probationStart: read.optionalTime('probation_start', validator.probationStart),
  score: validator.performance === '' ? null : read.decimal('performance', validator.performance),
  compensationDue: read.whole('compensation_due', validator.compensationDue) as Uregen,
})
