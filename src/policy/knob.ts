import * as z from 'zod/mini'

/** Who may change a knob, from automatic (L1) to constitutional (L4). These are process rules: the chain knows one threshold. */
export type Layer = 'L1' | 'L2' | 'L3' | 'L4'

/** One open point of the specification: its type, its default, where it comes from and who may change it. */
export type Knob<S extends z.ZodMiniType = z.ZodMiniType> = {
  readonly schema: S
  readonly default: z.input<S>
  /** The open question it answers, such as 'OQ-M013-1'; null for a gap that the specification does not number. */
  readonly question: string | null
  /** Where the default comes from. */
  readonly source: string
  readonly alternatives: readonly string[]
  readonly layer: Layer
}

export type Knobs = { readonly [name: string]: Knob }

/** Declares a knob; only fixes its type. */
export const knob = <S extends z.ZodMiniType>(declared: Knob<S>): Knob<S> => declared

/** A knob with a few named settings, the default first. */
export function choice<const Names extends readonly [string, ...string[]]>(
  names: Names,
  declared: Omit<Knob, 'schema' | 'default' | 'alternatives'>,
): Knob<z.ZodMiniEnum<{ [name in Names[number]]: name }>> {
  const [first, ...others] = names
  return knob({
    ...declared,
    schema: z.enum(names) as z.ZodMiniEnum<{ [name in Names[number]]: name }>,
    default: first as Names[number],
    alternatives: others,
  } as Knob<z.ZodMiniEnum<{ [name in Names[number]]: name }>>)
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
  ) as unknown as z.ZodMiniType<Section<K>, Partial<SectionInput<K>>>

export type Section<K extends Knobs> = { readonly [name in keyof K]: z.output<K[name]['schema']> }
export type SectionInput<K extends Knobs> = { readonly [name in keyof K]: z.input<K[name]['schema']> }
