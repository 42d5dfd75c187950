import { isRegenError, problemOf, RegenError } from '../../primitives/errors.ts'
import { INPUT_INVALID } from '../../primitives/errorTable.ts'

/** A mistake in a file, or in what came on standard input. */
export const fileError = (what: string, issue: string, cause?: unknown) =>
  new RegenError(INPUT_INVALID, { what, issues: `✖ ${issue}` }, { cause })

/** A mistake on the command line itself: what is wrong, and where it says what is expected. */
export const optionError = (what: string, ...issues: readonly string[]) =>
  new RegenError(
    { ...INPUT_INVALID, fix: 'The options of a command are listed by its --help.' },
    { what, issues: issues.map(issue => `✖ ${issue}`).join('\n') },
  )

/** Reads the text of an option; what the reader says is said of the option. */
export function parseOption<Value>(option: string, read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    if (!isRegenError(error)) throw error
    const { code, context, fix } = error
    const problem = `${option}: ${problemOf(error)}`
    throw new RegenError({ code, problem: () => problem, fix }, context, { cause: error })
  }
}

/** Reads options; what is wrong with them is a mistake on the command line. */
export function parseOptions<Value>(read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    if (!isRegenError(error, 'INPUT_INVALID')) throw error
    const { what, issues } = error.context
    throw new RegenError(
      { ...INPUT_INVALID, fix: 'The options of a command are listed by its --help.' },
      { what, issues },
      { cause: error },
    )
  }
}
