import type * as z from 'zod/mini'
import { kindsOf } from '../../../src/policy/kinds.ts'
import { RatioText } from '../../../src/primitives/schemas.ts'
import type { Fields, Shape } from './shape.ts'

/** As much of a schema as a control looks at. */
type Def = {
  readonly type: string
  readonly innerType?: z.ZodMiniType
  readonly in?: z.ZodMiniType
  readonly element?: z.ZodMiniType
  readonly keyType?: z.ZodMiniType
  readonly valueType?: z.ZodMiniType
  readonly entries?: object
  readonly shape?: { readonly [name: string]: z.ZodMiniType }
}

const defOf = (schema: z.ZodMiniType): Def => schema._zod.def as unknown as Def

/** A schema that was made stricter still begins with the one that it was made from. */
const ratioInput = defOf(RatioText).in

/** What the answers look like that a schema takes. */
export function shapeOf(schema: z.ZodMiniType): Shape {
  const kinds = kindsOf(schema)
  if (kinds !== null)
    return {
      kind: 'kinds',
      options: Object.fromEntries(Object.entries(kinds).map(([kind, fields]) => [kind, shapesOf(fields)])),
    }
  const { type, innerType, in: input, element, keyType, valueType, entries = {}, shape } = defOf(schema)
  if (type === 'nullable' && innerType !== undefined) return { kind: 'optional', of: shapeOf(innerType) }
  if (innerType !== undefined) return shapeOf(innerType)
  if (input !== undefined && input === ratioInput) return { kind: 'share' }
  if (input !== undefined) return shapeOf(input)
  if (type === 'enum') return { kind: 'choice', names: Object.keys(entries) }
  if (type === 'boolean') return { kind: 'flag' }
  if (type === 'number') return { kind: 'whole' }
  if (type === 'union') return { kind: 'uregen' }
  if (element !== undefined) return { kind: 'list', item: shapeOf(element) }
  if (shape !== undefined) return { kind: 'fields', fields: shapesOf(shape) }
  if (keyType !== undefined && valueType !== undefined) {
    const names = Object.keys(defOf(keyType).entries ?? {})
    return { kind: 'record', names: names.length === 0 ? null : names, value: shapeOf(valueType) }
  }
  return { kind: 'text' }
}

const shapesOf = (fields: { readonly [name: string]: z.ZodMiniType }): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, schema]) => [name, shapeOf(schema)]))
