import { isRegenError, problemOf } from '../primitives/errors.ts'

/** The problem that an error names, without its full stop, to stand within another sentence. */
export const reasonOf = (error: unknown): string =>
  isRegenError(error) ? problemOf(error).replace(/\.$/, '') : String(error)
