import { RegenError } from './errors.ts'
import { PARAMETER_OUT_OF_BOUNDS } from './errorTable.ts'
import { formatRatio, isRatio, isShare, type Ratio } from './ratio.ts'

/**
 * Who may change a parameter: nobody is asked (L1), agents under oversight (L2), a vote (L3), a supermajority (L4). These are process
 * rules: the chain knows one threshold.
 */
export const LAYERS = ['L1', 'L2', 'L3', 'L4'] as const

/** A layer of governance, as `LAYERS` lists them: who has to agree to a change. */
export type Layer = (typeof LAYERS)[number]

/** The bounds of a parameter in words, and whether a value lies within them. */
export type Bounds<Value> = {
  readonly bounds: string
  readonly holds: (value: Value) => boolean
  /** The invariant of the specification that asks for them. */
  readonly invariant?: string
}

/** One parameter: who may change it, and its bounds; of a choice between names, the names. */
export type Parameter<Value> = Bounds<Value> & { readonly layer: Layer; readonly names?: readonly Value[] }

/** What a mechanism declares of each of its parameters. Formulas, knobs and `diffPolicy` read it there. */
export type ParameterTable<Params> = { readonly [field in keyof Params]: Parameter<Params[field]> }

/** A share of a whole. */
export const SHARE: Bounds<Ratio> = { bounds: '0 to 1', holds: isShare }

/** Whether a number is whole, at least the one and at most the other. */
export const isWhole = (value: number, least: number, most = Infinity): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most

/** A parameter that is a choice between names. */
export const oneOf = <const Name extends string>(
  layer: Layer,
  ...names: readonly Name[]
): Parameter<Name> => ({
  layer,
  names,
  bounds: names.join(' or '),
  holds: name => names.includes(name),
})

/** Refuses a value that lies outside of the bounds of its parameter. */
export function requireWithin<Value>(
  parameter: string,
  { bounds, holds }: Bounds<Value>,
  value: Value,
): Value {
  if (!holds(value)) throw new RegenError(PARAMETER_OUT_OF_BOUNDS, { parameter, bounds, got: show(value) })
  return value
}

/**
 * A check that a formula makes of the parameters it is given, all of them or some: the first outside of its bounds is refused. Each
 * object is looked at once, so that a formula can ask every time.
 */
export function boundsOf<Params extends object>(
  table: {
    readonly [field in keyof Params]?: Bounds<Params[field]>
  },
): (params: Partial<Params>) => void {
  const within = new WeakSet<object>()
  // Mostly it is the same object again, and to compare is faster than to look up.
  let last: object | null = null
  return params => {
    if (params === last) return
    if (within.has(params)) {
      last = params
      return
    }
    for (const field of Object.keys(table) as (keyof Params & string)[]) {
      const bounds = table[field]
      if (bounds && Object.hasOwn(params, field))
        requireWithin(field, bounds, params[field] as Params[typeof field])
    }
    within.add(params)
  }
}

/** What was refused may be anything, so not every pair of numbers is a fraction that has a text. */
const show = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'bigint' || (typeof part === 'number' && !Number.isFinite(part)))
      return part.toString()
    return isRatio(part) && part.num >= 0n && part.den > 0n ? formatRatio(part) : part
  }) ?? String(value)
