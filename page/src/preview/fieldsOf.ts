import type { MessageType } from '../../../src/messages/defineMessage.ts'
import type { Field } from './formFields.ts'

/** As much of a schema as a form looks at. */
type Def = {
  readonly type: string
  readonly innerType?: Schema
  readonly in?: Schema
  readonly element?: Schema
  readonly options?: readonly Schema[]
  readonly shape?: { readonly [name: string]: Schema }
}
type Schema = { readonly _zod: { readonly def: unknown } }

const defOf = (schema: Schema): Def => schema._zod.def as Def

/** The fields of a message, read off its schema. */
export function fieldsOf({ schema }: MessageType): readonly Field[] {
  const field = fieldOf('', schema as unknown as Schema)
  return field.kind === 'object' ? field.fields : []
}

function fieldOf(name: string, schema: Schema): Field {
  const { type, innerType, in: input, element, options = [], shape } = defOf(schema)
  if (innerType !== undefined) return fieldOf(name, innerType)
  if (input !== undefined) return fieldOf(name, input)
  if (type === 'array' && element !== undefined) return { kind: 'list', name, item: fieldOf('', element) }
  if (type === 'object' && shape !== undefined) {
    const names = Object.keys(shape)
    if (names.join() === 'denom,amount') return { kind: 'coin', name }
    if (names.join() === 'typeUrl,value') return { kind: 'json', name }
    return { kind: 'object', name, fields: names.flatMap(key => fieldsNamed(key, shape[key])) }
  }
  if (type === 'boolean') return { kind: 'flag', name }
  if (type === 'string') return { kind: 'text', name }
  if (type === 'union') {
    const kinds = options.map(option => defOf(option).type)
    if (kinds.includes('object')) return { kind: 'time', name }
    if (kinds.includes('custom')) return { kind: 'json', name }
    return { kind: kinds.includes('number') ? 'whole' : 'amount', name }
  }
  return { kind: 'json', name }
}

const fieldsNamed = (name: string, schema: Schema | undefined): readonly Field[] =>
  schema === undefined ? [] : [fieldOf(name, schema)]
