import { isRegenError } from '../primitives/errors.ts'

/** What happened, out of an error: without its way out, its code and its full stop, to stand within another sentence. */
export const reasonOf = (error: unknown): string =>
  isRegenError(error)
    ? error.message.replace(` ${error.fix} [${error.code}]`, '').replace(/\.$/, '')
    : String(error)
