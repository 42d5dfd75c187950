import { POOLS } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
import { RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID } from '../../primitives/errorTable.ts'
import { parseScenario, type Scenario, scenarioJson } from '../scenario/scenario.ts'

type Json = Record<string, unknown>

const SHARES = 'policy.m013.shares.'
const DIGITS = 6

/**
 * A scenario with one of its inputs replaced: 'agents.market.volume', 'policy.m012.baseRate', 'economy.validators'.
 *
 * A share of M013 takes from the other three, or gives to them, in proportion: the four sum to 1 still.
 *
 * @example
 * const cheaper = withInput(scenario, 'policy.m013.shares.burn', 0.2)
 */
export const withInput = (scenario: Scenario, path: string, value: number): Scenario =>
  withInputs(scenario, { [path]: value })

/**
 * A scenario with several inputs replaced; shares of M013 that are not among them take what these leave, in proportion. An input that a
 * scenario does not have, and shares above 1, are INPUT_INVALID.
 *
 * @example
 * const other = withInputs(scenario, { 'policy.m013.shares.burn': 0.2, 'agents.market.volume': 1300000 })
 */
export function withInputs(scenario: Scenario, inputs: { readonly [path: string]: number }): Scenario {
  const json = JSON.parse(JSON.stringify(scenarioJson(scenario))) as Json
  const shares: { [pool: string]: number } = {}
  for (const [path, value] of Object.entries(inputs)) {
    const names = path.split('.')
    const last = names.pop() ?? ''
    const place = names.reduce<unknown>(
      (at, name) => (isObject(at) && Object.hasOwn(at, name) ? at[name] : undefined),
      json,
    )
    if (!isObject(place) || !Object.hasOwn(place, last) || !isNumeric(place[last]))
      throw refused(`a scenario has no number ${path}`)
    if (path.startsWith(SHARES)) shares[last] = value
    else place[last] = typeof place[last] === 'string' ? text(value, place[last]) : value
  }
  if (Object.keys(shares).length > 0) setShares(json, shares)
  return parseScenario(json)
}

/**
 * Every number of a scenario that a study can vary, by its path, as it stands there. Lists, such as the schedule, are not among them.
 *
 * @example
 * inputsOf(scenario)['economy.validators'] // '18'
 */
export const inputsOf = (scenario: Scenario): { readonly [path: string]: string } =>
  Object.fromEntries(numbersIn(scenarioJson(scenario), []))

function numbersIn(value: unknown, path: readonly string[]): (readonly [string, string])[] {
  if (isNumeric(value)) return NOT_INPUTS.includes(path.join('.')) ? [] : [[path.join('.'), String(value)]]
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, field]) => numbersIn(field, [...path, name]))
}

/** What makes a scenario another one, not the same with other numbers. */
const NOT_INPUTS = ['version', 'policy.version', 'seed', 'periods', 'name', 'title']

const isNumeric = (value: unknown): value is number | string =>
  typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value))

const refused = (issue: string) =>
  new RegenError(INPUT_INVALID, { what: 'input of a study', issues: `✖ ${issue}` })

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A whole amount stays whole; a fraction has up to twelve decimals. */
const text = (value: number, before: string): string =>
  /^\d{7,}$/.test(before) ? Math.round(value).toString() : trimmed(value, 12)

const trimmed = (value: number, digits: number): string => value.toFixed(digits).replace(/\.?0+$/, '')

/** Sets some shares of M013; the others are scaled to what is left, and the first of them takes the rest of the last digit. */
function setShares(json: Json, set: { readonly [pool: string]: number }): void {
  const shares = ((json['policy'] as Json)['m013'] as Json)['shares'] as { [pool: string]: string }
  const unit = 10 ** DIGITS
  const own = Object.entries(set).map(([pool, value]) => [pool, Math.round(value * unit)] as const)
  const left = own.reduce((rest, [, part]) => rest - part, unit)
  const others = POOLS.filter(pool => !Object.hasOwn(set, pool))
  if (left < 0) throw refused('the shares of M013 come to more than 1')
  const sum = others.reduce((total, pool) => total + Number(shares[pool]), 0)
  const parts = others.map(pool => (sum === 0 ? 0 : Math.floor((left * Number(shares[pool])) / sum + 1e-9)))
  const rest = left - parts.reduce((total, part) => total + part, 0)
  others.forEach((pool, index) => {
    shares[pool] = trimmed(((parts[index] ?? 0) + (index === 0 ? rest : 0)) / unit, DIGITS)
  })
  for (const [pool, part] of own) shares[pool] = trimmed(part / unit, DIGITS)
}
