import { DENOM } from '../../primitives/coin.ts'
import { required, rule, ruleOn } from './rules.ts'
import { anyText, tooLong } from './text.ts'

/** The class a project id or batch denom belongs to: the text before its first hyphen. */
export function classOf(id: string): string {
  const end = id.indexOf('-')
  return end < 0 ? id : id.slice(0, end)
}

export const field = (name: string, pattern: RegExp, form: string) =>
  required<string, string>(
    anyText.check(
      rule(name, value => (value === '' ? 'it is empty' : pattern.test(value) ? null : `expected ${form}`)),
    ),
  )

/** A denom the bank accepts. */
export const denom = required<string, string>(
  anyText.check(
    rule('denom', value => (value === '' ? 'it is empty' : DENOM.test(value) ? null : 'not a bank denom')),
  ),
)

export const ETHEREUM_ADDRESS = /^0x[0-9a-fA-F]{40}$/

export const creditTypeAbbreviation = field('credit-type', /^[A-Z]{1,3}$/, '1 to 3 capital letters like "C"')
export const classId = field('class-id', /^[A-Z]{1,3}[0-9]{2,}$/, 'a class id like "C01"')
export const projectId = field('project-id', /^[A-Z]{1,3}[0-9]{2,}-[0-9]{3,}$/, 'a project id like "C01-001"')
export const batchDenom = field(
  'batch-denom',
  /^[A-Z]{1,3}[0-9]{2,}-[0-9]{3,}-[0-9]{8}-[0-9]{8}-[0-9]{3,}$/,
  'a batch denom like "C01-001-20200101-20210101-001"',
)
export const basketName = field(
  'basket-name',
  /^[a-zA-Z][a-zA-Z0-9]{2,7}$/,
  'a letter and 2 to 7 letters or digits',
)
/** The chain's own pattern: its two dots stand for any character. */
export const basketDenom = field(
  'basket-denom',
  /^eco.[a-zA-Z]{1,4}.[a-zA-Z][a-zA-Z0-9]{2,7}$/,
  'a basket denom like "eco.uC.NCT"',
)
export const ethereumAddress = field('ethereum-address', ETHEREUM_ADDRESS, '0x and 40 hexadecimal digits')

/** Why a text is no jurisdiction; null when it is one. */
export const jurisdictionProblem = (value: string): string | null =>
  value === ''
    ? 'it is empty, and a retirement needs one'
    : /^[A-Z]{2}(-[A-Z0-9]{1,3}( [a-zA-Z0-9 -]{1,64})?)?$/.test(value)
      ? null
      : 'expected a country, perhaps a region, perhaps a postal code, like "US-WA 98225"'

/** Why a reason for a retirement is refused; null when it is not. */
export const reasonProblem = tooLong(512)

type Retirement = { readonly retirementJurisdiction: string; readonly retirementReason: string }

/** What the chain asks where a message retires credits beside what else it does: a jurisdiction, and not too long a reason. */
export const retirementRules = <Fields>(retires: (value: Fields) => boolean) =>
  [
    ruleOn<Fields & Retirement>('jurisdiction', ['retirementJurisdiction'], value =>
      retires(value) ? jurisdictionProblem(value.retirementJurisdiction) : null,
    ),
    ruleOn<Fields & Retirement>('too-long', ['retirementReason'], value =>
      retires(value) ? reasonProblem(value.retirementReason) : null,
    ),
  ] as const

/** Where credits are retired or a project lies, like 'US-WA 98225'. */
export const jurisdiction = required<string, string>(anyText.check(rule('jurisdiction', jurisdictionProblem)))
