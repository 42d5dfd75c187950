import * as z from 'zod/mini'
import { type Field, required, rule } from './rules.ts'

/** A nested field that may be left out; JSON's null counts as left out. */
export const optional = <Out, In>(nested: Field<Out, In>) =>
  z.pipe(
    z.nullish(nested),
    z.transform(value => value ?? undefined),
  ) as unknown as z.ZodMiniType<Out | undefined, In | null | undefined> & {
    _zod: { optin: 'optional' }
  }

/** A nested field the chain insists on. */
export const mandatory = <Out, In>(nested: Field<Out, In>) =>
  optional(nested).check(
    rule('required', value => (value === undefined ? 'it is missing' : null)),
  ) as unknown as Field<Out | undefined, In>

/** A list that may be empty. */
export const list = <Out, In>(item: Field<Out, In>) => z._default(z.array(item), [])

/** A list the chain wants at least one entry in. */
export const nonEmptyList = <Out, In>(item: Field<Out, In>) =>
  required<Out[], In[]>(
    list(item).check(rule('required', items => (items.length === 0 ? 'the list is empty' : null))) as never,
  )

/** Refuses a text that stands in the list twice (compared as text, as the chain does). */
export const noTwice = rule<readonly string[]>('duplicate', items => {
  const seen = new Set<string>()
  const twice = items.find(item => seen.size === seen.add(item).size)
  return twice === undefined ? null : `${twice} is named twice`
})
