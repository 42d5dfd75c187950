import * as z from 'zod/mini'
import { normalizeAddress } from '../primitives/address.ts'
import { OWN_WORDS } from '../primitives/explainIssues.ts'

type Fields = { readonly [field: string]: z.ZodMiniType }
type Kinds = { readonly [kind: string]: Fields }

type KindsOutput<K extends Kinds> = {
  [kind in keyof K]: { kind: kind } & { [field in keyof K[kind]]: z.output<K[kind][field]> }
}[keyof K]
type KindsInput<K extends Kinds> = {
  [kind in keyof K]: { kind: kind } & { [field in keyof K[kind]]: z.input<K[kind][field]> }
}[keyof K]

const FIELDS = new WeakMap<object, Kinds>()

/** The fields of each kind of a setting made by `kinds`, for a form that shows them; null for any other schema. */
export const kindsOf = (schema: z.ZodMiniType): Kinds | null => {
  const { in: input } = schema._zod.def as { readonly in?: object }
  return input === undefined ? null : (FIELDS.get(input) ?? null)
}

/** Settings by kind, each with facts of its own: { kind: 'share', share: '0.1' }. */
export function kinds<const K extends Kinds>(fields: K): z.ZodMiniType<KindsOutput<K>, KindsInput<K>> {
  const kind = z.enum(Object.keys(fields))
  const input = z.looseObject({ kind })
  FIELDS.set(input, fields)
  const schemas = new Map<string, z.ZodMiniType>()
  const schemaOf = (name: string) => {
    const made = schemas.get(name) ?? z.strictObject({ kind, ...fields[name] })
    schemas.set(name, made)
    return made
  }
  return z.pipe(
    input,
    z.transform((value, context) => {
      const result = schemaOf(value.kind).safeParse(value, OWN_WORDS)
      if (result.success) return result.data
      context.issues.push(...(result.error.issues as z.core.$ZodRawIssue[]))
      return z.NEVER
    }),
  ) as unknown as z.ZodMiniType<KindsOutput<K>, KindsInput<K>>
}

/** An account: its address, written in any case, or the name of a module account or of somebody who has none. */
export const AccountText = z.pipe(
  z.string().check(z.minLength(1), z.maxLength(120)),
  z.transform((text: string): string => normalizeAddress(text)),
)

/** A set of accounts: neither order nor repetition means anything. */
export const AccountsText = z.pipe(
  z.array(AccountText).check(z.maxLength(1000)),
  z.transform((accounts: string[]): readonly string[] => [...new Set(accounts)].sort()),
)
