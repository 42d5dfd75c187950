import { isRegenError } from '../../primitives/errors.ts'
import type { Catalog } from '../catalogOf.ts'
import type { BrokenRule, MessageType } from '../defineMessage.ts'
import { requireShort } from '../message.ts'
import { cleanValue, NOT_CLEAN } from './cleanValue.ts'
import { plainFields } from './foreignForms.ts'

type Read = { readonly value: object; readonly broken: readonly BrokenRule[] }

/**
 * Reads the value of a message of the catalog, in this SDK's form or in that of another library.
 *
 * Nearly all values are in ours, and those are read once. A value that is not is brought into it and read again; what is
 * wrong with it then is the error.
 */
export function parseFields(type: MessageType, value: unknown, catalog: Catalog): Read {
  const clean = cleanValue(type.schema, value)
  if (clean !== NOT_CLEAN) return { value: clean as object, broken: [] }
  requireShort(value)
  try {
    return type.read(value)
  } catch (error) {
    if (!isRegenError(error, 'INPUT_INVALID')) throw error
    return type.read(plainFields(value, catalog))
  }
}
