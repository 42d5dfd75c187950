import * as z from 'zod/mini'
import type { Field } from '../fields/rules.ts'

/** A protobuf enum: its number or its name; 0 when left out. */
export const enumeration = <const Names extends { readonly [name: string]: number }>(names: Names) =>
  z.pipe(
    z._default(z.union([z.int(), z.string()], { error: 'expected the name or number of a choice' }), 0),
    z.transform((value, context) => {
      const number =
        typeof value === 'number' ? value : Object.hasOwn(names, value) ? names[value] : undefined
      if (number !== undefined && Object.values(names).includes(number)) return number
      context.issues.push({
        code: 'custom',
        message: `expected one of ${Object.keys(names).join(', ')}`,
        input: value,
      })
      return z.NEVER
    }),
  ) as unknown as Field<Names[keyof Names], Names[keyof Names] | (keyof Names & string) | undefined>
