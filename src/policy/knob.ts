import * as z from 'zod/mini'

/** Who may change a knob, from automatic (L1) to constitutional (L4). These are process rules: the chain knows one threshold. */
export const LAYERS = ['L1', 'L2', 'L3', 'L4'] as const

/** A layer of governance: L1 runs by itself, L4 needs what a constitution needs. */
export type Layer = (typeof LAYERS)[number]

/** One open point of the specification: what it may be, what it is when nothing is said, and who may change it. */
export type Knob<S extends z.ZodMiniType = z.ZodMiniType> = {
  readonly schema: S
  readonly default: z.input<S>
  readonly layer: Layer
}

export type Knobs = { readonly [name: string]: Knob }

/** What people want to know of a knob. It stands apart, so that a bundle that only reads policies goes without it. */
export type Note = {
  /** The open question it answers, such as 'OQ-M013-1'; null for a gap that the specification does not number. */
  readonly question: string | null
  /** Where the default comes from. */
  readonly source: string
  /** In words; where the knob is a choice between names, the other names are the alternatives. */
  readonly alternatives?: readonly string[]
}

export type Notes<K extends Knobs> = { readonly [name in keyof K]: Note }

/** A knob by its schema, its default and its layer. */
export const knob = <S extends z.ZodMiniType>(schema: S, value: z.input<S>, layer: Layer): Knob<S> => ({
  schema,
  default: value,
  layer,
})

/** A knob whose bounds and layer its mechanism declares. */
export const bounded = <Out, In>(
  { bounds, holds, layer }: { bounds: string; holds: (value: Out) => boolean; layer: Layer },
  schema: z.ZodMiniType<Out, In>,
  value: In,
): Knob<z.ZodMiniType<Out, In>> =>
  knob(schema.check(z.refine(holds, `must be ${bounds}`)) as z.ZodMiniType<Out, In>, value as never, layer)

/** A knob with a few named settings, the default first. */
export const choice = <const Names extends readonly [string, ...string[]]>(names: Names, layer: Layer) =>
  ({ schema: z.enum(names), default: names[0], layer }) as unknown as Knob<
    z.ZodMiniEnum<{ [name in Names[number]]: name }>
  >

/** The schema of a section: each knob's own, its default where the text leaves it out; an unknown field is an error. */
export const sectionSchema = <K extends Knobs>(knobs: K) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(knobs).map(([name, { schema, default: value }]) => [
        name,
        z.prefault(schema, value as never),
      ]),
    ),
  ) as unknown as z.ZodMiniType<Section<K>, Partial<SectionInput<K>>>

export type Section<K extends Knobs> = { readonly [name in keyof K]: z.output<K[name]['schema']> }
export type SectionInput<K extends Knobs> = { readonly [name in keyof K]: z.input<K[name]['schema']> }
