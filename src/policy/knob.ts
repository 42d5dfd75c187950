import * as z from 'zod/mini'
import { toJson } from '../primitives/canonical.ts'
import type { Layer, ParameterTable } from '../primitives/parameter.ts'
import { within } from '../primitives/schemas.ts'

/**
 * One open point of the specification, all in one row.
 *
 * What people want to know of it stands with its schema. Measured: the root, a live preview and the pages of `check:size` take the default policy
 * as a constant and carry no row; only who bundles `parsePolicy` without `KNOBS` carries sentences for nothing, 4.7 kB of 23.6, gzipped.
 */
export type Knob<Value = unknown> = {
  /** What it may be, as it is read. */
  readonly schema: z.ZodMiniType<Value>
  /** What it is when nothing is said, as it is written in a file. */
  readonly default: unknown
  readonly layer: Layer
  /** The bounds outside of which a policy is refused, in words. */
  readonly bounds: string
  /** The open question it answers, such as 'OQ-M013-1'; null for a gap that the specification does not number. */
  readonly question: string | null
  /** Where the default comes from. */
  readonly source: string
  /** In words; where the knob is a choice between names, the other names unless they are listed here. */
  readonly alternatives: readonly string[]
}

/** What people want to know of a knob. */
type Note = Pick<Knob, 'question' | 'source'> & Partial<Pick<Knob, 'alternatives'>>

export type Knobs = { readonly [name: string]: Knob }

/** A knob of which no mechanism declares anything: how a rule is applied, or how votes count. */
export const knob = <Out, In>({
  alternatives = [],
  ...row
}: Note &
  Pick<Knob, 'layer' | 'bounds'> & {
    readonly schema: z.ZodMiniType<Out, In>
    readonly default: NoInfer<In>
  }): Knob<Out> => ({ ...row, alternatives })

/** Such a knob with a few named settings, the default first. */
export const choice = <const Name extends string>(
  names: readonly Name[],
  { alternatives = names.slice(1), ...row }: Note & Pick<Knob, 'layer'>,
): Knob<Name> => ({
  schema: z.enum(names) as unknown as z.ZodMiniType<Name>,
  default: names[0],
  bounds: names.join(' or '),
  alternatives,
  ...row,
})

/** The row of a knob that is a parameter of a mechanism. A choice between names needs no schema: the mechanism has the names. */
type Row<Value> = Note &
  ([Value] extends [string] ? { readonly schema?: never } : { readonly schema: z.ZodMiniType<Value> })

/** Knobs that are parameters of a mechanism: their layer, bounds, names and defaults are what the mechanism has. */
export const knobsOf = <Params extends object, Field extends keyof Params & string>(
  parameters: ParameterTable<Params>,
  v0: Params,
  rows: { readonly [field in Field]: Row<Params[field]> },
): { readonly [field in Field]: Knob<Params[field]> } => {
  const knobOf = <Name extends Field>(field: Name): Knob<Params[Name]> => {
    const { schema, ...note }: Note & { readonly schema?: z.ZodMiniType<Params[Name]> } = rows[field]
    const parameter = parameters[field]
    const { layer, bounds } = parameter
    const names = (parameter.names ?? []) as readonly string[]
    return {
      schema: schema?.check(within(parameter)) ?? (z.enum(names) as never),
      default: toJson(v0[field]),
      layer,
      bounds,
      alternatives: names.filter(name => name !== v0[field]),
      ...note,
    }
  }
  return Object.fromEntries(
    (Object.keys(rows) as Field[]).map(field => [field, knobOf(field)]),
  ) as unknown as { readonly [field in Field]: Knob<Params[field]> }
}

/** The schema of a section: each knob's own, its default where the text leaves it out; an unknown field is an error. */
export const sectionSchema = <K extends Knobs>(knobs: K) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(knobs).map(([name, { schema, default: value }]) => [
        name,
        z.prefault(schema, value as never),
      ]),
    ),
  ) as unknown as z.ZodMiniType<Section<K>, Partial<Section<K>>>

export type Section<K extends Knobs> = { readonly [name in keyof K]: z.output<K[name]['schema']> }
