import { isRegenError } from '../primitives/errors.ts'

/** The problem that an error names, without its fix, its code and its full stop, to stand within another sentence. */
export const reasonOf = (error: unknown): string =>
  isRegenError(error)
    ? error.message.replace(` ${error.fix} [${error.code}]`, '').replace(/\.$/, '')
    : String(error)
