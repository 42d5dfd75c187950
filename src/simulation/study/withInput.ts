import { POOLS, type Pool } from '../../mechanisms/m013-value-based-fee-routing/params.ts'
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
export function withInput(scenario: Scenario, path: string, value: number): Scenario {
  const json = JSON.parse(JSON.stringify(scenarioJson(scenario))) as Json
  const names = path.split('.')
  const last = names.pop() ?? ''
  const place = names.reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), json)
  if (!isObject(place) || !(last in place))
    throw new RegenError(INPUT_INVALID, { what: 'input of a study', issues: `✖ a scenario has no ${path}` })
  if (path.startsWith(SHARES)) Object.assign(place, sharesWith(place, last as Pool, value))
  else place[last] = typeof place[last] === 'string' ? text(value, place[last]) : value
  return parseScenario(json)
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A whole amount stays whole; a fraction has up to twelve decimals. */
const text = (value: number, before: string): string =>
  /^\d{7,}$/.test(before) ? Math.round(value).toString() : trimmed(value, 12)

const trimmed = (value: number, digits: number): string => value.toFixed(digits).replace(/\.?0+$/, '')

function sharesWith(before: Json, pool: Pool, value: number): Json {
  const unit = 10 ** DIGITS
  const own = Math.round(value * unit)
  const others = POOLS.filter(other => other !== pool)
  const sum = others.reduce((total, other) => total + Number(before[other]), 0)
  const parts = others.map(other =>
    sum === 0 ? 0 : Math.floor(((unit - own) * Number(before[other])) / sum + 1e-9),
  )
  const rest = unit - own - parts.reduce((total, part) => total + part, 0)
  const shares = Object.fromEntries(
    others.map((other, index) => [
      other,
      trimmed(((parts[index] ?? 0) + (index === 0 ? rest : 0)) / unit, DIGITS),
    ]),
  )
  return { ...shares, [pool]: trimmed(own / unit, DIGITS) }
}
