import * as z from 'zod/mini'

/** Who may change a knob, from automatic (L1) to constitutional (L4). These are process rules: the chain knows one threshold. */
export const LAYERS = ['L1', 'L2', 'L3', 'L4'] as const
export type Layer = (typeof LAYERS)[number]

/** One open point of the specification: what it may be, and what it is when nothing is said. */
export type Knob<S extends z.ZodMiniType = z.ZodMiniType> = {
  readonly schema: S
  readonly default: z.input<S>
}

export type Knobs = { readonly [name: string]: Knob }

/** What people want to know of a knob. It stands apart, so that a bundle that only reads policies goes without it. */
export type Note = {
  /** The open question it answers, such as 'OQ-M013-1'; null for a gap that the specification does not number. */
  readonly question: string | null
  readonly layer: Layer
  /** Where the default comes from. */
  readonly source: string
  /** In words; where the knob is a choice between names, the other names are the alternatives. */
  readonly alternatives?: readonly string[]
}

export type Notes<K extends Knobs> = { readonly [name in keyof K]: Note }

/** A knob by its schema and its default. */
export const knob = <S extends z.ZodMiniType>(schema: S, value: z.input<S>): Knob<S> => ({
  schema,
  default: value,
})

/** A knob with a few named settings, the default first. */
export const choice = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  ({ schema: z.enum(names), default: names[0] }) as unknown as Knob<
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
