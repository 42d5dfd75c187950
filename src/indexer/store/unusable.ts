import { RegenError } from '../../primitives/errors.ts'
import { PACKAGE_MISSING, STORE_UNUSABLE } from '../../primitives/errorTable.ts'

/** What a driver says, in one line and without a password. */
const oneLine = (error: unknown): string => {
  const { message = '', code = '' } = Object(error) as { message?: string; code?: string }
  const text = String(message === '' ? code : message)
  return text
    .replace(/:\/\/[^@\s]*@/g, '://…@')
    .replace(/\s+/g, ' ')
    .slice(0, 200)
}

/** The error of a store that cannot be opened or asked. */
export const unusable = (store: string, cause: unknown) =>
  new RegenError(STORE_UNUSABLE, { store, reason: oneLine(cause) }, { cause })

/** Loads an optional package, or says which one is missing. */
export async function loadOptional<Module>(
  name: string,
  what: string,
  load: () => Promise<Module>,
): Promise<Module> {
  try {
    return await load()
  } catch (cause) {
    const { code } = Object(cause) as { code?: string }
    if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'MODULE_NOT_FOUND') throw cause
    throw new RegenError(PACKAGE_MISSING, { name, what }, { cause })
  }
}
