import type * as z from 'zod/mini'
import { UregenText } from '../../primitives/schemas.ts'
import { RANGES } from './numberSchemas.ts'
import { ScenarioJson } from './scenario.ts'

/** The least and the most that a scenario takes for an input; null where there is no most. */
export type InputRange = { readonly least: number; readonly most: number | null }

/**
 * Which values an input of a scenario may have, by its path, as its schema says; null for a knob of the policy, whose bounds stand with the knobs, and
 * for what is no number.
 *
 * @example
 * rangeOfInput('agents.market.facilitated') // { least: 0, most: 1 }
 */
export const rangeOfInput = (path: string): InputRange | null => schemasAt(path).flatMap(ownRange)[0] ?? null

/**
 * Whether an input takes whole numbers only, such as how many validators there are.
 *
 * @example
 * takesWhole('economy.validators') // true
 */
export const takesWhole = (path: string): boolean =>
  schemasAt(path).some(schema => schema === UregenText || defOf(schema).format === 'safeint')

/** What stands at a path of a scenario. */
function schemasAt(path: string): Schema[] {
  let at: Schema[] = [ScenarioJson]
  for (const name of path.split('.')) at = at.flatMap(alternatives).flatMap(schema => fieldOf(schema, name))
  return at.flatMap(alternatives)
}

type Schema = z.core.$ZodType
type Def = {
  readonly innerType?: Schema
  readonly format?: string
  readonly options?: readonly Schema[]
  readonly checks?: readonly { readonly _zod: { readonly def: object } }[]
  readonly shape?: { readonly [name: string]: Schema }
}
/** A bound of whole numbers. */
type Bound = { readonly check: string; readonly value: number; readonly inclusive: boolean }
const defOf = (schema: Schema): Def => schema._zod.def as Def

/** A schema without its default, and each of several. */
function alternatives(schema: Schema): Schema[] {
  const { innerType, options } = defOf(schema)
  if (innerType !== undefined) return alternatives(innerType)
  return options === undefined ? [schema] : options.flatMap(alternatives)
}

const fieldOf = (schema: Schema, name: string): Schema[] => {
  const shape = defOf(schema).shape
  return shape !== undefined && Object.hasOwn(shape, name) ? [shape[name] as Schema] : []
}

/** The range of one schema; empty for what has none. */
export function ownRange(schema: Schema): InputRange[] {
  const known = RANGES.get(schema)
  if (known !== undefined) return [known]
  if (schema === UregenText) return [{ least: 0, most: null }]
  const checks = defOf(schema).checks?.map(({ _zod }) => _zod.def as Bound) ?? []
  // Of whole numbers: one that is excluded is the next to the last that is taken. The narrowest of several bounds counts.
  const ends = (name: string, step: number) =>
    checks
      .filter(({ check }) => check === name)
      .map(({ value, inclusive }) => (inclusive ? value : value + step))
  const [least, most] = [ends('greater_than', 1), ends('less_than', -1)]
  return least.length === 0
    ? []
    : [{ least: Math.max(...least), most: most.length === 0 ? null : Math.min(...most) }]
}
