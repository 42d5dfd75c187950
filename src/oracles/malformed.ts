import { RegenError } from '../primitives/errors.ts'
import { INPUT_INVALID } from '../primitives/errorTable.ts'

/** What is wrong with a document, in words. */
export const malformed = (from: string, ...issues: readonly string[]) =>
  new RegenError(INPUT_INVALID, { what: from, issues: issues.map(issue => `✖ ${issue}`).join('\n') })
